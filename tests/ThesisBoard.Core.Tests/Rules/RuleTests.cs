using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;
using Xunit;

namespace ThesisBoard.Core.Tests.Rules;

public sealed class RuleTests
{
    private static readonly ChangeRule DebtFalls = new("debt", Period.At(OneRule.Day("2025-12-31")), Share: 0.25m);

    [Theory]
    [InlineData(700, Standing.Met)]
    [InlineData(750, Standing.Met)]
    [InlineData(751, Standing.Strained)]
    [InlineData(1000, Standing.Broken)]
    [InlineData(1100, Standing.Broken)]
    public void A_change_is_met_strained_or_broken_by_how_far_it_went(decimal latest, Standing expected)
    {
        var state = new OneRule(DebtFalls).Figure("debt", "2025-12-31", 1000, "2026-02-01").Figure("debt", "2026-03-31", latest, "2026-05-01").On("2026-05-01");
        Assert.Equal(expected, state.Standing);
        Assert.Equal(Quantity.Usd(750 - latest), state.Rule.Distance);
    }

    [Theory]
    [InlineData(1100, 0)] // the wrong way
    [InlineData(875, 0.5)]
    [InlineData(750, 1)]
    [InlineData(500, 2)]
    public void A_change_is_a_share_of_the_change_that_is_asked(decimal latest, decimal share) =>
        Assert.Equal(share, new OneRule(DebtFalls).Figure("debt", "2025-12-31", 1000, "2026-02-01").Figure("debt", "2026-03-31", latest, "2026-05-01").On("2026-05-01").Rule.ShareOfLine);

    [Theory]
    [InlineData("0", "100", "0")]
    [InlineData("79", "100", "0.79")]
    [InlineData("130", "100", "1.3")]
    [InlineData("400", "100", "4")]
    [InlineData("100000000000000", "0.0000000000000000001", "4")] // their quotient is more than a decimal holds
    [InlineData("-1", "100", null)]
    [InlineData("5", "0", null)]
    [InlineData("5", "-3", null)]
    public void A_figure_is_a_share_of_its_line_where_that_has_meaning(string figure, string line, string? share) =>
        Assert.Equal(Number(share), new OneRule(new ThresholdRule("debt", null, Number(line))).Figure("debt", "2026-03-31", Number(figure)!.Value, "2026-05-01").On("2026-05-01").Rule.ShareOfLine);

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void A_change_without_a_later_figure_or_without_a_baseline_is_unknown()
    {
        Assert.Equal(Standing.Unknown, new OneRule(DebtFalls).Figure("debt", "2025-12-31", 1000, "2026-02-01").On("2026-05-01").Standing);
        Assert.Equal(Standing.Unknown, new OneRule(DebtFalls).Figure("debt", "2026-03-31", 10, "2026-02-01").On("2026-05-01").Standing);
    }

    [Fact]
    public void The_sentence_of_a_change_is_built_from_the_compared_values()
    {
        var state = new OneRule(DebtFalls).Figure("debt", "2025-12-31", 557_600_000, "2026-05-31").Figure("debt", "2026-03-31", 30_600_000, "2026-05-31").On("2026-05-31");
        Assert.Equal("Long-term debt fell 94.5\u202f% to $30.6M (31 Mar 2026) from $557.6M (31 Dec 2025); the line is a fall of at least 25\u202f%.", state.Reason);
    }

    [Fact]
    public void A_restated_figure_counts_from_its_publication_on_and_the_earlier_stays_visible()
    {
        var rule = new OneRule(DebtFalls).Figure("debt", "2025-12-31", 557.6m, "2026-05-31").Figure("debt", "2026-03-31", 30.6m, "2026-05-31")
            .Figure("debt", "2026-03-31", 600, "2026-06-15");
        Assert.Equal(Standing.Met, rule.On("2026-06-14").Standing);
        Assert.Equal(Standing.Broken, rule.On("2026-06-15").Standing);
        var board = rule.Board("2026-06-15");
        Assert.Equal(30.6m, board.Series["debt"].Figures[^1].Restated.Single().Value.Amount);
        Assert.Contains(board.Findings, f => f.Kind == FindingKind.Restatement);
    }

    [Fact]
    public void A_weaker_source_that_disagrees_later_does_not_win_and_is_a_finding()
    {
        var rule = new OneRule(DebtFalls).Figure("debt", "2025-12-31", 1000, "2026-05-31").Figure("debt", "2026-03-31", 100, "2026-05-31")
            .Figure("debt", "2026-03-31", 900, "2026-06-15", Grade.Press);
        Assert.Equal(Standing.Met, rule.On("2026-06-20").Standing);
        Assert.Contains(rule.Board("2026-06-20").Findings, f => f.Kind == FindingKind.Conflict && f.Sides.Count == 2);
    }

    [Fact]
    public void An_editor_can_say_that_a_weaker_source_restates()
    {
        var rule = new OneRule(DebtFalls).Figure("debt", "2025-12-31", 1000, "2026-05-31").Figure("debt", "2026-03-31", 100, "2026-05-31")
            .Figure("debt", "2026-03-31", 900, "2026-06-15", Grade.Press, restates: true);
        Assert.Equal(Standing.Strained, rule.On("2026-06-20").Standing);
    }

    [Fact]
    public void Figures_that_agree_once_rounded_do_not_disagree_and_the_most_precise_is_used()
    {
        var board = new OneRule(new JudgedRule()).Figure("held", "2026-03-31", 1025.69m, "2026-04-10", Grade.Press)
            .Figure("held", "2026-03-31", 1026, "2026-05-31", decimals: 0).Board("2026-06-01");
        var figure = board.Series["held"].Figures.Single();
        Assert.Equal(1025.69m, figure.Value.Amount);
        Assert.Equal(Grade.CompanyRelease, figure.Grade);
        Assert.Empty(figure.Disagreeing);
    }

    [Fact]
    public void Two_currencies_never_meet()
    {
        var state = new OneRule(new TrendRule("interest", 1, TrendBase.YearBefore))
            .Figure("interest", "2024-01-01/2024-12-31", 659_217, "2025-03-27", unit: "CNY").Figure("interest", "2025-01-01/2025-12-31", 10, "2026-04-10");
        Assert.Equal(Standing.Unknown, state.On("2026-05-01").Standing);
        Assert.Contains(state.Board("2026-05-01").Findings, f => f.Kind == FindingKind.OtherCurrency);
    }

    [Fact]
    public void A_trend_compares_the_same_period_a_year_before()
    {
        var rule = new OneRule(new TrendRule("interest", 1, TrendBase.YearBefore))
            .Figure("interest", "2025-01-01/2025-03-31", 10, "2025-05-01").Figure("interest", "2026-01-01/2026-03-31", 9, "2026-05-01");
        Assert.Equal(Standing.Unknown, rule.On("2026-04-30").Standing);
        Assert.Equal(Standing.Met, rule.On("2026-05-01").Standing);
        Assert.Equal(Standing.Strained, rule.Figure("interest", "2026-01-01/2026-03-31", 10, "2026-05-02").On("2026-05-02").Standing);
    }

    [Fact]
    public void A_trend_judges_the_quarter_and_not_the_half_year_that_ends_with_it_once_the_quarter_can_be_compared()
    {
        var rule = new OneRule(new TrendRule("interest", 1, TrendBase.YearBefore))
            .Figure("interest", "2025-01-01/2025-06-30", 30, "2025-08-01").Figure("interest", "2026-01-01/2026-06-30", 25, "2026-08-01").Figure("interest", "2026-04-01/2026-06-30", 15, "2026-08-01");
        Assert.Equal(Standing.Met, rule.On("2026-08-01").Standing);

        var state = rule.Figure("interest", "2025-04-01/2025-06-30", 10, "2026-08-02").On("2026-08-02");

        Assert.Equal(Standing.Strained, state.Standing);
        Assert.EndsWith("0 of 1 period lower.", state.Rule.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trend_of_several_periods_needs_them_all()
    {
        var rule = new OneRule(new TrendRule("interest", 2, TrendBase.PreviousPeriod))
            .Figure("interest", "2025-01-01/2025-03-31", 10, "2025-05-01").Figure("interest", "2025-04-01/2025-06-30", 9, "2025-08-01");
        Assert.Equal(Standing.Unknown, rule.On("2025-08-01").Standing);
        Assert.Equal(Standing.Met, rule.Figure("interest", "2025-07-01/2025-09-30", 8, "2025-11-01").On("2025-11-01").Standing);
        Assert.Equal(Standing.Strained, rule.Figure("interest", "2025-10-01/2025-12-31", 8, "2026-02-01").On("2026-02-01").Standing);
    }

    [Fact]
    public void A_stated_zero_is_met_and_no_statement_is_unknown()
    {
        var rule = new OneRule(new OccurrenceRule("sold", OneRule.Day("2026-02-28"))).Figure("sold", "2026-02-01/2026-02-28", 4451, "2026-03-17");
        Assert.Equal(Standing.Unknown, rule.On("2026-04-01").Standing);
        Assert.Equal(Standing.Met, rule.Figure("sold", "2026-03-01/2026-03-31", 0, "2026-04-10").On("2026-04-10").Standing);
        Assert.Equal(Standing.Broken, rule.Figure("sold", "2026-04-01/2026-04-30", 2000, "2026-05-10").On("2026-05-10").Standing);
    }

    [Fact]
    public void A_period_that_straddles_the_date_says_nothing_about_what_came_after() =>
        Assert.Equal(Standing.Unknown, new OneRule(new OccurrenceRule("sold", OneRule.Day("2026-02-28"))).Figure("sold", "2026-01-01/2026-03-31", 7001, "2026-05-31").On("2026-06-01").Standing);

    [Fact]
    public void A_figure_of_neither_a_quarter_nor_a_year_is_named_where_only_those_count() =>
        Assert.Equal(
            "No figure for net income of a quarter or a year ($43.88M is of 23 Jul 2023 – 30 Sep 2023) is on file.",
            new OneRule(new ThresholdRule("income", null, 0, true)).Figure("income", "2023-07-23/2023-09-30", 43_880_000, "2023-11-13").On("2023-12-01").Reason);

    [Fact]
    public void A_newer_figure_that_does_not_count_is_named()
    {
        var rule = new OneRule(new ThresholdRule("income", null, 0, true)).Figure("income", "2022-07-01/2022-09-30", -10_440_000, "2022-11-13")
            .Figure("income", "2023-07-23/2023-09-30", 43_880_000, "2023-11-13");
        Assert.EndsWith("below the line of $0.", rule.On("2023-11-12").Reason, StringComparison.Ordinal);
        Assert.EndsWith("below the line of $0. Newer, of neither a quarter nor a year: $43.88M in 23 Jul 2023 – 30 Sep 2023.", rule.On("2023-11-13").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_threshold_is_beyond_only_past_the_line()
    {
        var rule = new ThresholdRule("income", 0, -100, ReportedPeriodsOnly: true);
        Standing At(decimal income) => new OneRule(rule).Figure("income", "2026-01-01/2026-03-31", income, "2026-05-31").On("2026-06-01").Standing;
        Assert.Equal(Standing.Met, At(0));
        Assert.Equal(Standing.Strained, At(-1));
        Assert.Equal(Standing.Strained, At(-100));
        Assert.Equal(Standing.Broken, At(-100.01m));
    }

    [Fact]
    public void Months_are_passed_over_where_only_reported_periods_count() =>
        Assert.Equal(Standing.Unknown, new OneRule(new ThresholdRule("income", 0, null, true)).Figure("income", "2026-03-01/2026-03-31", 5, "2026-05-31").On("2026-06-01").Standing);

    [Fact]
    public void An_announcement_is_a_slogan_and_two_elements_of_three_are_not_complete()
    {
        var rule = new OneRule(new MilestonesRule(1, ["site", "cluster"])).Proves("site", Element.Announcement, "2026-01-01");
        Assert.Equal(Standing.Unknown, rule.On("2026-02-01").Standing);
        Assert.Equal("First site is announced without dollars, capacity or a customer: 0 of 1 complete.", rule.On("2026-02-01").Reason);
        rule.Proves("site", Element.Dollars, "2026-02-01").Proves("site", Element.Capacity, "2026-03-01");
        Assert.Equal(Standing.Unknown, rule.On("2026-03-01").Standing);
        Assert.Contains("customer", rule.On("2026-03-01").Reason, StringComparison.Ordinal);
        Assert.Equal(Standing.Met, rule.Proves("site", Element.Customer, "2026-04-01").On("2026-04-01").Standing);
    }

    [Fact]
    public void Three_elements_of_different_milestones_complete_none() =>
        Assert.Equal(Standing.Unknown, new OneRule(new MilestonesRule(1, ["site", "cluster"]))
            .Proves("site", Element.Dollars, "2026-01-01").Proves("site", Element.Capacity, "2026-01-01").Proves("cluster", Element.Customer, "2026-01-01").On("2026-02-01").Standing);

    [Fact]
    public void Silence_past_the_deadline_is_counted_in_days()
    {
        var rule = new OneRule(new MilestonesRule(1, ["site"]), due: "2026-12-31");
        Assert.Equal((Standing.Unknown, 0), (rule.On("2026-12-31").Standing, rule.On("2026-12-31").OverdueDays));
        Assert.Equal((Standing.Undisclosed, 1), (rule.On("2027-01-01").Standing, rule.On("2027-01-01").OverdueDays));
    }

    [Fact]
    public void Evidence_below_the_bar_gives_a_provisional_standing()
    {
        var state = new OneRule(DebtFalls, Grade.CompanyRelease).Figure("debt", "2025-12-31", 1000, "2026-02-01").Figure("debt", "2026-03-31", 10, "2026-05-01", Grade.Press).On("2026-05-01");
        Assert.True(state.IsProvisional);
        Assert.False(state.Sufficiency.IsSufficient);
        Assert.Equal(Standing.Met, state.Standing);
    }

    [Fact]
    public void A_balance_that_does_not_add_up_is_broken_and_names_the_difference()
    {
        var rule = new OneRule(new BalanceRule("held", "produced", "sold", 1)).Figure("held", "2026-01-31", 7474.6m, "2026-02-07").Figure("held", "2026-02-28", 3313.4m, "2026-03-31")
            .Figure("produced", "2026-02-01/2026-02-28", 454.83m, "2026-03-31");
        Assert.Equal(Standing.Unknown, rule.On("2026-03-31").Standing); // Sales not on file are not zero.
        var state = rule.Figure("sold", "2026-02-01/2026-02-28", 4451, "2026-03-17").On("2026-03-31");
        Assert.Equal(Standing.Broken, state.Standing);
        Assert.Equal("165.03\u00a0BTC", state.Rule.Now);
    }

    [Fact]
    public void A_month_is_the_quarter_less_its_other_months()
    {
        var board = new OneRule(new BalanceRule("held", "produced", "sold", 1)).Figure("produced", "2026-01-01/2026-03-31", 1266, "2026-05-31")
            .Figure("produced", "2026-01-01/2026-01-31", 496.35m, "2026-02-07").Figure("produced", "2026-02-01/2026-02-28", 454.83m, "2026-03-31")
            .Figure("held", "2026-02-28", 3313.4m, "2026-03-31").Figure("held", "2026-03-31", 1025.69m, "2026-04-10").Figure("sold", "2026-03-01/2026-03-31", 2000, "2026-04-10");
        Assert.Equal(Standing.Unknown, board.On("2026-05-30").Standing);
        Assert.Equal("602.53\u00a0BTC", board.On("2026-05-31").Rule.Now);
    }

    [Fact]
    public void Delivery_needs_a_customer_revenue_and_a_margin_above_zero()
    {
        var rule = new OneRule(new DeliveryRule(["site"], "revenue", "margin", "capex"));
        Assert.Equal(Standing.Unknown, rule.On("2026-06-01").Standing);
        Assert.Equal(Standing.Strained, rule.Figure("capex", "2026-01-01/2026-03-31", 5, "2026-05-31").On("2026-06-01").Standing);
        rule.Proves("site", Element.Customer, "2026-06-02");
        Assert.Equal(Standing.Unknown, rule.On("2026-06-02").Standing);
        rule.Figure("revenue", "2026-04-01/2026-06-30", 10, "2026-07-31");
        Assert.Equal(Standing.Unknown, rule.On("2026-07-31").Standing); // The margin cannot be computed yet.
        Assert.Equal(Standing.Met, rule.Figure("cost", "2026-04-01/2026-06-30", 9, "2026-08-01").On("2026-08-01").Standing);
        Assert.Equal(Standing.Strained, rule.Figure("cost", "2026-04-01/2026-06-30", 10, "2026-08-02").On("2026-08-02").Standing);
    }

    [Fact]
    public void A_person_cannot_turn_silence_green_without_evidence_that_reaches_the_bar()
    {
        var rule = new OneRule(DebtFalls, Grade.CompanyRelease);
        Assert.Equal(Standing.Unknown, rule.Judged(Standing.Met, "2026-06-01").On("2026-06-01").Standing);
        Assert.Equal(Standing.Unknown, rule.Judged(Standing.Met, "2026-06-02", cites: Grade.Press).On("2026-06-02").Standing);
        var overridden = rule.Judged(Standing.Met, "2026-06-03", cites: Grade.CompanyRelease).On("2026-06-03");
        Assert.Equal((Standing.Met, StandingBasis.Person, Standing.Unknown), (overridden.Standing, overridden.Basis, overridden.Rule.Standing));
    }

    [Fact]
    public void A_judgement_of_another_version_is_kept_and_not_counted()
    {
        var state = new OneRule(new JudgedRule()).Judged(Standing.Broken, "2026-06-01", version: 2).On("2026-06-01");
        Assert.Equal(Standing.Unknown, state.Standing);
        Assert.Single(state.OtherJudgements);
    }
}
