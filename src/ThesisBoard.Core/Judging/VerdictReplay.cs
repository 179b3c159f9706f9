using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Judging;

/// <summary>
/// The verdict's turns, from the turns of the standings and the line's deadline. The reason names figures, which move between the turns of a standing: the
/// criteria that a reason names are judged again on its date, and no others.
/// </summary>
internal sealed class VerdictReplay(RecordIndex index, ReplayDates dates, IReadOnlyDictionary<string, List<(DateOnly On, CriterionState State)>> turns)
{
    private readonly List<string> keys = [.. dates.Criteria.Where(key => turns[key].Count > 0)];

    public IReadOnlyList<VerdictChange> Verdicts()
    {
        var changes = Turns();
        foreach (var (place, on) in Named(changes))
        {
            foreach (var (date, state) in Replay.Walk(index, keys[place], on, (_, _) => true))
                changes[date].Criteria[place] = state;
        }

        return [.. changes.Select(c => new VerdictChange(c.Key, c.Value.Verdict, Reason(c.Key, c.Value.Verdict, c.Value.Criteria)))];
    }

    /// <summary>The turns, each with the standings of its date in the thesis's order.</summary>
    private SortedDictionary<DateOnly, (Verdict Verdict, CriterionState[] Criteria)> Turns()
    {
        var changes = new SortedDictionary<DateOnly, (Verdict Verdict, CriterionState[] Criteria)>();
        var current = new CriterionState[keys.Count];
        var deadlines = new Deadlines(index, DateOnly.MinValue);
        var moves = keys.SelectMany((key, place) => turns[key].Select(t => (t.On, Place: place, t.State))).ToLookup(m => m.On);
        Verdict? before = null;
        foreach (var date in moves.Select(m => m.Key).Concat(dates.OfLine).Distinct().Order())
        {
            foreach (var (_, place, state) in moves[date])
                current[place] = state;
            deadlines.MoveTo(date);
            var verdict = VerdictJudge.Judge(Line(current, deadlines, date), current);
            if (verdict != before)
                changes.Add(date, (verdict, [.. current]));
            before = verdict;
        }

        return changes;
    }

    /// <summary>Which criteria the reasons name, by place, with the dates: the legs of the line and what is broken.</summary>
    private IEnumerable<(int Place, List<DateOnly> On)> Named(SortedDictionary<DateOnly, (Verdict Verdict, CriterionState[] Criteria)> changes)
    {
        var legs = index.Thesis.Line?.Legs ?? [];
        for (var place = 0; place < keys.Count; place++)
        {
            List<DateOnly> on = [.. changes.Where(c => c.Value.Criteria[place].Standing == Standing.Broken || legs.Contains(keys[place])).Select(c => c.Key)];
            if (on.Count > 0)
                yield return (place, on);
        }
    }

    private string Reason(DateOnly date, Verdict verdict, CriterionState[] criteria) =>
        VerdictJudge.Reason(verdict, Line(criteria, new Deadlines(index, date), date), criteria).ToString();

    private LineState? Line(CriterionState[] criteria, Deadlines deadlines, DateOnly date) =>
        LineJudge.Judge(index.Thesis.Line, key => keys.IndexOf(key) is var place and >= 0 ? criteria[place] : null, deadlines, date);
}
