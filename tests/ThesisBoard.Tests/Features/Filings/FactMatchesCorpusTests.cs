using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Filings;
using ThesisBoard.Filings;
using ThesisBoard.Filings.Tests.Corpus;
using Xunit;
using Record = ThesisBoard.Core.Evidence.Record;

namespace ThesisBoard.Tests.Features.Filings;

/// <summary>Real filings against a thesis with the concepts of the shipped template.</summary>
public sealed class FactMatchesCorpusTests
{
    [Fact]
    public void A_quarterly_report_gives_its_totals_newest_first()
    {
        var matched = Match("ixbrl", "aapl_10q_2025-03-29.htm");
        Assert.Equal(
            ["long-term-debt us-gaap:LongTermDebtNoncurrent 2025-03-29 78566000000", "long-term-debt us-gaap:LongTermDebtNoncurrent 2024-09-28 85750000000"],
            Rows(matched, "long-term-debt"));
        Assert.Equal(
            [
                "net-income us-gaap:NetIncomeLoss 2024-12-29/2025-03-29 24780000000", "net-income us-gaap:NetIncomeLoss 2024-09-29/2025-03-29 61110000000",
                "net-income us-gaap:NetIncomeLoss 2023-12-31/2024-03-30 23636000000", "net-income us-gaap:NetIncomeLoss 2023-10-01/2024-03-30 57552000000",
            ],
            Rows(matched, "net-income"));
        Assert.Equal(new DateOnly(2025, 3, 29), matched.Matches[0].Period.End);
        Assert.All(matched.Matches, m => Assert.Empty(m.Fact.Dimensions));
    }

    [Fact]
    public void A_history_of_facts_gives_a_dead_concept_no_vote_and_the_latest_filing_the_last_word()
    {
        var matched = Match("companyfacts", "CIK0000320193_AAPL_2025-03.json");
        Assert.Equal("6119000000", Rows(matched, "net-income").Single(r => r.Contains("2007-09-30/2008-09-27", StringComparison.Ordinal)).Split(' ')[^1]);
        Assert.Equal("us-gaap:LongTermDebtNoncurrent", matched.Matches.First(m => m.Metric.Key == "long-term-debt").Concept.Name);
        Assert.Contains(matched.Matches, m => m.IsDerived);
    }

    [Fact]
    public void An_ifrs_filer_is_matched_by_its_own_concepts()
    {
        var matched = Match("companyfacts", "CIK0001997711_LPA_ifrs.json");
        Assert.All(matched.Matches, m => Assert.StartsWith("ifrs-full:", m.Concept.Name, StringComparison.Ordinal));
        Assert.NotEmpty(Rows(matched, "revenue"));
    }

    private static List<string> Rows(MatchedFacts matched, string metric) =>
        [.. matched.Matches.Where(m => m.Metric.Key == metric && m.IsComparable).Select(m => FormattableString.Invariant($"{m.Metric.Key} {m.Concept.Name} {m.Period} {m.Value.Amount:0.####}"))];

    private static MatchedFacts Match(params string[] path)
    {
        using var content = CorpusFolder.Open(path);
        var report = FilingReader.Read(content, cancellation: TestContext.Current.CancellationToken);
        var template = ThesisFile.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "miner-to-ai.thesis.json")));
        return FactMatches.Of(report, Judge.Board(template.Thesis!, Record.Empty, new(2026, 11, 22)), null);
    }
}
