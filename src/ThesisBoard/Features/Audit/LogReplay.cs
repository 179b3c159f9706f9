using System.Text.Json;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Theses;
using ThesisBoard.Core.Trust;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Audit;

/// <summary>Makes a board anew from its log, write after write. What the log says was there before must be there, and what comes of it must be the board.</summary>
internal sealed class LogReplay
{
    private readonly List<LogEntry> write = [];
    private readonly List<AuditFinding> findings = [];
    private readonly EntryDates dates = new();
    private readonly List<AuditFinding> steps = [];
    private BoardContent? board;

    /// <summary>A sealed board that was removed: made anew under its name, it is held to what was sealed.</summary>
    private BoardContent? removed;

    public IReadOnlyList<AuditFinding> Findings => findings;

    /// <summary>Writes that did what no write may: move a sealed contract, say, or delete evidence of an active thesis.</summary>
    public IReadOnlyList<AuditFinding> Steps => steps;

    /// <summary>What the dates of entry are.</summary>
    public EntryDates Dates => dates;

    public ApprovalCheck Approvals { get; } = new();

    /// <summary>The approvals that were given and not taken back.</summary>
    public IReadOnlyList<Approval> Standing => board?.Record.Approvals ?? [];

    /// <summary>How many writes were done again.</summary>
    public int Writes { get; private set; }

    public void Add(LogEntry entry)
    {
        if (write is [var first, ..] && first.Version != entry.Version)
            Flush();
        write.Add(entry);
    }

    /// <summary>After the last entry: the board must be what the log makes of it.</summary>
    /// <param name="expected">The board.</param>
    /// <param name="hasApprovals">False where it was read from a file, which holds none: the log alone tells of them then.</param>
    public void End(BoardContent expected, bool hasApprovals)
    {
        Flush();
        if (board is null)
        {
            findings.Add(new("log, end", "the log ends with the removal of the board, or tells of none."));
            return;
        }

        var known = hasApprovals ? expected : expected with { Record = expected.Record with { Approvals = board.Record.Approvals } };
        IReadOnlyList<AuditFinding> differences = [.. Differences(board, known)];
        findings.AddRange(differences.Count == 0 && Text(board) != Text(known) ? [new("board", "it is not what the log makes of it.")] : differences);
    }

    private void Flush()
    {
        if (write.Count == 0)
            return;
        Writes++;
        var before = board ?? removed;
        foreach (var (entry, kind) in InOrder(write))
        {
            try
            {
                Apply(entry, kind);
            }
            catch (Exception e) when (e is JsonException or InvalidDataException or ArgumentException or FormatException or OverflowException or InvalidOperationException or KeyNotFoundException)
            {
                findings.Add(new(entry.Place, $"what it holds cannot be read: {e.Message}"));
            }
        }

        if (board is null && before is not null && before.Thesis.Criteria.Any(c => c.IsSealed))
            removed = before;
        else if (board is not null && before is not null)
            steps.AddRange(StepCheck.Check(new(before.Thesis, before.Record, board.Thesis, board.Record, new(write[0].At))).Select(p => new AuditFinding(write[0].Place, p.Message)));
        write.Clear();
    }

    /// <summary>Removals first, so that what is new finds the place that the log says; the order of a list last, when all of it is there.</summary>
    private IEnumerable<(LogEntry Entry, ItemKind Kind)> InOrder(IEnumerable<LogEntry> entries)
    {
        var known = new List<(LogEntry Entry, ItemKind Kind)>();
        foreach (var entry in entries)
        {
            if (Enum.TryParse<ItemKind>(entry.Kind, out var kind) && kind.ToString() == entry.Kind)
                known.Add((entry, kind));
            else
                findings.Add(new(entry.Place, $"it is about '{entry.Kind}', which this ThesisBoard does not know: a newer one wrote it."));
        }

        return known.OrderBy(e => e.Kind == ItemKind.Order).ThenBy(e => e.Entry.After is not null).ThenBy(e => e.Entry.Index);
    }

    private void Apply(LogEntry entry, ItemKind kind)
    {
        if (BoardItems.Beside.Contains(kind))
            return;
        Approvals.Wrote(entry, kind);
        if (kind == ItemKind.Board)
        {
            board = entry.After is { } file ? Read(file, board) : null;
            dates.Whole(entry, board);
            return;
        }

        if (board is null)
        {
            findings.Add(new(entry.Place, "it is about a board that the log has not made, or has removed."));
            return;
        }

        var table = BoardItems.Of(kind);
        if (table.Json(board, entry.Key) != (entry.Before is null ? null : table.Normalize(entry.Before)))
            findings.Add(new(entry.Place, $"what it says stood there before, of {Name(kind, entry.Key)}, is not what the entries before it made."));
        var (was, before) = (board, table.Find(board, entry.Key));
        board = table.Restore(board, entry.Key, entry.After, entry.Index);
        if (before is null && table.Find(board, entry.Key) is Approval approval)
            Approvals.Given(entry, was, approval);
        dates.Item(entry, before, table.Find(board, entry.Key));
    }

    private static IEnumerable<AuditFinding> Differences(BoardContent log, BoardContent board)
    {
        foreach (var table in BoardItems.All)
        {
            foreach (var change in table.Diff(log, board, new Dictionary<ItemId, ItemState>()).Where(c => !c.IsMove))
            {
                yield return new(Name(change.Item.Kind, change.Item.Key), (change.BeforeJson, change.AfterJson) switch
                {
                    (null, _) => "it is on the board, and the log does not tell how it came there.",
                    (_, null) => "the log tells of it, and it is not on the board.",
                    _ => "it is not on the board as the log tells it: it was changed without a write.",
                });
            }
        }
    }

    private static string Name(ItemKind kind, string key) => key == BoardItems.Only ? kind.ToString().ToLowerInvariant() : $"{kind.ToString().ToLowerInvariant()} '{key}'";

    /// <summary>A file holds no approvals; those on board stay when the rest is exchanged.</summary>
    private static BoardContent Read(string file, BoardContent? before)
    {
        var result = ThesisFile.Read(file);
        return result.IsRead ? new(result.Thesis, result.Record with { Approvals = before?.Record.Approvals ?? [] }) : throw new InvalidDataException($"{result.Problems[0]}");
    }

    private static string Text(BoardContent content) => ThesisFile.Write(content.Thesis, content.Record);
}
