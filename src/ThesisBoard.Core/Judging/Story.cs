using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Judging;

/// <summary>
/// A thesis told date by date: what came in, which standing moved and why. Made from the history in one pass over the record; nothing is judged again.
/// </summary>
/// <param name="Turns">The dates, ascending.</param>
public sealed record Story(IReadOnlyList<StoryTurn> Turns)
{
    /// <summary>The story up to a date, that date included.</summary>
    public static Story Of(RecordIndex index, StandingHistory history, DateOnly until)
    {
        var arrivals = Arrivals(index);
        var judgements = index.Thesis.Criteria.DistinctBy(c => c.Key).SelectMany(c => index.Judgements(c.Key)).ToLookup(j => j.Published.Date);
        var moves = Moves(index.Thesis, history).ToLookup(m => m.Change.On);
        var dates = index.Stops.Concat(history.Verdicts.Select(v => v.On)).Concat(moves.Select(m => m.Key)).Distinct().Where(d => d <= until).Order();
        return new([.. Told(dates, arrivals, judgements, moves, history.Verdicts)]);
    }

    /// <summary>The newest turn on or before a date; null before the first.</summary>
    public StoryTurn? On(DateOnly date) => Place(date) is var place and >= 0 ? Turns[place] : null;

    /// <summary>The place of that turn; −1 before the first.</summary>
    public int Place(DateOnly date)
    {
        int low = 0, high = Turns.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Turns[middle].On <= date)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }

    private static IEnumerable<StoryTurn> Told(
        IEnumerable<DateOnly> dates, Dictionary<DateOnly, List<StoryArrival>> arrivals, ILookup<DateOnly, Judgement> judgements,
        ILookup<DateOnly, StoryMove> moves, IReadOnlyList<VerdictChange> verdicts)
    {
        var (at, standings) = (-1, new Dictionary<string, Standing>(StringComparer.Ordinal));
        foreach (var date in dates)
        {
            var before = at;
            while (at + 1 < verdicts.Count && verdicts[at + 1].On <= date)
                at++;
            if (moves.Contains(date))
            {
                standings = new(standings, StringComparer.Ordinal); // the turns before keep theirs
                foreach (var move in moves[date])
                    standings[move.Criterion] = move.Change.Standing;
            }

            yield return new StoryTurn
            {
                On = date,
                Arrivals = arrivals.TryGetValue(date, out var came) ? [.. came.OrderByDescending(a => a.Source.Grade).ThenBy(a => a.Source.Key, StringComparer.Ordinal)] : [],
                Judgements = [.. judgements[date]],
                Moves = [.. moves[date]],
                Verdict = at >= 0 ? verdicts[at] : null,
                VerdictBefore = before >= 0 && before != at ? verdicts[before].Verdict : null,
                Standings = standings,
            };
        }
    }

    private static IEnumerable<StoryMove> Moves(Thesis thesis, StandingHistory history)
    {
        foreach (var criterion in thesis.Criteria.DistinctBy(c => c.Key))
        {
            StandingChange? before = null;
            foreach (var change in history.Standings.GetValueOrDefault(criterion.Key) ?? [])
            {
                yield return new(criterion.Key, criterion.Title, before, change);
                before = change;
            }
        }
    }

    /// <summary>What came in on which date. A claim or figure that became known on another date than its source is told on its own.</summary>
    private static Dictionary<DateOnly, List<StoryArrival>> Arrivals(RecordIndex index)
    {
        var came = new Dictionary<(DateOnly On, string Source), (List<EvidenceState> Evidence, List<StoryFigure> Figures)>();
        foreach (var source in index.Sources)
            Of(source.Published.Date, source.Key);
        foreach (var evidence in index.Evidence.NewestFirst)
            Of(evidence.Published.Date, evidence.Source.Key).Evidence.Add(evidence);
        foreach (var metric in index.Thesis.Metrics.DistinctBy(m => m.Key))
        {
            foreach (var known in index.Observations(metric.Key).ByPeriods)
                Of(known.Published, known.Source.Key).Figures.Add(new(metric, known.Observation));
        }

        var dates = new Dictionary<DateOnly, List<StoryArrival>>();
        foreach (var ((on, source), (evidence, figures)) in came)
        {
            if (!dates.TryGetValue(on, out var arrivals))
                dates[on] = arrivals = [];
            arrivals.Add(new(index.Source(source)!, evidence, figures));
        }

        return dates;

        (List<EvidenceState> Evidence, List<StoryFigure> Figures) Of(DateOnly on, string source) =>
            came.TryGetValue((on, source), out var of) ? of : came[(on, source)] = ([], []);
    }
}
