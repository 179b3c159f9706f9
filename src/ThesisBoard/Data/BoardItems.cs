using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data.Rows;

namespace ThesisBoard.Data;

/// <summary>The kinds of items a board is made of, each with its list, its key and its table. A new kind is one entry here.</summary>
internal static class BoardItems
{
    /// <summary>The key of an item that a board has once: the header and the invalidation line.</summary>
    public const string Only = "only";

    public static ItemTable<Thesis> Header { get; } = new HeaderTable();

    public static ItemTable<InvalidationLine> Line { get; } = new ItemTable<InvalidationLine, LineRow>(ItemKind.Line, _ => Only,
        c => c.Thesis.Line is { } line ? [line] : [], (c, lines) => c with { Thesis = c.Thesis with { Line = lines.Count > 0 ? lines[0] : null } });

    public static ItemTable<Metric> Metrics { get; } = new ItemTable<Metric, MetricRow>(ItemKind.Metric, m => m.Key,
        c => c.Thesis.Metrics, (c, list) => c with { Thesis = c.Thesis with { Metrics = list } });

    public static ItemTable<Criterion> Criteria { get; } = new ItemTable<Criterion, CriterionRow>(ItemKind.Criterion, k => k.Key,
        c => c.Thesis.Criteria, (c, list) => c with { Thesis = c.Thesis with { Criteria = list } }, "Contracts");

    public static ItemTable<Milestone> Milestones { get; } = new ItemTable<Milestone, MilestoneRow>(ItemKind.Milestone, m => m.Key,
        c => c.Thesis.Milestones, (c, list) => c with { Thesis = c.Thesis with { Milestones = list } });

    public static ItemTable<Source> Sources { get; } = new ItemTable<Source, SourceRow>(ItemKind.Source, s => s.Key,
        c => c.Record.Sources, (c, list) => c with { Record = c.Record with { Sources = list } });

    public static ItemTable<Observation> Observations { get; } = new ItemTable<Observation, ObservationRow>(ItemKind.Observation, o => o.Key,
        c => c.Record.Observations, (c, list) => c with { Record = c.Record with { Observations = list } });

    public static ItemTable<EvidenceItem> Evidence { get; } = new ItemTable<EvidenceItem, EvidenceRow>(ItemKind.Evidence, e => e.Key,
        c => c.Record.Evidence, (c, list) => c with { Record = c.Record with { Evidence = list } }, "Stances");

    public static ItemTable<Proof> Proofs { get; } = new ItemTable<Proof, ProofRow>(ItemKind.Proof, KeyOf,
        c => c.Record.Proofs, (c, list) => c with { Record = c.Record with { Proofs = list } });

    public static ItemTable<Conflict> Conflicts { get; } = new ItemTable<Conflict, ConflictRow>(ItemKind.Conflict, k => k.Key,
        c => c.Record.Conflicts, (c, list) => c with { Record = c.Record with { Conflicts = list } });

    public static ItemTable<Judgement> Judgements { get; } = new ItemTable<Judgement, JudgementRow>(ItemKind.Judgement, j => j.Key,
        c => c.Record.Judgements, (c, list) => c with { Record = c.Record with { Judgements = list } });

    public static ItemTable<Approval> Approvals { get; } = new ItemTable<Approval, ApprovalRow>(ItemKind.Approval, a => a.Key,
        c => c.Record.Approvals, (c, list) => c with { Record = c.Record with { Approvals = list } });

    public static ItemTable<ListOrder> Orders { get; } = new OrderTable();

    public static IReadOnlyList<ItemTable> All { get; } =
        [Header, Line, Metrics, Criteria, Milestones, Sources, Observations, Evidence, Proofs, Conflicts, Judgements, Approvals, Orders];

    /// <summary>Kinds of what is around a board: the log tells of them, and they are no part of the record.</summary>
    public static IReadOnlyList<ItemKind> Beside { get; } = [ItemKind.ShareLink, ItemKind.Forecast];

    /// <summary>A proof has no key of its own: it is named by what it links.</summary>
    public static string KeyOf(Proof proof) => $"{proof.Milestone}/{proof.Element}/{proof.Evidence}";

    public static ItemTable Of(ItemKind kind) => All.First(table => table.Kind == kind);
}
