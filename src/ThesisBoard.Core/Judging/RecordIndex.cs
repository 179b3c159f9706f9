using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Judging;

/// <summary>
/// A thesis and its record, arranged once for judging on any date: by metric, criterion, milestone and publication.
/// Building it is linear in the record; judging then touches only what a criterion needs.
/// </summary>
public sealed class RecordIndex
{
    /// <summary>Amounts of this size and more are not computed with; their products would leave the range of decimal.</summary>
    private const decimal LargestAmount = 1_000_000_000_000_000m;

    private readonly Dictionary<string, Metric> metrics = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Criterion> criteria = new(StringComparer.Ordinal);
    private readonly HashSet<string> circular;
    private readonly Dictionary<string, Milestone> milestones = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Source> sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EvidenceState> evidence = new(StringComparer.Ordinal);
    private readonly ILookup<string, KnownObservation> observations;
    private readonly Dictionary<string, IReadOnlyList<PeriodObservations>> periods = new(StringComparer.Ordinal);
    private readonly ILookup<string, EvidenceState> evidenceByCriterion;
    private readonly ILookup<string, ProofState> proofs;
    private readonly ILookup<string, Judgement> judgements;

    /// <summary>Arranges a record.</summary>
    public RecordIndex(Thesis thesis, Record record)
    {
        Thesis = thesis;
        Record = record;
        foreach (var metric in thesis.Metrics)
            metrics.TryAdd(metric.Key, metric);
        foreach (var source in record.Sources.OrderBy(s => s.Key, StringComparer.Ordinal))
            sources.TryAdd(source.Key, source);
        foreach (var criterion in thesis.Criteria.Where(c => c.Contracts.Count > 0))
            criteria.TryAdd(criterion.Key, criterion);
        foreach (var milestone in thesis.Milestones)
            milestones.TryAdd(milestone.Key, milestone);
        circular = [.. criteria.Keys.Where(k => Reaches(k, k))];
        Filings = [.. sources.Values.Where(s => s.Report is not null || s.Extends is not null)];
        Formulas = new FormulaBook(metrics);
        foreach (var item in record.Evidence.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            if (sources.TryGetValue(item.Source, out var source))
                evidence.TryAdd(item.Key, new EvidenceState(item, source, item.Grade ?? source.Grade, item.Published ?? source.Published));
        }

        EvidenceNewestFirst = [.. evidence.Values.OrderByDescending(e => e.Published.Date).ThenByDescending(e => e.Grade).ThenBy(e => e.Item.Key, StringComparer.Ordinal)];
        evidenceByCriterion = EvidenceNewestFirst
            .SelectMany(e => e.Item.Stances.Select(s => s.Criterion).Distinct().Select(c => (c, e)))
            .ToLookup(p => p.c, p => p.e, StringComparer.Ordinal);
        observations = record.Observations
            .Where(o => WhyUnusable(o) is null)
            .Select(o => new KnownObservation(o, sources[o.Source]))
            .OrderBy(o => o.Published.Date).ThenBy(o => o.Grade).ThenBy(o => o.Observation.Key, StringComparer.Ordinal)
            .ToLookup(o => o.Observation.Metric, StringComparer.Ordinal);
        foreach (var metric in observations)
            periods[metric.Key] = ByPeriod(metric);
        proofs = record.Proofs
            .Where(p => evidence.ContainsKey(p.Evidence))
            .Select(p => new ProofState(p, evidence[p.Evidence]))
            .OrderBy(p => p.Proof.Element).ThenByDescending(p => p.Evidence.Grade).ThenBy(p => p.Proof.Evidence, StringComparer.Ordinal)
            .ToLookup(p => p.Proof.Milestone, StringComparer.Ordinal);
        judgements = record.Judgements
            .OrderBy(j => j.Published.Date).ThenBy(j => j.Key, StringComparer.Ordinal)
            .ToLookup(j => j.Criterion, StringComparer.Ordinal);
        Stops = [.. Dates().Distinct().Order()];
    }

    /// <summary>The thesis.</summary>
    public Thesis Thesis { get; }

    /// <summary>The record.</summary>
    public Record Record { get; }

    /// <summary>Every date on which something became known, ascending.</summary>
    public IReadOnlyList<DateOnly> Stops { get; }

    internal FormulaBook Formulas { get; }

    internal IReadOnlyList<EvidenceState> EvidenceNewestFirst { get; }

    internal IEnumerable<Source> Sources => sources.Values;

    /// <summary>The sources that file or extend a periodic report.</summary>
    internal IReadOnlyList<Source> Filings { get; }

    internal Criterion? Criterion(string key) => criteria.GetValueOrDefault(key);

    /// <summary>The criterion is judged from itself, through others; no part of such a circle can be judged from another.</summary>
    internal bool IsCircular(string criterion) => circular.Contains(criterion);

    internal Milestone? Milestone(string key) => milestones.GetValueOrDefault(key);

    internal Metric? Metric(string key) => metrics.GetValueOrDefault(key);

    internal Source? Source(string key) => sources.GetValueOrDefault(key);

    internal EvidenceState? Evidence(string key) => evidence.GetValueOrDefault(key);

    internal IEnumerable<EvidenceState> EvidenceOn(string criterion) => evidenceByCriterion[criterion];

    /// <summary>The observations of a metric, by publication, then grade, then key.</summary>
    internal IEnumerable<KnownObservation> Observations(string metric) => observations[metric];

    /// <summary>The same by period, and within a period by unit.</summary>
    internal IReadOnlyList<PeriodObservations> Periods(string metric) => periods.GetValueOrDefault(metric) ?? [];

    internal IEnumerable<ProofState> Proofs(string milestone) => proofs[milestone];

    internal IEnumerable<Judgement> Judgements(string criterion) => judgements[criterion];

    /// <summary>Why an observation is left out of judging; null when it is not.</summary>
    internal string? WhyUnusable(Observation observation) =>
        !sources.ContainsKey(observation.Source) ? "without a source on file"
        : !metrics.ContainsKey(observation.Metric) ? "of no metric of this thesis"
        : Math.Abs(observation.Value.Amount) >= LargestAmount ? "too large to compute with"
        : null;

    private bool Reaches(string from, string target)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([from]);
        while (open.TryPop(out var key))
        {
            foreach (var next in Criterion(key)?.Contracts.SelectMany(c => RuleInputs.Of(c.Rule).Criteria) ?? [])
            {
                if (next == target)
                    return true;
                if (seen.Add(next))
                    open.Push(next);
            }
        }

        return false;
    }

    private static List<PeriodObservations> ByPeriod(IEnumerable<KnownObservation> ofOneMetric) =>
        [.. ofOneMetric.GroupBy(o => (o.Observation.Period, o.Observation.Value.Unit)).Select(g => new PeriodObservations([.. g]))
            .OrderBy(p => p.Period).ThenBy(p => p.Unit.Text, StringComparer.Ordinal)];

    private IEnumerable<DateOnly> Dates() =>
        Record.Sources.Select(s => s.Published.Date)
            .Concat(observations.SelectMany(g => g).Select(o => o.Published.Date))
            .Concat(evidence.Values.Select(e => e.Published.Date))
            .Concat(Record.Judgements.Select(j => j.Published.Date));
}

/// <summary>An observation with its source, its grade and the date on which it became known.</summary>
internal sealed record KnownObservation(Observation Observation, Source Source)
{
    public Grade Grade => Source.Grade;

    public PublishedOn Published => Observation.Published ?? Source.Published;
}
