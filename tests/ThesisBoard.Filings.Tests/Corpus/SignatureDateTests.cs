using ThesisBoard.Filings.Texts;

namespace ThesisBoard.Filings.Tests.Corpus;

public sealed class SignatureDateTests
{
    [Theory]
    [InlineData("ixbrl/aapl_10q_2025-03-29.htm", "2025-05-02")]
    [InlineData("ixbrl/aeon_10q_2023-09-30.htm", "2023-11-13")]
    [InlineData("ixbrl/orcl_8k.htm", "2024-11-18")]
    [InlineData("ixbrl/clx_10k_2022-06-30_d2.htm", null)] // an exhibit, which nobody signs
    [InlineData("releases/BuckleInc_8-K_EX99.1.html", null)]
    public void A_filing_says_when_it_was_signed(string file, string? date)
    {
        using var content = CorpusFolder.Open(file.Split('/'));

        Assert.Equal(date is null ? null : DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), SignatureDate.Of(FilingTextReader.Read(content, cancellation: TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("<p>Signed. Date: May 2, 2025</p>", null)] // no signature block
    [InlineData("<p>SIGNATURES</p><p>Date: Smarch 2, 2025</p>", null)]
    [InlineData("<p>SIGNATURES</p><p>Date: May 32, 2025</p>", null)]
    [InlineData("<p>SIGNATURES</p><p>By the agreement dated May 2, 2025</p>", null)]
    [InlineData("<p>Signatures</p><p>See Date: May 1, 2025</p><p>SIGNATURE</p><p>Dated:  may 2 2025</p>", "2025-05-02")]
    [InlineData("<p>SIGNATURES</p><table><tr><td>Date:</td><td>May 2, 2025</td></tr></table>", "2025-05-02")]
    public void Only_a_whole_date_in_the_last_signature_block_counts(string html, string? date) =>
        Assert.Equal(date, SignatureDate.Of(Sample.Text(html))?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}
