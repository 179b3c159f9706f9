using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Judging;

/// <summary>
/// On which dates which criteria can move: a publication that they or the criteria they are judged from look at, a new contract version, a deadline that
/// passes. All of them begin on the first date of any.
/// </summary>
internal sealed class ReplayDates
{
    private readonly RecordIndex index;
    private readonly DateOnly until;
    private readonly List<Deadlines> deadlines;
    private readonly Dictionary<string, HashSet<DateOnly>> ofCriterion;

    public ReplayDates(RecordIndex index, DateOnly until)
    {
        (this.index, this.until) = (index, until);
        // A deadline moves only when something is filed; before the first filing it is where the rules put it.
        deadlines = [.. index.Filings.Select(f => f.Published.Date).Prepend(DateOnly.MinValue).Distinct().Select(d => new Deadlines(index, d))];
        var own = index.Thesis.Criteria.DistinctBy(c => c.Key).ToDictionary(c => c.Key, Own, StringComparer.Ordinal);
        ofCriterion = own.ToDictionary(c => c.Key, c => WithParts(c.Key, own), StringComparer.Ordinal);
        HashSet<DateOnly> ofLine = [.. DeadlineDates(index.Thesis.Line?.Deadline), .. index.Stops.Take(1)];
        var first = ofCriterion.Values.SelectMany(d => d).Concat(ofLine).DefaultIfEmpty(DateOnly.MaxValue).Min();
        foreach (var dates in ofCriterion.Values)
            dates.Add(first);
        OfLine = [.. ofLine.Where(d => d <= until)];
    }

    /// <summary>The criteria, in the thesis's order.</summary>
    public IEnumerable<string> Criteria => ofCriterion.Keys;

    /// <summary>The dates on which the line's deadline moves or has passed.</summary>
    public IReadOnlyList<DateOnly> OfLine { get; }

    /// <summary>A criterion's dates, ascending.</summary>
    public IEnumerable<DateOnly> Of(string criterion) => ofCriterion[criterion].Where(d => d <= until).Order();

    /// <summary>Whether a date is one of a criterion's.</summary>
    public bool Has(string criterion, DateOnly date) => ofCriterion.TryGetValue(criterion, out var dates) && dates.Contains(date);

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
            dates.UnionWith(index.Observations(metric).Published);
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
