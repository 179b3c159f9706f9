namespace ThesisBoard.Core.Judging;

/// <summary>The turns of all standings, taken down while a replay goes through the dates.</summary>
/// <param name="criteria">The criteria's keys, in the thesis's order.</param>
internal sealed class StandingTurns(IEnumerable<string> criteria)
{
    private readonly Dictionary<string, int> places = criteria.Select((key, place) => (key, place)).ToDictionary(c => c.key, c => c.place, StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<StandingChange>> changes = criteria.ToDictionary(
        key => key, _ => (IReadOnlyList<StandingChange>)new List<StandingChange>(), StringComparer.Ordinal);
    private CriterionState?[]? states;
    private IReadOnlyList<CriterionState>? current;

    public IReadOnlyDictionary<string, IReadOnlyList<StandingChange>> Changes => changes;

    /// <summary>Where each criterion stands, in the thesis's order; standing and version are those of the last date taken, its figures may be older.</summary>
    public IReadOnlyList<CriterionState> Current => current ??= [.. (states ?? []).OfType<CriterionState>()];

    /// <summary>Takes a state down; true when it is a turn.</summary>
    public bool Take(DateOnly on, CriterionState state)
    {
        states ??= new CriterionState?[places.Count];
        ref var last = ref states[places[state.Key]];
        if (last is not null && last.Standing == state.Standing && last.Contract.Version == state.Contract.Version)
            return false;
        (last, current) = (state, null);
        ((List<StandingChange>)changes[state.Key]).Add(new(on, state.Standing, state.Contract.Version, state.Reason));
        return true;
    }
}
