using ThesisBoard.Filings.Passages;
using ThesisBoard.Filings.Texts;

namespace ThesisBoard.Filings.Tests.Corpus;

public sealed class PassageCorpusTests
{
    [Fact]
    public void A_release_without_tags_gives_its_figures_with_their_periods()
    {
        var passages = Find("releases", "BuckleInc_8-K_EX99.1.html");
        Assert.Equal(
            [
                "0.032 1 Change 2024-08-04/2024-11-02",
                "293600000 USD To 2024-08-04/2024-11-02",
                "303500000 USD From 2023-07-30/2023-10-28",
            ],
            passages.First(p => p.Topic == PassageTopic.Revenue).Figures.Select(f => FormattableString.Invariant($"{f.Value} {f.Unit} {f.Role} {f.Period}")));
        var income = passages.First(p => p.Topic == PassageTopic.NetIncome);
        Assert.Equal((44_200_000m, "USD"), (income.Figures[0].Value, income.Figures[0].Unit));
        Assert.Equal((0.89m, "USD/share"), (income.Figures[1].Value, income.Figures[1].Unit));
    }

    [Theory]
    [InlineData("releases", "form6k_Athena.html")]
    [InlineData("releases", "form6k_RoyalPhilips.html")]
    [InlineData("ixbrl", "orcl_8k.htm")]
    public void A_filing_that_says_nothing_on_the_topics_gives_nothing(string folder, string file) => Assert.Empty(Find(folder, file));

    [Fact]
    public void A_long_filing_gives_tens_of_passages_and_not_hundreds()
    {
        Assert.InRange(Find("ixbrl", "aeon_10q_2023-09-30.htm").Count(p => p.Doubt == PassageDoubt.None), 20, 100);
        Assert.InRange(Find("ixbrl", "aapl_10q_2025-03-29.htm").Count, 5, 40);
    }

    [Fact]
    public void Amounts_of_a_filing_in_millions_are_doubted() =>
        Assert.Contains(Find("ixbrl", "clx_10k_2022-06-30_d2.htm"), p => p.Doubt == PassageDoubt.Scale && p.Topic == PassageTopic.Interest && p.Figures[0].Value == 106m);

    /// <summary>What is read out of a table with its heading is what the filer tagged there: value, unit and period.</summary>
    [Theory]
    [InlineData("aapl_10q_2025-03-29.htm", 40)]
    [InlineData("aeon_10q_2023-09-30.htm", 4)]
    public void Figures_of_tables_equal_the_tagged_facts(string file, int atLeast)
    {
        var figures = Find("ixbrl", file).Where(p => p.Doubt == PassageDoubt.HeadedRow).SelectMany(p => p.Figures).Where(f => f.Unit == "USD").DistinctBy(f => f.Start).ToList();
        using var content = CorpusFolder.Open("ixbrl", file);
        var tagged = FilingReader.Read(content, cancellation: TestContext.Current.CancellationToken).Facts
            .Where(f => f.Value is { } value && value.TryToDecimal(out _)).Select(f => (Math.Abs(decimal.Parse(f.Value.ToString()!, System.Globalization.CultureInfo.InvariantCulture)), f.Period)).ToHashSet();
        Assert.True(figures.Count >= atLeast, $"Only {figures.Count} figures.");
        Assert.All(figures, f => Assert.Contains((Math.Abs(f.Value), f.Period!.Value), tagged));
    }

    [Fact]
    public void A_release_of_thirteen_and_thirty_nine_weeks_keeps_them_apart()
    {
        var row = Assert.Single(Find("releases", "BuckleInc_8-K_EX99.1.html"), p => p.Doubt == PassageDoubt.HeadedRow);
        Assert.Equal(
            ["44172000 2024-08-04/2024-11-02", "51762000 2023-07-30/2023-10-28", "118270000 2024-02-04/2024-11-02", "140338000 2023-01-29/2023-10-28"],
            row.Figures.Select(f => FormattableString.Invariant($"{f.Value} {f.Period}")));
        Assert.Equal("(Amounts in Thousands Except Per Share Amounts)", row.Heading);
    }

    private static FoundPassages Find(params string[] path)
    {
        using var content = CorpusFolder.Open(path);
        return PassageFinder.Find(FilingTextReader.Read(content, cancellation: TestContext.Current.CancellationToken), cancellation: TestContext.Current.CancellationToken);
    }
}
