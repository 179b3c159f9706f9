using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Metrics;
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

    private static readonly HashSet<string> NoParts = [];

    private readonly Dictionary<string, Metric> metrics = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Criterion> criteria = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RuleInputs> inputs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> parts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Milestone> milestones = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Source> sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MetricObservations> observations = new(StringComparer.Ordinal);
    private readonly List<(Source Source, string Why)> unusable = [];
    private readonly Lazy<IReadOnlyDictionary<string, ReviewState>>? reviews;
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
        {
            if (criteria.TryAdd(criterion.Key, criterion))
                inputs.Add(criterion.Key, RuleInputs.Of(criterion.Contracts.Select(c => c.Rule)));
        }

        foreach (var milestone in thesis.Milestones)
            milestones.TryAdd(milestone.Key, milestone);
        foreach (var composite in criteria.Keys.Where(k => Inputs(k).Criteria.Count > 0))
            parts.Add(composite, Reach.From(composite, part => Inputs(part).Criteria));
        Formulas = new FormulaBook(metrics);
        Filings = [.. sources.Values.Where(s => s.Report is not null || s.Extends is not null).OrderBy(s => s.Published.Date)];
        Evidence = new EvidenceIndex(record.Evidence.Where(e => e.Withdrawn is null), sources);
        Withdrawn = Withdrawals.Of(record, sources);
        ReadObservations();
        proofs = record.Proofs
            .Where(p => Evidence.Item(p.Evidence) is not null)
            .Select(p => new ProofState(p, Evidence.Item(p.Evidence)!))
            .OrderBy(p => p.Proof.Element).ThenByDescending(p => p.Evidence.Grade).ThenBy(p => p.Proof.Evidence, StringComparer.Ordinal)
            .ToLookup(p => p.Proof.Milestone, StringComparer.Ordinal);
        judgements = record.Judgements
            .OrderBy(j => j.Published.Date).ThenBy(j => j.Key, StringComparer.Ordinal)
            .ToLookup(j => j.Criterion, StringComparer.Ordinal);
        Stops = [.. Dates().Order()];
        if (thesis.NeedsReview || record.Approvals.Count > 0)
            reviews = new(() => ReviewState.Of(thesis, record));
    }

    /// <summary>The thesis.</summary>
    public Thesis Thesis { get; }

    /// <summary>The record.</summary>
    public Record Record { get; }

    /// <summary>Every date on which something became known, ascending.</summary>
    public IReadOnlyList<DateOnly> Stops { get; }

    internal FormulaBook Formulas { get; }

    internal EvidenceIndex Evidence { get; }

    internal Withdrawals Withdrawn { get; }

    internal IEnumerable<Source> Sources => sources.Values;

    /// <summary>The sources that file or extend a periodic report, by publication.</summary>
    internal IReadOnlyList<Source> Filings { get; }

    /// <summary>The observations that are left out of judging, each by its source and the reason.</summary>
    internal IReadOnlyList<(Source Source, string Why)> Unusable => unusable;

    /// <summary>Where the review of a criterion stands, on every date alike; null where no review is asked for and none was made.</summary>
    internal ReviewState? Review(string criterion) => reviews?.Value.GetValueOrDefault(criterion);

    internal Criterion? Criterion(string key) => criteria.GetValueOrDefault(key);

    /// <summary>What a criterion looks at under any version of its contract.</summary>
    internal RuleInputs Inputs(string criterion) => inputs.GetValueOrDefault(criterion) ?? RuleInputs.None;

    /// <summary>The other criteria that a criterion is judged from, and those that they are judged from.</summary>
    internal IReadOnlySet<string> Parts(string criterion) => parts.GetValueOrDefault(criterion, NoParts);

    /// <summary>The criterion is judged from itself, through others; no part of such a circle can be judged from another.</summary>
    internal bool IsCircular(string criterion) => Parts(criterion).Contains(criterion);

    internal Milestone? Milestone(string key) => milestones.GetValueOrDefault(key);

    internal Metric? Metric(string key) => metrics.GetValueOrDefault(key);

    internal Source? Source(string key) => sources.GetValueOrDefault(key);

    internal MetricObservations Observations(string metric) => observations.GetValueOrDefault(metric) ?? MetricObservations.None;

    internal IEnumerable<ProofState> Proofs(string milestone) => proofs[milestone];

    internal IEnumerable<Judgement> Judgements(string criterion) => judgements[criterion];

    private void ReadObservations()
    {
        var byMetric = metrics.Keys.ToDictionary(key => key, _ => new List<KnownObservation>(), StringComparer.Ordinal);
        foreach (var observation in Record.Observations.Where(o => o.Withdrawn is null))
        {
            if (!sources.TryGetValue(observation.Source, out var source))
                continue;
            if (!byMetric.TryGetValue(observation.Metric, out var ofMetric))
                unusable.Add((source, "of no metric of this thesis"));
            else if (Math.Abs(observation.Value.Amount) >= LargestAmount)
                unusable.Add((source, "too large to compute with"));
            else
                ofMetric.Add(new KnownObservation(observation, source));
        }

        foreach (var (metric, ofMetric) in byMetric.Where(m => m.Value.Count > 0))
            observations[metric] = new MetricObservations(ofMetric);
    }

    private HashSet<DateOnly> Dates()
    {
        var dates = Record.Sources.Select(s => s.Published.Date).ToHashSet();
        foreach (var metric in observations.Values)
            dates.UnionWith(metric.Published);
        dates.UnionWith(Evidence.NewestFirst.Select(e => e.Published.Date));
        dates.UnionWith(Record.Judgements.Select(j => j.Published.Date));
        return dates;
    }
}
