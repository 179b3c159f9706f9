using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Judging;

/// <summary>On which dates which criteria can move: a publication that they look at, a new contract version, a deadline that passes.</summary>
internal sealed class ReplayDates
{
    private readonly SortedDictionary<DateOnly, HashSet<string>> touched = [];
    private readonly DateOnly until;

    public ReplayDates(RecordIndex index, DateOnly until)
    {
        this.until = until;
        var all = index.Thesis.Criteria.Select(c => c.Key).Distinct().ToList();
        if (index.Stops is [var first, ..])
            Touch(first, all);
        foreach (var filing in index.Filings)
            Touch(filing.Published.Date, all);
        foreach (var criterion in index.Thesis.Criteria.DistinctBy(c => c.Key))
            TouchOwn(criterion, index);
        // A deadline moves only when something is filed; before the first filing it is where the rules put it.
        foreach (var known in index.Filings.Select(f => f.Published.Date).Prepend(DateOnly.MinValue).Distinct())
            TouchDeadlines(index, known, all);
        SpreadToDependents(index.Thesis);
    }

    public IEnumerable<(DateOnly Date, HashSet<string> Criteria)> Ascending() => touched.Select(t => (t.Key, t.Value));

    private void TouchOwn(Criterion criterion, RecordIndex index)
    {
        foreach (var contract in criterion.Contracts)
        {
            Touch(contract.From, [criterion.Key]);
            var inputs = RuleInputs.Of(contract.Rule);
            foreach (var metric in inputs.Metrics.SelectMany(index.Formulas.Closure).Distinct())
            {
                foreach (var observation in index.Observations(metric))
                    Touch(observation.Published.Date, [criterion.Key]);
            }

            foreach (var proof in inputs.Milestones.SelectMany(index.Proofs))
                Touch(proof.Evidence.Published.Date, [criterion.Key]);
        }

        foreach (var judgement in index.Judgements(criterion.Key))
        {
            Touch(judgement.Published.Date, [criterion.Key]);
            foreach (var cited in judgement.Evidence.Select(index.Evidence).OfType<EvidenceState>())
                Touch(cited.Published.Date, [criterion.Key]);
        }
    }

    /// <summary>The day after each deadline, as it was known on a date.</summary>
    private void TouchDeadlines(RecordIndex index, DateOnly known, List<string> all)
    {
        var deadlines = new Deadlines(index, known);
        foreach (var criterion in index.Thesis.Criteria.Where(c => c.Contracts.Count > 0))
        {
            foreach (var contract in criterion.Contracts)
                TouchAfter(deadlines.Of(contract.Deadline), [criterion.Key]);
        }

        TouchAfter(deadlines.Of(index.Thesis.Line?.Deadline), all);
    }

    private void TouchAfter(DueDate? due, IReadOnlyList<string> criteria)
    {
        if (due is { } d && d.Date < DateOnly.MaxValue)
            Touch(d.Date.AddDays(1), criteria);
    }

    private void Touch(DateOnly date, IEnumerable<string> criteria)
    {
        if (date > until)
            return;
        if (!touched.TryGetValue(date, out var keys))
            touched[date] = keys = new HashSet<string>(StringComparer.Ordinal);
        keys.UnionWith(criteria);
    }

    /// <summary>A criterion that is judged from others moves when they do.</summary>
    private void SpreadToDependents(Thesis thesis)
    {
        var dependents = thesis.Criteria
            .SelectMany(c => c.Contracts.SelectMany(k => RuleInputs.Of(k.Rule).Criteria).Distinct().Select(on => (on, c.Key)))
            .ToLookup(p => p.on, p => p.Key, StringComparer.Ordinal);
        foreach (var keys in touched.Values)
        {
            var open = new Stack<string>(keys);
            while (open.TryPop(out var key))
            {
                foreach (var dependent in dependents[key].Where(keys.Add))
                    open.Push(dependent);
            }
        }
    }
}
