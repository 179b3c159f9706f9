using CsCheck;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;
using Xunit;
using Record = ThesisBoard.Core.Evidence.Record;

namespace ThesisBoard.Core.Tests.Theses;

public sealed class StepCheckTests
{
    private static readonly RecordedAt Now = new(new DateTime(2026, 12, 1, 9, 0, 0, DateTimeKind.Utc));
    private static readonly Thesis Active = Shipped.Read(Shipped.SampleText).Thesis;
    private static readonly Thesis Template = Shipped.Read(Shipped.TemplateText).Thesis;

    /// <summary>Every way to move the goalposts of an active thesis, and the words with which it is refused.</summary>
    public static TheoryData<string, Func<Thesis, Thesis>> Moves => new()
    {
        { "cannot be changed", t => First(t, c => c with { Question = "Easier?" }) },
        { "cannot be changed", t => First(t, c => c with { Rule = ((ChangeRule)c.Rule) with { Share = 0.01m } }) },
        { "cannot be changed", t => First(t, c => Seal.Close("debt-reduction", c with { Bar = Core.Evidence.Grade.Unsourced }, Now, "Eve")) },
        { "cannot be changed", t => First(t, c => c with { Seal = null }) },
        { "cannot be changed", t => First(t, c => c with { Seal = c.Seal! with { By = "Eve" } }) },
        { "cannot be changed", t => First(t, c => c with { Seal = c.Seal! with { At = new(c.Seal.At.Utc.AddYears(-1)) } }) },
        { "cannot be removed", t => t with { Criteria = [.. t.Criteria.Skip(1)] } },
        { "cannot be removed", t => Versions(t, c => [c with { Version = 2 }]) },
        { "why the contract changes", t => Versions(t, c => [c, c with { Version = 2, Seal = null }]) },
        { "bears the time at which it is set", t => Versions(t, c => [c, Seal.Close("debt-reduction", c with { Version = 2, Reason = "Sharper.", From = Now.Date, Seal = null }, new(Now.Utc.AddDays(-20)), "Eve")]) },
        { "bears the time at which it is set", t => t with { Criteria = [.. t.Criteria, new() { Key = "new", Title = "New", Group = CriterionGroup.Watch, Contracts = [Seal.Close("new", t.Criteria[0].Contracts[0] with { Seal = null }, t.Activated!.At, "Eve")] }] } },
        { "line of an active thesis", t => t with { Line = t.Line! with { Consequence = "nothing follows" } } },
        { "line of an active thesis", t => t with { Line = t.Line! with { Legs = ["debt-reduction"] } } },
        { "line of an active thesis", t => t with { Line = t.Line! with { Deadline = new() { Date = new(2030, 1, 1) } } } },
        { "line of an active thesis", t => t with { Line = null } },
        { "rules under which the issuer reports", t => t with { Issuer = t.Issuer with { Filer = t.Issuer.Filer with { FiscalYearEndMonth = 6 } } } },
        { "that is not taken back", t => t with { Activated = null } },
        { "that is not taken back", t => t with { Activated = t.Activated! with { By = "Eve" } } },
        { "only added to", t => t with { Premortem = [] } },
        { "only added to", t => t with { Premortem = [.. t.Premortem.Reverse()] } },
        { "bears the time at which it is done", t => t with { Premortem = [.. t.Premortem, new("It rains.", "In the sky.", t.Activated!.At, "Eve")] } },
        { "bears the time at which it is done", t => t with { Ended = new(t.Activated!.At, "Eve", "Held", "It held.") } },
        { "its unit, its direction and its formula stay", t => Metric(t, "long-term-debt", m => m with { Direction = Direction.HigherIsBetter }) },
        { "its unit, its direction and its formula stay", t => Metric(t, "mining-margin-per-btc", m => m with { Formula = "btc-price" }) },
        { "its unit, its direction and its formula stay", t => Metric(t, "btc-price", m => m with { Direction = Direction.HigherIsBetter }) },
    };

    [Theory, MemberData(nameof(Moves), DisableDiscoveryEnumeration = true)]
    public void What_an_active_thesis_promised_is_not_taken_back(string words, Func<Thesis, Thesis> move) =>
        Assert.Contains(Step(Active, move(Active)), p => p.Message.Contains(words, StringComparison.Ordinal));

    [Fact]
    public void What_takes_nothing_back_goes_through()
    {
        Func<Thesis, Thesis>[] steps =
        [
            t => t, t => t with { Title = "Another title", Claim = "Said otherwise." }, t => t with { Criteria = [.. t.Criteria.Reverse()] },
            t => t with { Criteria = [t.Criteria[0] with { Title = "Renamed" }, .. t.Criteria.Skip(1)] },
            t => Versions(t, c => [c, c with { Version = 2, Reason = "Sharper.", Seal = null }]),
            t => Versions(t, c => [c, Seal.Close("debt-reduction", c with { Version = 2, Reason = "Sharper.", From = Now.Date, Seal = null }, Now, "Ann")]),
            t => t with { Ended = new(Now, "Ann", "Held", "It held.") },
            t => t with { Premortem = [.. t.Premortem, new("It rains.", "In the sky.", Now, "Ann")] },
            t => Metric(t, "long-term-debt", m => m with { Title = "Debt", Note = "As reported." }),
            t => t with { Metrics = [.. t.Metrics, new() { Key = "more", Title = "More", Unit = Unit.Usd }] },
        ];
        Assert.All(steps, step => Assert.Empty(Step(Active, step(Active))));
    }

    [Fact]
    public void A_draft_may_become_anything_and_what_has_ended_nothing_more()
    {
        Assert.Empty(Step(Template, First(Template, c => c with { Question = "Easier?" }) with { Line = null, Criteria = [Template.Criteria[0]] }));
        var ended = Active with { Ended = new(Now, "Ann", "Held", "It held.") };
        Func<Thesis, Thesis>[] moves =
        [
            t => t with { Ended = null }, t => t with { Ended = t.Ended! with { Outcome = "Won" } },
            t => Versions(t, c => [c, Seal.Close("debt-reduction", c with { Version = 2, Reason = "Sharper.", From = Now.Date, Seal = null }, Now, "Ann")]),
        ];
        Assert.All(moves, move => Assert.Contains(Step(ended, move(ended)), p => p.Message.Contains("has ended", StringComparison.Ordinal)));
    }

    [Fact]
    public void Activating_needs_a_line_with_legs_something_that_could_break_and_every_criterion_sealed()
    {
        Thesis Sealed(Thesis t) => t with { Criteria = [.. t.Criteria.Select(c => c with { Contracts = [.. c.Contracts.Select(v => Seal.Close(c.Key, v, Now, "Ann"))] })], Activated = new(Now, "Ann") };
        void Refused(string words, Thesis t) => Assert.Contains(Step(Template, t), p => p.Message.Contains(words, StringComparison.Ordinal));

        var ready = Sealed(Template);
        Assert.Empty(Step(Template, ready));
        Refused("no invalidation line", ready with { Line = null });
        Refused("is a draft", ready with { Criteria = [.. ready.Criteria.SkipLast(1), Template.Criteria[^1]] });
        Refused("is a draft", ready with { Criteria = [Template.Criteria[0], .. ready.Criteria.Skip(1)] });
        Refused("bears the time", ready with { Activated = new(new(Now.Utc.AddDays(-1)), "Ann") });
        Refused("could prove the thesis wrong", Sealed(Template with { Criteria = [.. Template.Criteria.Select(c => c with { Group = CriterionGroup.Watch, Contracts = [c.Contracts[0] with { Rule = new TrendRule("interest-expense", 1, TrendBase.YearBefore) }] })] }));
        Refused("could prove the thesis wrong", Sealed(Template with
        {
            Line = Template.Line! with { Legs = [Template.Criteria[^1].Key] },
            Criteria = [.. Template.Criteria.SkipLast(1).Select(c => c with { Group = CriterionGroup.Watch }), Template.Criteria[^1] with { Contracts = [Template.Criteria[^1].Contracts[0] with { Rule = new UnverifiableRule("nobody sees it") }] }],
        }));
    }

    /// <summary>Whatever board comes after whatever other one: what was sealed is there to the letter, or the step is refused.</summary>
    [Fact]
    public void No_step_at_all_loses_a_sealed_word_of_an_active_thesis() => Gen.Select(AnyBoard.Thesis, AnyBoard.Thesis).Where((before, _) => before.Activated is not null).Sample((before, after) =>
    {
        if (Step(before, after).Count > 0)
            return;
        Assert.Equal((before.Activated, before.Ended), (after.Activated, after.Ended));
        foreach (var criterion in before.Criteria.Where(c => c.IsSealed))
        {
            var now = after.Criteria.Single(c => c.Key == criterion.Key).Contracts;
            Assert.All(criterion.Contracts.Where(c => c.Seal is not null), c => Assert.Contains(now, n => ThesisJson.Write(n) == ThesisJson.Write(c)));
        }
    }, iter: 300);

    private static IReadOnlyList<Problem> Step(Thesis before, Thesis after) => StepCheck.Check(new(before, Record.Empty, after, Record.Empty, Now));

    private static Thesis Versions(Thesis t, Func<Contract, IReadOnlyList<Contract>> change) =>
        t with { Criteria = [t.Criteria[0] with { Contracts = change(t.Criteria[0].Contracts[0]) }, .. t.Criteria.Skip(1)] };

    private static Thesis First(Thesis t, Func<Contract, Contract> change) => Versions(t, c => [change(c)]);

    private static Thesis Metric(Thesis t, string key, Func<Metric, Metric> change) => t with { Metrics = [.. t.Metrics.Select(m => m.Key == key ? change(m) : m)] };
}
