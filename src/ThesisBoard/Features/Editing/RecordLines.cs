using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;
using ThesisBoard.Features.Boards;

namespace ThesisBoard.Features.Editing;

/// <summary>One item in the list of everything on file.</summary>
public sealed record RecordLine(string Key, string Title, string Detail);

/// <summary>What is on file, a line an item, newest first where it has a date.</summary>
internal static class RecordLines
{
    public static IEnumerable<RecordLine> Of(BoardContent board, ItemKind kind)
    {
        var (thesis, record) = board;
        var metrics = thesis.Metrics.ToDictionary(m => m.Key, m => m.Title);
        var sources = record.Sources.ToDictionary(s => s.Key);
        return kind switch
        {
            ItemKind.Observation => record.Observations
                .OrderBy(o => o.Metric, StringComparer.Ordinal).ThenByDescending(o => o.Period)
                .Select(o => new RecordLine(o.Key, $"{metrics.GetValueOrDefault(o.Metric, o.Metric)}: {Figures.Show(o.Value)}", $"{Withdrawn(o.Withdrawn)}{Figures.Show(o.Period)} · {sources.GetValueOrDefault(o.Source)?.Title ?? o.Source}")),
            ItemKind.Metric => thesis.Metrics.Select(m => new RecordLine(m.Key, m.Title, m.Formula is { } formula ? $"{m.Unit} · {formula}" : $"{m.Unit}")),
            ItemKind.Source => record.Sources.OrderByDescending(s => s.Published.Date)
                .Select(s => new RecordLine(s.Key, s.Title, $"{Figures.Date(s.Published.Date)} · {s.Publisher} · {Words.Of(s.Grade)}")),
            ItemKind.Evidence => record.Evidence.Select(e => new RecordLine(e.Key, e.Claim, $"{Withdrawn(e.Withdrawn)}{sources.GetValueOrDefault(e.Source)?.Title ?? e.Source}")),
            ItemKind.Milestone => thesis.Milestones.Select(m => new RecordLine(m.Key, m.Title, Figures.Count(record.Proofs.Count(p => p.Milestone == m.Key), "proof"))),
            ItemKind.Conflict => record.Conflicts.Select(c => new RecordLine(c.Key, c.Topic, Figures.Count(c.Sides.Count, "claim"))),
            _ => [],
        };
    }

    public static string AddVerb(ItemKind kind) => kind == ItemKind.Evidence ? "attach-evidence" : $"add-{Word(kind)}";

    public static string EditVerb(ItemKind kind) => $"edit-{Word(kind)}";

    private static string Withdrawn(Core.Evidence.Withdrawal? withdrawal) => withdrawal is null ? "" : "withdrawn · ";

    private static string Word(ItemKind kind) => kind.ToString().ToLowerInvariant();
}
