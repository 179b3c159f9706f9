using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Judging;

/// <summary>A record as it was known on one date. Everything is worked out when first asked for, once.</summary>
internal sealed class RecordView
{
    private readonly RecordIndex index;
    private readonly Dictionary<string, CriterionState> criteria = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MilestoneState?> milestones = new(StringComparer.Ordinal);

    /// <param name="index">The record.</param>
    /// <param name="asOf">The date.</param>
    /// <param name="known">Criteria already judged that this date does not move.</param>
    public RecordView(RecordIndex index, DateOnly asOf, IEnumerable<KeyValuePair<string, CriterionState>>? known = null)
    {
        this.index = index;
        foreach (var (key, state) in known ?? [])
            criteria[key] = state;
        AsOf = asOf;
        Book = new FigureBook(index, asOf);
        Deadlines = new Deadlines(index, asOf);
    }

    public DateOnly AsOf { get; }

    public FigureBook Book { get; }

    public Deadlines Deadlines { get; }

    /// <summary>A criterion's state; null when there is none.</summary>
    public CriterionState? Criterion(string key)
    {
        if (criteria.TryGetValue(key, out var state))
            return state;
        if (index.Criterion(key) is not { } criterion)
            return null;
        return criteria[key] = CriterionJudge.Judge(criterion, index, this);
    }

    public MilestoneState? Milestone(string key)
    {
        if (milestones.TryGetValue(key, out var state))
            return state;
        if (index.Milestone(key) is not { } milestone)
            return milestones[key] = null;
        List<ProofState> proofs = [.. index.Proofs(key).Where(p => p.Evidence.Published.IsKnown(AsOf))];
        var required = MilestoneState.Required.Count(e => proofs.Exists(p => p.Proof.Element == e));
        var stage = required == MilestoneState.Required.Count ? MilestoneStage.Complete
            : required > 0 ? MilestoneStage.Partial
            : proofs.Count > 0 ? MilestoneStage.Announced
            : MilestoneStage.NothingOnFile;
        return milestones[key] = new MilestoneState(milestone, stage, proofs);
    }

    public LineState? Line()
    {
        if (index.Thesis.Line is not { } line)
            return null;
        var legs = line.Legs.Select(Criterion).OfType<CriterionState>().ToList();
        var due = Deadlines.Of(line.Deadline);
        var isPast = due is { } d && AsOf > d.Date;
        return new LineState(
            legs, due?.Date, due?.IsEstimated ?? false, due is { } left ? left.Date.DayNumber - AsOf.DayNumber : null,
            isPast && legs.Exists(l => l.Standing != Standing.Met), line.Consequence);
    }

    public IEnumerable<EvidenceState> Evidence(string criterion) => index.EvidenceOn(criterion).Where(e => e.Published.IsKnown(AsOf));
}
