using System.Net;
using ThesisBoard.Filings.Pages;
using ThesisBoard.Filings.Texts;

namespace ThesisBoard.Filings.Tests.Corpus;

public sealed class TextCorpusTests
{
    [Theory]
    [InlineData("aapl_10q_2025-03-29.htm")]
    [InlineData("aeon_10q_2023-09-30.htm")]
    [InlineData("orcl_8k.htm")]
    public void Every_shown_fact_is_marked_on_the_page_with_the_tag_that_the_facts_reader_gives(string name)
    {
        using var content = CorpusFolder.Open("ixbrl", name);
        var facts = FilingReader.Read(content, cancellation: TestContext.Current.CancellationToken);
        var shown = facts.Facts.Where(f => !f.IsHidden).Select(f => (f.Place, f.Tag))
            .Concat(facts.TextFacts.Where(f => !f.IsHidden).Select(f => (f.Place, f.Tag)))
            .OrderBy(f => f.Place.Line).ThenBy(f => f.Place.Column)
            .Select(f => f.Tag);
        Assert.Empty(facts.Skipped);
        Assert.Equal(shown, Page("ixbrl", name).Facts);
    }

    [Theory]
    [InlineData("ixbrl", "aapl_10q_2025-03-29.htm")]
    [InlineData("ixbrl", "aeon_10q_2023-09-30.htm")]
    [InlineData("ixbrl", "clx_10k_2022-06-30_d2.htm")]
    [InlineData("ixbrl", "orcl_8k.htm")]
    [InlineData("releases", "form6k_Athena.html")]
    [InlineData("releases", "form6k_RoyalPhilips.html")]
    [InlineData("releases", "BuckleInc_8-K_EX99.1.html")]
    public void The_page_holds_the_characters_of_the_text_in_the_same_order(string folder, string name)
    {
        var page = Page(folder, name);
        var body = page.Html[page.Html.IndexOf("<body>", StringComparison.Ordinal)..];
        var shown = string.Concat(body.Split('<').Skip(1).Select(part => part[(part.IndexOf('>', StringComparison.Ordinal) + 1)..]));
        Assert.Equal(Ink(page.Text.Text), Ink(WebUtility.HtmlDecode(shown)));
        using var again = CorpusFolder.Open(folder, name);
        Assert.Equal(page.Text.Text, FilingTextReader.Read(again, cancellation: TestContext.Current.CancellationToken).Text);
    }

    [Fact]
    public void A_release_reads_as_headings_paragraphs_and_rows()
    {
        var text = Page("releases", "BuckleInc_8-K_EX99.1.html").Text;
        Assert.Contains("THE BUCKLE, INC. REPORTS THIRD QUARTER NET INCOME", text.Text, StringComparison.Ordinal);
        Assert.Contains(text.Blocks, b => b.Kind == TextBlockKind.TableRow && text.Of(b).StartsWith("Net income\t$", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(text.Blocks, b => text.Of(b).Contains("  ", StringComparison.Ordinal) || text.Of(b).Contains('\n'));
    }

    private static string Ink(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static SafePage Page(string folder, string name)
    {
        using var content = CorpusFolder.Open(folder, name);
        return SafeHtml.Read(content, cancellation: TestContext.Current.CancellationToken);
    }
}
