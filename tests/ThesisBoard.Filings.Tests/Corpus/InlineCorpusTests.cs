namespace ThesisBoard.Filings.Tests.Corpus;

public sealed class InlineCorpusTests
{
    [Theory]
    [InlineData("aapl_10q_2025-03-29", 674)]
    [InlineData("aeon_10q_2023-09-30", 1002)]
    public void Facts_equal_the_secs_own_extraction(string filing, int count)
    {
        var ours = Read(filing + ".htm");
        var theirs = Read(filing + "_htm.xml");
        Assert.Empty(ours.Skipped);
        Assert.Null(ours.MissingPart);
        Assert.Equal(count, ours.Facts.Count);
        Assert.Equal(Rows(theirs), Rows(ours));
    }

    [Fact]
    public void A_second_part_alone_names_what_it_lacks_and_guesses_nothing()
    {
        var part = Read("clx_10k_2022-06-30_d2.htm");
        Assert.Empty(part.Facts);
        Assert.Equal(1628, part.Skipped.Count(s => s.IsNumeric));
        Assert.Contains("in another document of the same report", part.MissingPart, StringComparison.Ordinal);
    }

    [Fact]
    public void An_8_K_gives_the_facts_of_its_cover()
    {
        var cover = Read("orcl_8k.htm");
        Assert.Empty(cover.Facts);
        Assert.Empty(cover.Skipped);
        Assert.Equal("0001341439", Assert.Single(cover.Entities).Cik);
        Assert.Equal(24, cover.TextFacts.Count);
        Assert.Equal("2024-11-14", cover.TextFacts.Single(f => f.Name == "dei:DocumentPeriodEndDate").Text);
    }

    [Theory]
    [InlineData("form6k_Athena.html")]
    [InlineData("form6k_RoyalPhilips.html")]
    [InlineData("BuckleInc_8-K_EX99.1.html")]
    public void An_exhibit_without_tags_is_refused_as_such(string release)
    {
        using var content = CorpusFolder.Open("releases", release);
        Assert.Equal(FilingErrorKind.NotFacts, Assert.Throws<FilingException>(() => FilingReader.Read(content, cancellation: TestContext.Current.CancellationToken)).Kind);
    }

    /// <summary>The extraction writes XBRL's own measures without a prefix.</summary>
    private static List<string> Rows(ReadResult result) =>
    [
        .. result.Facts.Select(f => string.Join(" ; ",
                f.Name, Normal(f.Value), f.Period, Dimension.Join(f.Dimensions), f.Unit.ToString().Replace("xbrli:", "", StringComparison.Ordinal), f.Decimals))
            .Order(StringComparer.Ordinal),
    ];

    private static string Normal(PlainDecimal? value)
    {
        var text = value?.ToString() ?? "nil";
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    private static ReadResult Read(string name)
    {
        using var content = CorpusFolder.Open("ixbrl", name);
        return FilingReader.Read(content, cancellation: TestContext.Current.CancellationToken);
    }
}
