using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Judging;

/// <summary>
/// On which dates which criteria can move: a publication that they or the criteria they are judged from look at, a new contract version, a deadline that
/// passes. All of them begin on the first date of any.
/// </summary>
internal sealed class ReplayDates
{
    private static readonly List<string> NoCriteria = [];

    private readonly RecordIndex index;
    private readonly List<Deadlines> deadlines;
    private readonly SortedDictionary<DateOnly, List<string>> inOrder = [];
    private readonly HashSet<DateOnly> ofLine;

    public ReplayDates(RecordIndex index, DateOnly until)
    {
        this.index = index;
        // A deadline moves only when something is filed; before the first filing it is where the rules put it.
        deadlines = [.. index.Filings.Select(f => f.Published.Date).Prepend(DateOnly.MinValue).Distinct().Select(d => new Deadlines(index, d))];
        Criteria = [.. index.Thesis.Criteria.DistinctBy(c => c.Key).Select(c => c.Key)];
        var own = index.Thesis.Criteria.DistinctBy(c => c.Key).ToDictionary(c => c.Key, Own, StringComparer.Ordinal);
        ofLine = [.. DeadlineDates(index.Thesis.Line?.Deadline), .. index.Stops.Take(1)];
        var first = own.Values.SelectMany(d => d).Concat(ofLine).DefaultIfEmpty(DateOnly.MaxValue).Min();
        foreach (var key in Criteria)
        {
            var dates = WithParts(key, own);
            if (first <= until && !dates.Contains(first))
                Put(first).Add(key);
            foreach (var date in dates)
            {
                if (date <= until)
                    Put(date).Add(key);
            }
        }

        foreach (var date in ofLine.Where(d => d <= until))
            Put(date);
    }

    /// <summary>The criteria, in the thesis's order.</summary>
    public IReadOnlyList<string> Criteria { get; }

    /// <summary>Every date on which something can move, ascending.</summary>
    public IEnumerable<DateOnly> InOrder => inOrder.Keys;

    /// <summary>The criteria that can move on a date, in the thesis's order.</summary>
    public IReadOnlyList<string> On(DateOnly date) => inOrder.TryGetValue(date, out var criteria) ? criteria : NoCriteria;

    /// <summary>The line's deadline moves or has passed on this date.</summary>
    public bool IsOfLine(DateOnly date) => ofLine.Contains(date);

    private List<string> Put(DateOnly date)
    {
        if (!inOrder.TryGetValue(date, out var criteria))
            inOrder[date] = criteria = [];
        return criteria;
    }

    /// <summary>A criterion that is judged from others moves when they do.</summary>
    private HashSet<DateOnly> WithParts(string key, Dictionary<string, HashSet<DateOnly>> own) => index.Parts(key).Count == 0 ? own[key] :
        [.. own[key], .. index.Parts(key).Where(own.ContainsKey).SelectMany(part => own[part])];

    private HashSet<DateOnly> Own(Criterion criterion)
    {
        HashSet<DateOnly> dates =
        [
            .. criterion.Contracts.Select(c => c.From),
            .. criterion.Contracts.SelectMany(c => DeadlineDates(c.Deadline)),
            .. index.Inputs(criterion.Key).Milestones.SelectMany(index.Proofs).Select(p => p.Evidence.Published.Date),
            .. index.Judgements(criterion.Key).SelectMany(Judged),
        ];
        foreach (var metric in index.Inputs(criterion.Key).Metrics.SelectMany(index.Formulas.Closure).Distinct())
            dates.UnionWith(index.Observations(metric).PublishedOn);
        return dates;
    }

    /// <summary>A judgement counts from its own date, and again when what it cites is known.</summary>
    private IEnumerable<DateOnly> Judged(Judgement judgement) =>
        judgement.Evidence.Select(index.Evidence.Item).OfType<EvidenceState>().Select(e => e.Published.Date).Append(judgement.Published.Date);

    /// <summary>The days after a deadline, as it was known at each time, and the days on which something was filed.</summary>
    private IEnumerable<DateOnly> DeadlineDates(Calendar.Deadline? deadline) => deadline is null ? [] :
        deadlines.Select(d => d.Of(deadline)).OfType<DueDate>().Where(d => d.Date < DateOnly.MaxValue).Select(d => d.Date.AddDays(1))
            .Concat(index.Filings.Select(f => f.Published.Date));
}
