using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Changes;
using ThesisBoard.Features.Filings;
using ThesisBoard.Filings.Passages;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Features.Filings;

/// <summary>What an opened filing offers, and what accepting it makes of the board.</summary>
public sealed class OpenedFilingTests
{
    private const string Debt = "Long-term debt was reduced to US$30.6 million as of September 30, 2026, from US$557.6 million as of December 31, 2025.";

    [Fact]
    public async Task A_sentence_on_debt_comes_with_its_criterion_its_reason_its_figure_and_a_stance()
    {
        await using var house = await FilingHouse.Open();
        var opened = await house.Opened(await house.Arrive(Debt));
        var finding = Assert.Single(opened.Passages);
        Assert.Equal(Debt, finding.Passage.Text);
        Assert.Equal(["Long-term debt"], finding.Matched);
        var (match, stance) = Assert.Single(finding.Criteria);
        Assert.Equal(("debt-reduction", "it looks at “Long-term debt”", Stance.Supports), (match.Criterion.Key, match.Because, stance));
        Assert.Equal(
            [("long-term-debt", "2026-09-30", 30_600_000m, MatchState.New), ("long-term-debt", "2025-12-31", 557_600_000m, MatchState.SameAsOnFile)],
            finding.Proposals.Select(p => (p.Metric.Key, p.Period.ToString(), p.Value.Amount, p.State)));
        Assert.Equal("Long-term debt was $30.6M on 30 Sep 2026, after $557.6M on 31 Dec 2025.", finding.Claim);
    }

    [Theory]
    [InlineData("In October 2026, the Company produced 454 BTC and sold 300 BTC.", "btc-produced:454 btc-sold:300")]
    [InlineData("As of October 31, 2026, the Company held 1,024 bitcoins.", "btc-held:1024")]
    [InlineData("Short-term debt was US$12.0 million as of September 30, 2026.", "")]
    [InlineData("Long-term debt was US$30.6 million.", "")]
    [InlineData("Bitcoin mining revenue was US$90.1 million in the third quarter of 2026.", "mining-revenue:90100000")]
    [InlineData("Net loss was US$20.0 million for the third quarter of 2026.", "net-income:-20000000")]
    [InlineData("Net income was US$44.2 million, or US$0.89 per share, for the third quarter of 2026.", "net-income:44200000")]
    [InlineData("The Company delivered diluted net earnings per share (EPS) of US$3.73 in 2025.", "")]
    [InlineData("Net cash used in operations in the third quarter of 2026 was US$27.1 million, consisting primarily of a net loss of US$18.0 million.", "net-income:-18000000")]
    public async Task A_figure_fits_a_metric_by_unit_words_and_period_or_not_at_all(string sentence, string expected)
    {
        await using var house = await FilingHouse.Open();
        var opened = await house.Opened(await house.Arrive(sentence));
        var proposals = opened.Passages.SelectMany(p => p.Proposals).Select(p => FormattableString.Invariant($"{p.Metric.Key}:{p.Value.Amount:0}")).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(expected, string.Join(' ', proposals));
    }

    [Theory]
    [InlineData("Long-term debt", "30,600", "long-term-debt:30600000")]
    [InlineData("Total long-term debt", "30,600", "long-term-debt:30600000")]
    [InlineData("Current portion of long-term debt", "30,600", "")]
    [InlineData("Net loss", "(20,000)", "net-income:-20000000")]
    [InlineData("Net loss", "20,000", "")] // with a sign or without one? the row does not tell
    [InlineData("Net loss per share", "(0.20)", "")]
    [InlineData("Interest expense", "(3,100)", "")]
    public async Task A_row_fits_a_metric_when_its_heading_tells_scale_and_period_and_its_label_says_nothing_else(string label, string amount, string expected)
    {
        await using var house = await FilingHouse.Open();
        var isFlow = !label.Contains("debt", StringComparison.Ordinal);
        var opened = await house.Opened(await house.Arrive(
            $"</p><p>(US$ in thousands, except per share data)</p><table><tr><td></td><td>{(isFlow ? "Three months ended " : "")}September 30, 2026</td></tr><tr><td>{label}</td><td>{amount}</td></tr></table><p>"));
        Assert.Equal(expected, string.Join(' ', opened.Passages.SelectMany(p => p.Proposals).Select(p => FormattableString.Invariant($"{p.Metric.Key}:{p.Value.Amount:0}")).Distinct()));
    }

    [Fact]
    public async Task What_is_not_listed_is_counted_to_the_last_and_shown_when_it_is_asked_for()
    {
        await using var house = await FilingHouse.Open();
        var filing = await house.Arrive([.. Enumerable.Range(1, 330).Select(n => $"The loan was US${n}.5 million as of September 30, 2026.")]);
        var reading = (await house.Readings.Of(filing, 12, TimeSpan.FromSeconds(30), default))!;
        var first = FilingFindings.Of(await house.Board(), filing, reading);
        Assert.Equal((60, 270), (first.Passages.Count(), first.More));
        var more = FilingFindings.Of(await house.Board(), filing, reading, first.Shown.MorePassages);
        Assert.Equal((240, 90), (more.Passages.Count(), more.More));
        Assert.Equal((330, 0), (FilingFindings.Of(await house.Board(), filing, reading, FindingsShown.Of("999999", "x")) is var all ? all.Passages.Count() : 0, all.More));
        Assert.Equal(FindingsShown.AtFirst, FindingsShown.Of("-5", null));
    }

    [Fact]
    public async Task Of_each_criterion_five_passages_stand_open_the_best_first_and_none_twice()
    {
        await using var house = await FilingHouse.Open();
        string[] loans = [.. Enumerable.Range(1, 80).Select(n => $"Under agreement {n} a borrowing of US${n}.5 million was discussed at length with the lenders.")];
        var opened = await house.Opened(await house.Arrive(
            [.. loans, "As Cango said to all of its lenders this year, under agreement 7 a borrowing of US$7.5 million was discussed at length with the lenders.", Debt, "The Company sold 300 BTC in October 2026.",
                "</p><table><tr><td>Long-term debt</td><td>30,600</td></tr></table><p>"]));
        var debt = opened.Groups.Single(g => g.Criterion?.Key == "debt-reduction");
        Assert.Equal((5, Debt), (debt.First.Count, debt.First[0].Passage.Text));
        Assert.Equal(debt.Passages.Skip(5), debt.Rest);
        Assert.Contains(opened.Groups, g => g.Criterion?.Key == "further-sales"); // the loans did not fill the list alone
        Assert.DoesNotContain(debt.Passages, p => p.Passage.Text.Contains('\t', StringComparison.Ordinal));
        Assert.True(FilingFindings.Of(opened.Board, opened.Filing, opened.Reading, FindingsShown.Of("999", null)).Groups.Single(g => g.Criterion?.Key == "debt-reduction").Passages[^1].Passage.Text.Contains('\t', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("We expect to have sufficient cash to fund our operating plan through mid-December 2023 and not longer than that.", 1)]
    [InlineData("We expect to have sufficient cash to fund our operating plan through late December 2024 and not longer than that.", 2)]
    public async Task What_says_the_same_in_nearly_the_same_words_is_left_out(string again, int kept)
    {
        await using var house = await FilingHouse.Open();
        var opened = await house.Opened(await house.Arrive("The Company expects to have sufficient cash to fund our operating plan through mid-December 2023 and not longer than that.", again));
        Assert.Equal((kept, 2 - kept), (opened.Passages.Count(), opened.Repeated));
    }

    [Fact]
    public void A_concepts_name_breaks_at_its_prefix_and_between_its_words() =>
        Assert.Equal("dei:<wbr>Entity<wbr>Common<wbr>Stock<wbr>Shares<wbr>Outstanding", ConceptCode.Breakable("dei:EntityCommonStockSharesOutstanding"));

    [Theory]
    [InlineData("The Company sold 300 BTC in October 2026.", "further-sales", Stance.Contradicts)]
    [InlineData("Long-term debt rose to US$600.0 million as of September 30, 2026, from US$557.6 million as of December 31, 2025.", "debt-reduction", Stance.Contradicts)]
    [InlineData("The Company signed a customer agreement for AI capacity with Example Corp.", "ai-build-out", Stance.Context)]
    public async Task A_passage_speaks_to_its_criterion_with_a_stance_to_begin_with(string sentence, string criterion, Stance stance)
    {
        await using var house = await FilingHouse.Open();
        var opened = await house.Opened(await house.Arrive(sentence));
        var stances = opened.Passages.SelectMany(p => p.Criteria).ToList();
        Assert.Contains(stances, s => s.Match.Criterion.Key == criterion && s.Stance == stance);
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void Every_topic_has_its_words(PassageTopic topic) => Assert.Empty(TopicWords.Hits(topic, new HashSet<string>()));

    public static TheoryData<PassageTopic> Topics => [.. Enum.GetValues<PassageTopic>()];

    [Fact]
    public async Task Revenue_without_AI_in_it_does_not_speak_to_what_AI_earns()
    {
        await using var house = await FilingHouse.Open();
        var opened = await house.Opened(await house.Arrive("Total revenue was US$101.0 million in the third quarter of 2026."));
        Assert.DoesNotContain(opened.Passages.SelectMany(p => p.Criteria), c => c.Match.Criterion.Key == "ai-execution");
    }

    [Fact]
    public async Task Accepting_puts_source_figure_and_anchored_claim_on_the_record_in_one_change_that_one_undo_takes_back()
    {
        await using var house = await FilingHouse.Open();
        var filing = await house.Arrive(Debt, "As of September 30, 2026, the Company held 1,024 bitcoins.");
        var opened = await house.Opened(filing);
        Assert.Equal(Standing.Unknown, opened.Board.Criterion("debt-reduction")!.Standing);
        var before = (await house.Store.Board()).Content;

        var saved = await Accept(house, opened, ("take", opened.Passages.Select(p => p.Id).ToArray()), ("figure:" + opened.Passages.First().Id, ["0"]));

        var board = await house.Board();
        Assert.Equal(Standing.Met, board.Criterion("debt-reduction")!.Standing);
        var evidence = board.Evidence.Single(e => e.Item.Quote == Debt);
        Assert.Equal((Grade.CompanyRelease, filing.Accession, "EX-99.1", Debt), (evidence.Grade, evidence.Item.Anchor!.Accession, evidence.Item.Anchor.Exhibit, evidence.Item.Anchor.Exact));
        Assert.Equal(filing.Documents[0].Hash, evidence.Source.Document);
        Assert.Equal(FilingHouse.Filed, evidence.Source.Published.Date);
        var change = Assert.Single((await house.Store.Get<ReadChanges>().Page(FilingHouse.Slug, size: 1)).Changes);
        Assert.Equal("Accepted from Form 6-K of 20 Nov 2026: 1 figure and 2 claims", change.Summary);

        Assert.IsType<WriteResult.Saved>(await house.Store.Get<Undo>().Take(Store.Machine, FilingHouse.Slug, saved.Version));
        var after = (await house.Store.Board()).Content;
        Assert.Equal(ThesisFile.Write(before.Thesis, before.Record), ThesisFile.Write(after.Thesis, after.Record));
    }

    [Fact]
    public async Task A_second_acceptance_uses_the_same_source_and_the_same_passage_twice_is_refused()
    {
        await using var house = await FilingHouse.Open();
        var filing = await house.Arrive(Debt, "As of September 30, 2026, the Company held 1,024 bitcoins.");
        var opened = await house.Opened(filing);
        var (first, second) = (opened.Passages.First().Id, opened.Passages.Last().Id);
        await Accept(house, opened, ("take", [first]));
        await Accept(house, await house.Opened(filing), ("take", [second]));
        Assert.Single((await house.Store.Board()).Content.Record.Sources, s => s.Document == filing.Documents[0].Hash);
        var again = await Save(house, opened, ("take", [first]));
        Assert.Contains("on file already", Assert.IsType<WriteResult.Invalid>(again).Problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("Nothing is ticked", Assert.IsType<WriteResult.Invalid>(await Save(house, opened)).Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_form_says_of_stance_claim_and_grade_counts_and_what_it_says_of_quotes_does_not()
    {
        await using var house = await FilingHouse.Open();
        var opened = await house.Opened(await house.Arrive(Debt));
        var id = opened.Passages.Single().Id;
        await Accept(house, opened, ("take", [id]), ($"stance:{id}:debt-reduction", ["context"]), ($"claim:{id}", ["Debt is lower."]), ("grade:0", ["press"]), ("quote", ["Debt is nothing."]));
        var evidence = (await house.Board()).Evidence.Single(e => e.Item.Claim == "Debt is lower.");
        Assert.Equal((Stance.Context, Grade.Press, Debt), (evidence.Item.Stances.Single().Stance, evidence.Grade, evidence.Item.Quote));
    }

    [Fact]
    public async Task A_half_year_report_is_recognised_by_its_figures_and_files_that_report()
    {
        await using var house = await FilingHouse.Open();
        var opened = await house.Opened(await house.Arrive(
            f => f with { Filed = new(2026, 9, 15) }, "Revenue was US$180.0 million for the six months ended June 30, 2026.", "Long-term debt was US$30.6 million as of June 30, 2026."));
        Assert.Equal("2026-06-30", opened.Report is { } report ? report.PeriodEnd.ToString("yyyy-MM-dd", null) : "");
        await Accept(house, opened, ("take", [opened.Passages.First().Id]), ("report", ["on"]));
        Assert.Contains((await house.Store.Board()).Content.Record.Sources, s => s.Report == opened.Report);
        Assert.NotEqual(opened.Report, (await house.Board()).Next?.Report.Report);
        Assert.Null((await house.Opened(await house.Arrive(Debt))).Report);
    }

    private static async Task<WriteResult.Saved> Accept(FilingHouse house, OpenedFiling opened, params (string Name, string[] Values)[] fields) =>
        Assert.IsType<WriteResult.Saved>(await Save(house, opened, fields));

    private static Task<WriteResult> Save(FilingHouse house, OpenedFiling opened, params (string Name, string[] Values)[] fields)
    {
        var form = new FormCollection(fields.ToDictionary(f => f.Name, f => new StringValues(f.Values)));
        return house.Store.Boards.Save(Store.Machine, FilingHouse.Slug, FindingsForm.Read(form, opened, null));
    }
}
