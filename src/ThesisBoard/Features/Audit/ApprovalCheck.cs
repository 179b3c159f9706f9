using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Trust;
using ThesisBoard.Data;
using ThesisBoard.Features.Reviews;

namespace ThesisBoard.Features.Audit;

/// <summary>Whether the approvals in a log were given as the program gives them: from the reviewer's own account, for what stood there then, and not by who wrote it.</summary>
internal sealed class ApprovalCheck
{
    private readonly HashSet<(Guid Member, ItemId Item)> touched = [];
    private readonly Dictionary<Guid, long> wholes = [];
    private readonly Dictionary<ItemId, long> born = [];
    private readonly List<AuditFinding> findings = [];

    public IReadOnlyList<AuditFinding> Findings => findings;

    /// <summary>How many were given.</summary>
    public int Count { get; private set; }

    /// <summary>Remembers who had a hand in what, as <see cref="Authorship"/> reads it from the database.</summary>
    public void Wrote(LogEntry entry, ItemKind kind)
    {
        var item = new ItemId(kind, entry.Key);
        if (kind != ItemKind.Board && entry is { Before: null, After: not null })
            born[item] = entry.Version;
        if (entry.Member is not { } member)
            return;
        touched.Add((member, item));
        if (kind == ItemKind.Board)
            wholes[member] = entry.Version;
    }

    /// <summary>An approval that was given on a board as it stood just before.</summary>
    public void Given(LogEntry entry, BoardContent board, Approval approval)
    {
        Count++;
        if (entry.Member != approval.Reviewer)
            findings.Add(new(entry.Place, $"approval '{approval.Key}' names another account as the reviewer than the one that wrote it."));
        if ((approval.At.Utc - entry.At).Duration() > ChainCheck.Clocks)
            findings.Add(new(entry.Place, $"approval '{approval.Key}' says that it was given on {LogChain.Time(approval.At.Utc)}, and the log tells of it on {LogChain.Time(entry.At)}."));
        if (ReviewBasis.Of(board.Thesis, board.Record, approval.Criterion) is not { } basis || basis.Hash != approval.Basis || !basis.Items.SequenceEqual(approval.Items))
        {
            findings.Add(new(entry.Place, $"approval '{approval.Key}' covers something else than what “{approval.Criterion}” rested on then."));
            return;
        }

        var whole = wholes.GetValueOrDefault(approval.Reviewer);
        var own = Authorship.Open(basis, board.Record, approval.Criterion, approval.Reviewer)
            .Where(item => Authorship.IdOf(item) is var id && (touched.Contains((approval.Reviewer, id)) || whole > born.GetValueOrDefault(id)))
            .ToList();
        if (own.Count > 0)
            findings.Add(new(entry.Place, $"approval '{approval.Key}' is by somebody who wrote part of what it covers: {ReviewWords.Counts(own)}."));
    }
}
