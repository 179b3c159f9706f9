using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Tests.Theses;
using ThesisBoard.Core.Theses;
using Xunit;
using Record = ThesisBoard.Core.Evidence.Record;

namespace ThesisBoard.Core.Tests.Judging;

/// <summary>Claims of one thing from several sources, side by side.</summary>
public sealed class ReconciliationTests
{
    private static readonly (Thesis Thesis, Record Record) Cango = Shipped.Read(Shipped.SampleText);
    private static readonly DateOnly Late = new(2026, 11, 22);

    [Fact]
    public void The_six_Cango_conflicts_appear_each_with_both_claims_and_the_higher_grade_first()
    {
        var written = On(Late).Where(f => Cango.Record.Conflicts.Any(c => c.Topic == f.Topic)).ToList();
        Assert.Equal(6, written.Count);
        Assert.All(written, f => Assert.Equal(2, f.Sides.Count));
        Assert.All(written, f => Assert.True(f.Sides[0].Source!.Grade >= f.Sides[1].Source!.Grade));
        Assert.All(written, f => Assert.NotNull(f.Reconciliation));
    }

    [Fact]
    public void Coins_held_after_the_sale_stand_against_the_companys_figure_by_331_coins_which_the_board_uses_for_its_grade()
    {
        var finding = Of("3,644.7 BTC");
        var (company, press) = (finding.Sides[0], finding.Sides[1]);
        Assert.Equal((Quantity.Btc(3313.4m), null, true), (company.Value!.Value, company.Difference, company.IsUsed));
        Assert.Equal((Quantity.Btc(3644.7m), Quantity.Btc(331.3m), false), (press.Value!.Value, press.Difference!.Value, press.IsUsed));
        Assert.False(press.IsWithin);
        Assert.Equal(Quantity.Btc(3313.4m), finding.Reconciliation!.Figure!.Value);
        Assert.StartsWith("The board uses 3,313.4\u00a0BTC from", finding.Reconciliation.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_without_an_amount_has_none_and_no_difference()
    {
        var vague = Of("a little over 3,000 BTC").Sides.Single(s => !s.IsUsed);
        Assert.Null(vague.Value);
        Assert.Null(vague.Difference);
        Assert.False(vague.IsWithin);
    }

    [Fact]
    public void Coins_at_the_end_of_March_agree_within_the_tolerance_and_are_one_finding()
    {
        var about = On(Late).Where(f => f.Metric == "btc-held" && f.Kind == FindingKind.Conflict && f.Reconciliation!.Figure!.Period == Period.At(new(2026, 3, 31))).ToList();
        var finding = Assert.Single(about);
        Assert.Contains("agree within 0.5\u00a0BTC", finding.Sentence, StringComparison.Ordinal);
        Assert.All(finding.Sides, s => Assert.True(s.IsWithin));
        Assert.Contains("the most precise of those that agree", finding.Reconciliation!.Why, StringComparison.Ordinal);
        Assert.Equal(1025.69m, finding.Sides.Single(s => s.IsUsed).Value!.Value.Amount);
    }

    [Fact]
    public void Where_the_board_has_no_figure_it_says_so_and_the_claims_stand_against_the_highest_grade()
    {
        var finding = Of("$75M for 2,000 BTC");
        Assert.Null(finding.Reconciliation!.Figure);
        Assert.Contains("The board has no figure of this", finding.Reconciliation.Why, StringComparison.Ordinal);
        Assert.Equal(Quantity.Usd(-65_000_000), finding.Sides[1].Difference);
        Assert.Contains("No figure of the board rests on this", Of("commercial launch").Reconciliation!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_the_second_source_is_public_nothing_disagrees_yet()
    {
        var (first, second) = (Published("pr-2026-05-31"), Published("energymag-2026-06"));
        Assert.Contains(On(Max(first, second)), f => f.Topic == "How far the AI line was at the end of May 2026");
        Assert.DoesNotContain(On(Max(first, second).AddDays(-1)), f => f.Topic == "How far the AI line was at the end of May 2026");
    }

    [Theory]
    [InlineData("330 BTC", false)]
    [InlineData("331.3 BTC", true)]
    public void The_tolerance_decides_to_the_last_digit(string tolerance, bool isWithin)
    {
        var allowed = decimal.Parse(tolerance.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        var finding = Of("3,644.7 BTC", c => c with { Tolerance = allowed });
        Assert.Equal(isWithin, finding.Sides[1].IsWithin);
        Assert.Equal(isWithin, finding.Sentence.Contains("agree within", StringComparison.Ordinal));
    }

    [Fact]
    public void Amounts_of_different_units_do_not_meet_and_absurd_ones_do_not_throw()
    {
        var other = Of("3,644.7 BTC", c => c with { Sides = [c.Sides[1], c.Sides[0] with { Value = Quantity.Usd(1) }] });
        Assert.Null(other.Sides.Single(s => !s.IsUsed).Difference);
        Assert.False(other.Sides.Single(s => !s.IsUsed).IsWithin);
        var absurd = Of("3,644.7 BTC", c => c with { Sides = [c.Sides[1], c.Sides[0] with { Value = Quantity.Btc(decimal.MinValue) }], Tolerance = decimal.MaxValue });
        Assert.NotEmpty(absurd.Sentence);
    }

    [Fact]
    public void A_sum_that_does_not_hold_appears_by_itself_with_its_parts_and_their_sources()
    {
        var february = On(Late).Single(f => f.Kind == FindingKind.Balance && f.Topic.EndsWith("Feb 2026", StringComparison.Ordinal));
        Assert.Equal([7474.6m, 454.83m, 4451m, 3313.4m], february.Sides.Select(s => s.Value!.Value.Amount));
        Assert.Equal(165.03m, february.Sides[0].Value!.Value.Amount + february.Sides[1].Value!.Value.Amount - february.Sides[2].Value!.Value.Amount - february.Sides[3].Value!.Value.Amount);
        Assert.All(february.Sides, s => Assert.NotNull(s.Source));
    }

    [Fact]
    public void Observations_that_disagree_appear_by_themselves_with_value_difference_and_why()
    {
        var held = Cango.Record.Observations.Single(o => o.Key == "btc-held-2026-02-28");
        var record = Cango.Record with { Conflicts = [], Observations = [.. Cango.Record.Observations, held with { Key = "press", Source = "themerkle-2026-02", Value = Quantity.Btc(3644.7m) }] };
        var finding = Judge.Board(Cango.Thesis, record, Late).Findings.Single(f => f.Kind == FindingKind.Conflict && f.Sides.Any(s => s.Source!.Key == "themerkle-2026-02"));
        Assert.Equal(Quantity.Btc(331.3m), finding.Sides.Single(s => !s.IsUsed).Difference);
        Assert.Contains("highest grade", finding.Reconciliation!.Why, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Finding> On(DateOnly date) => Judge.Board(Cango.Thesis, Cango.Record, date).Findings;

    /// <summary>The finding of the conflict in which this is claimed, after a change of it.</summary>
    private static Finding Of(string claim, Func<Conflict, Conflict>? change = null)
    {
        var conflict = Cango.Record.Conflicts.Single(c => c.Sides.Any(s => s.Claim == claim));
        var record = Cango.Record with { Conflicts = [(change ?? (c => c))(conflict)] };
        return Judge.Board(Cango.Thesis, record, Late).Findings.First(f => f.Topic == conflict.Topic);
    }

    private static DateOnly Published(string source) => Cango.Record.Sources.Single(s => s.Key == source).Published.Date;

    private static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;
}
