using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Api;

/// <summary>A kind of item of a board, by the word that its addresses have.</summary>
/// <param name="List">Where the thesis file has them.</param>
/// <param name="Filter">The parameter by which a list of them is narrowed, and what it asks.</param>
internal sealed record ApiNoun<T>(string Name, string List, ItemTable<T> Table, (string Name, Func<T, string, bool> Fits)? Filter = null)
    where T : class;

/// <summary>The nouns of the API.</summary>
internal static class ApiNouns
{
    public static ApiNoun<Metric> Metrics { get; } = new("metrics", "$.thesis.metrics", BoardItems.Metrics);

    public static ApiNoun<Criterion> Criteria { get; } = new("criteria", "$.thesis.criteria", BoardItems.Criteria);

    public static ApiNoun<Source> Sources { get; } = new("sources", "$.record.sources", BoardItems.Sources);

    public static ApiNoun<Observation> Observations { get; } = new("observations", "$.record.observations", BoardItems.Observations, ("metric", (o, metric) => o.Metric == metric));

    public static ApiNoun<EvidenceItem> Evidence { get; } = new("evidence", "$.record.evidence", BoardItems.Evidence, ("criterion", (e, criterion) => e.Stances.Any(s => s.Criterion == criterion)));

    public static ApiNoun<Judgement> Judgements { get; } = new("judgements", "$.record.judgements", BoardItems.Judgements, ("criterion", (j, criterion) => j.Criterion == criterion));

    public static ApiNoun<Approval> Approvals { get; } = new("approvals", "", BoardItems.Approvals);
}
