using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Judging;

/// <summary>A record as it was known on one date. Everything is worked out when first asked for, once. The date can move forward.</summary>
internal sealed class RecordView(RecordIndex index, DateOnly asOf)
{
    private readonly Dictionary<string, CriterionState> criteria = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CriterionState> earlier = new(StringComparer.Ordinal);
    private readonly List<string> passing = []; // what reads differently tomorrow
    private readonly Dictionary<string, MilestoneState> milestones = new(StringComparer.Ordinal);

    public DateOnly AsOf { get; private set; } = asOf;

    public FigureBook Book { get; } = new(index, asOf);

    public Deadlines Deadlines { get; } = new(index, asOf);

    /// <summary>Goes on to a later date. Judged again are the criteria that can have moved since, those that count days of silence, and what is judged from others.</summary>
    public void MoveTo(DateOnly asOf, IReadOnlyList<string> canHaveMoved)
    {
        AsOf = asOf;
        Book.MoveTo(asOf);
        Deadlines.MoveTo(asOf);
        milestones.Clear();
        for (var i = 0; i < canHaveMoved.Count; i++)
            Forget(canHaveMoved[i]);
        foreach (var key in passing)
            Forget(key);
        passing.Clear();
    }

    /// <summary>A criterion's state of an earlier date, which has to be judged again.</summary>
    public CriterionState? Before(string key) => earlier.GetValueOrDefault(key);

    /// <summary>A criterion's state; null when there is none.</summary>
    public CriterionState? Criterion(string key)
    {
        if (criteria.TryGetValue(key, out var state))
            return state;
        if (index.Criterion(key) is not { } criterion)
            return null;
        state = CriterionJudge.Judge(criterion, index, this);
        if (state.OverdueDays > 0 || index.Parts(key).Count > 0)
            passing.Add(key);
        return criteria[key] = state;
    }

    /// <summary>The same, asked for by another criterion: null as well when the two are judged from one another.</summary>
    public CriterionState? Part(string key) => index.IsCircular(key) ? null : Criterion(key);

    public MilestoneState? Milestone(string key)
    {
        if (milestones.TryGetValue(key, out var state))
            return state;
        if (index.Milestone(key) is not { } milestone)
            return null;
        List<ProofState> proofs = [.. index.Proofs(key).Where(p => p.Evidence.Published.IsKnown(AsOf))];
        var required = MilestoneState.Required.Count(e => proofs.Exists(p => p.Proof.Element == e));
        var stage = required == MilestoneState.Required.Count ? MilestoneStage.Complete
            : required > 0 ? MilestoneStage.Partial
            : proofs.Count > 0 ? MilestoneStage.Announced
            : MilestoneStage.NothingOnFile;
        return milestones[key] = new MilestoneState(milestone, stage, proofs);
    }

    public LineState? Line() => LineJudge.Judge(index.Thesis.Line, Criterion, Deadlines, AsOf);

    private void Forget(string key)
    {
        if (criteria.Remove(key, out var state))
            earlier[key] = state;
    }
}
