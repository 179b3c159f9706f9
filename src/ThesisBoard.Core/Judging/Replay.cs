using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Judging;

/// <summary>How the verdict and every standing moved, from the first publication on.</summary>
public static class Replay
{
    /// <summary>The history up to a date, that date included. A criterion is judged anew only on dates on which something that it looks at changed.</summary>
    public static StandingHistory History(Thesis thesis, Evidence.Record record, DateOnly until) => History(new RecordIndex(thesis, record), until);

    /// <inheritdoc cref="History(Thesis, Evidence.Record, DateOnly)"/>
    public static StandingHistory History(RecordIndex index, DateOnly until)
    {
        var standings = index.Thesis.Criteria.DistinctBy(c => c.Key).ToDictionary(c => c.Key, _ => new List<StandingChange>(), StringComparer.Ordinal);
        var verdicts = new List<VerdictChange>();
        var current = new Dictionary<string, CriterionState>(StringComparer.Ordinal);
        foreach (var (date, touched) in new ReplayDates(index, until).Ascending())
        {
            var view = new RecordView(index, date, current.Where(c => !touched.Contains(c.Key)));

            // In the thesis's order, as a board is judged: criteria that refer to one another in a circle answer by where the circle is entered.
            foreach (var key in index.Thesis.Criteria.Select(c => c.Key).Distinct().Where(touched.Contains))
            {
                if (view.Criterion(key) is not { } state)
                    continue;
                current[key] = state;
                if (standings[key] is not [.., var last] || last.Standing != state.Standing || last.Version != state.Contract.Version)
                    standings[key].Add(new StandingChange(date, state.Standing, state.Contract.Version, state.Reason));
            }

            var criteria = index.Thesis.Criteria.Where(c => current.ContainsKey(c.Key)).Select(c => current[c.Key]).ToList();
            var (verdict, reason) = VerdictJudge.Judge(view.Line(), criteria);
            if (verdicts is not [.., var before] || before.Verdict != verdict)
                verdicts.Add(new VerdictChange(date, verdict, reason.ToString()));
        }

        return new StandingHistory(
            verdicts, standings.ToDictionary(s => s.Key, s => (IReadOnlyList<StandingChange>)s.Value, StringComparer.Ordinal), index.Stops);
    }
}
