using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Tests.Theses;
using ThesisBoard.Core.Theses;
using Xunit;
using Record = ThesisBoard.Core.Evidence.Record;

namespace ThesisBoard.Core.Tests.Judging;

/// <summary>What the board tells of a contract's versions, on the sample.</summary>
public sealed class VersionStateTests
{
    private static readonly (Thesis Thesis, Record Record) Cango = Shipped.Read(Shipped.SampleText);
    private static readonly DateOnly Sealed = new(2026, 12, 1);

    [Fact]
    public void The_old_versions_verdict_stays_beside_the_new_one_which_judges_from_its_day()
    {
        var thesis = Stricter(isSealed: true);
        Assert.Equal(Standing.Met, On(thesis, Sealed.AddDays(-1)).Standing);
        var now = On(thesis, Sealed);
        Assert.Equal((2, Standing.Strained), (now.Contract.Version, now.Standing));
        Assert.Equal([(2, true, Standing.Strained), (1, false, Standing.Met)], now.Versions().Select(v => (v.Contract.Version, v.IsInForce, v.State.Standing)));
        Assert.Equal([false, true], now.Versions().Select(v => v.JudgesThePast));
        Assert.Equal([(2, false), (1, true)], On(thesis, Sealed.AddDays(-1)).Versions().Select(v => (v.Contract.Version, v.IsInForce)));
    }

    [Fact]
    public void A_draft_beside_a_sealed_version_does_not_judge()
    {
        var state = On(Stricter(isSealed: false), Sealed.AddYears(1));
        Assert.Equal((1, Standing.Met, false), (state.Contract.Version, state.Standing, state.IsDraft));
        Assert.Equal([null, "known"], state.Versions().Select(v => v.Known is null ? null : "known"));
        Assert.Equal(Standing.Strained, state.Versions()[0].State.Standing); // what it would say
    }

    [Fact]
    public void A_criterion_that_is_added_to_an_active_thesis_moves_the_verdict_only_once_it_is_sealed()
    {
        var draft = new Criterion { Key = "trap", Title = "A trap", Group = CriterionGroup.Risks, Contracts = [new() { Version = 1, From = Sealed, Question = "Sold?", Rule = new OccurrenceRule("btc-sold", new(2025, 1, 1)) }] };
        var day = new DateOnly(2026, 2, 10);
        BoardState With(Criterion criterion) => Judge.Board(Cango.Thesis with { Criteria = [.. Cango.Thesis.Criteria, criterion] }, Cango.Record, day);

        var before = Judge.Board(Cango.Thesis, Cango.Record, day);
        var open = With(draft);
        Assert.Equal((Standing.Broken, true, false), (open.Criterion("trap")!.Standing, open.Criterion("trap")!.IsDraft, open.Criterion("trap")!.Counts));
        Assert.Equal((before.Verdict, before.Reason), (open.Verdict, open.Reason));
        var closed = With(draft with { Contracts = [Seal.Close("trap", draft.Contracts[0], new(Sealed.ToDateTime(default, DateTimeKind.Utc)), "Ann")] });
        Assert.Equal((Verdict.Unproven, Verdict.Strained), (open.Verdict, closed.Verdict));
        Assert.Equal(Verdict.Strained, Judge.Board(Cango.Thesis.AsDraft() with { Criteria = [.. Cango.Thesis.AsDraft().Criteria, draft] }, Cango.Record, day).Verdict); // a draft thesis tries all of them out
    }

    [Fact]
    public void A_seal_says_what_was_public_and_what_was_on_file()
    {
        var known = On(Cango.Thesis, Sealed).Versions().Single().Known!;
        Assert.Equal((known.Evidence, known.Figures), (known.EvidenceOnFile, known.FiguresOnFile)); // the file says no time of entry
        Assert.True(known is { Evidence: > 0, Figures: > 0, IsBlind: false });

        var first = Cango.Thesis.Criteria[0];
        var early = new RecordedAt(new DateTime(2026, 2, 20, 0, 0, 0, DateTimeKind.Utc));
        var thesis = Cango.Thesis with { Criteria = [first with { Contracts = [Seal.Close(first.Key, first.Contracts[0] with { Seal = null }, early, "Ann")] }, .. Cango.Thesis.Criteria.Skip(1)] };
        var record = Cango.Record with { Observations = [.. Cango.Record.Observations.Select(o => o with { Recorded = new(early.Utc.AddHours(1)) })] };
        var then = Judge.Board(thesis, record, Sealed).Criterion(first.Key)!.Versions().Single().Known!;
        var debt = record.Observations.Count(o => o.Metric == "long-term-debt" && (o.Published ?? record.Sources.Single(s => s.Key == o.Source).Published).Date <= early.Date);
        Assert.Equal((debt, 0), (then.Figures, then.FiguresOnFile));
        Assert.True(then.Figures < known.Figures);
    }

    private static CriterionState On(Thesis thesis, DateOnly day) => Judge.Board(thesis, Cango.Record, day).Criterion("debt-reduction")!;

    private static Thesis Stricter(bool isSealed)
    {
        var first = Cango.Thesis.Criteria[0];
        var next = first.Contracts[0] with { Version = 2, From = Sealed, Reason = "Nearly all of it.", Rule = ((ChangeRule)first.Contracts[0].Rule) with { Share = 0.99m }, Seal = null };
        return Cango.Thesis with
        {
            Criteria = [first with { Contracts = [first.Contracts[0], isSealed ? Seal.Close(first.Key, next, new(Sealed.ToDateTime(default, DateTimeKind.Utc)), "Ann") : next] }, .. Cango.Thesis.Criteria.Skip(1)],
        };
    }
}
