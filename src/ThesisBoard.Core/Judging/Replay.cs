using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Judging;

/// <summary>How the verdict and every standing moved, from the first publication on.</summary>
public static class Replay
{
    /// <summary>
    /// The history up to a date, that date included. One criterion after the other goes through the dates on which something that it looks at changed, and
    /// only what came in is looked at; the verdicts follow from the turns.
    /// </summary>
    public static StandingHistory History(Thesis thesis, Evidence.Record record, DateOnly until) => History(new RecordIndex(thesis, record), until);

    /// <inheritdoc cref="History(Thesis, Evidence.Record, DateOnly)"/>
    public static StandingHistory History(RecordIndex index, DateOnly until)
    {
        var dates = new ReplayDates(index, until);
        var turns = dates.Criteria.ToDictionary(key => key, key => Turns(index, dates, key), StringComparer.Ordinal);
        return new StandingHistory(
            new VerdictReplay(index, dates, turns).Verdicts(),
            turns.ToDictionary(t => t.Key, t => (IReadOnlyList<StandingChange>)[.. t.Value.Select(Change)], StringComparer.Ordinal),
            index.Stops);
    }

    /// <summary>A criterion on several dates, ascending. What was judged on the date before and cannot have moved since is not judged again.</summary>
    internal static IEnumerable<(DateOnly On, CriterionState State)> Walk(
        RecordIndex index, string key, IEnumerable<DateOnly> on, Func<string, DateOnly, bool> canHaveMoved)
    {
        var view = new RecordView(index, DateOnly.MinValue);
        foreach (var date in on)
        {
            view.MoveTo(date, part => canHaveMoved(part, date));
            if (view.Criterion(key) is { } state)
                yield return (date, state);
        }
    }

    private static List<(DateOnly On, CriterionState State)> Turns(RecordIndex index, ReplayDates dates, string key)
    {
        var turns = new List<(DateOnly On, CriterionState State)>();
        foreach (var (date, state) in Walk(index, key, dates.Of(key), dates.Has))
        {
            if (turns is not [.., var (_, last)] || last.Standing != state.Standing || last.Contract.Version != state.Contract.Version)
                turns.Add((date, state));
        }

        return turns;
    }

    private static StandingChange Change((DateOnly On, CriterionState State) turn) =>
        new(turn.On, turn.State.Standing, turn.State.Contract.Version, turn.State.Reason);
}
