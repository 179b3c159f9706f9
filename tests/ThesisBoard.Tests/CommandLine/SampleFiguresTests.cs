using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using Xunit;

namespace ThesisBoard.Tests.CommandLine;

/// <summary>The figures that follow from the record of the sample and must agree wherever they appear.</summary>
public sealed class SampleFiguresTests
{
    private static readonly BoardState Board = Read();

    [Theory]
    [InlineData("sale-price", "2026-02-28", "$68,524 per BTC")]
    [InlineData("non-mining-revenue", "2025-12-31", "$12.6M")]
    public void Amounts_follow_from_the_record(string metric, string end, string shown) => Assert.Equal(shown, Figures.Show(Last(metric, end).Value));

    [Theory]
    [InlineData("share-sold", "2026-02-28", "+67.5 %")]
    [InlineData("non-mining-share", "2025-12-31", "+1.8 %")]
    [InlineData("net-margin", "2025-12-31", "−65.8 %")]
    [InlineData("debt-change", "2026-03-31", "−94.5 %")]
    [InlineData("treasury-change", "2026-03-31", "−86.4 %")]
    public void Shares_follow_from_the_record(string metric, string end, string shown) =>
        Assert.Equal(shown.Replace(' ', '\u202f'), Figures.Change(Last(metric, end).Value.Amount));

    [Fact]
    public void Waiting_until_the_article_would_have_earned_about_23_million_dollars_more()
    {
        var opportunity = Board.Series["opportunity-cost"].Figures[^1];

        Assert.InRange(opportunity.Value.Amount, 22_955_000m, 22_965_000m);
        Assert.Equal(73_682m, opportunity.Used.Single(o => o.Metric == "btc-price").Value.Amount);
    }

    [Fact]
    public void Two_months_leave_Bitcoin_unexplained()
    {
        var findings = Board.Findings.Where(f => f.Kind == FindingKind.Balance).Select(f => f.Sentence).ToList();

        Assert.Equal(2, findings.Count);
        Assert.Contains(findings, f => f.Contains("165.03\u00a0BTC left unexplained", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.Contains("602.53\u00a0BTC left unexplained", StringComparison.Ordinal));
    }

    /// <summary>The longest figure that ends on the day: the year, where a month ends with it.</summary>
    private static Figure Last(string metric, string end) => Board.Series[metric].Figures.Last(f => $"{f.Period.End:yyyy-MM-dd}" == end);

    private static BoardState Read()
    {
        var file = ThesisFile.Read(File.ReadAllText(CommandRun.SampleFile));
        return Judge.Board(file.Thesis!, file.Record!, new(2026, 11, 22));
    }
}
