using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Judging;

/// <summary>What would move if one piece of evidence or one figure were withdrawn: told before it is done.</summary>
/// <param name="Verdict">The verdict as it would be; null when it stays.</param>
/// <param name="Moves">The standings that would move.</param>
/// <param name="Judgements">The judgements that cite it.</param>
/// <param name="Proofs">What it proves of milestones.</param>
/// <param name="Approvals">The approvals that would be out of date.</param>
public sealed record WithdrawalEffect(
    Verdict? Verdict, IReadOnlyList<StandingMove> Moves, IReadOnlyList<Judgement> Judgements, IReadOnlyList<Proof> Proofs, IReadOnlyList<Approval> Approvals)
{
    private static readonly Withdrawal Tried = new(new RecordedAt(DateTime.UnixEpoch), "nobody", "tried");

    /// <summary>Nothing rests on it.</summary>
    public bool IsEmpty => Verdict is null && Moves.Count + Judgements.Count + Proofs.Count + Approvals.Count == 0;

    /// <summary>If a piece of evidence were withdrawn.</summary>
    public static WithdrawalEffect OfEvidence(Thesis thesis, Record record, string key, DateOnly asOf) => Of(
        thesis,
        record,
        record with { Evidence = [.. record.Evidence.Select(e => e.Key == key ? e with { Withdrawn = Tried } : e)] },
        asOf,
        [.. record.Judgements.Where(j => j.Evidence.Contains(key))],
        [.. record.Proofs.Where(p => p.Evidence == key)]);

    /// <summary>If a figure were withdrawn.</summary>
    public static WithdrawalEffect OfObservation(Thesis thesis, Record record, string key, DateOnly asOf) => Of(
        thesis, record, record with { Observations = [.. record.Observations.Select(o => o.Key == key ? o with { Withdrawn = Tried } : o)] }, asOf, [], []);

    private static WithdrawalEffect Of(
        Thesis thesis, Record before, Record after, DateOnly asOf, IReadOnlyList<Judgement> judgements, IReadOnlyList<Proof> proofs)
    {
        var (was, would) = (Judge.Board(thesis, before, asOf), Judge.Board(thesis, after, asOf));
        return new(was.Verdict == would.Verdict ? null : would.Verdict, BoardDiff.Between(was, would).Moves, judgements, proofs, [.. was.Criteria.Where(Falls).Select(c => c.Review!.Approval!)]);

        bool Falls(CriterionState c) => c.Review?.Stage == ReviewStage.Approved && would.Criterion(c.Key)?.Review?.Stage == ReviewStage.OutOfDate;
    }
}
