using Microsoft.EntityFrameworkCore;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Reviews;

/// <summary>
/// Who wrote what, by the log and by account: every write to an item has its entry there. A whole board that was imported or brought back was written, item by
/// item, by whoever did that; an item that was put on file later was not.
/// </summary>
internal static class Authorship
{
    /// <summary>The items of a basis that nobody but the reviewer has approved yet, in just these words.</summary>
    public static IReadOnlyList<BasisItem> Open(ReviewBasis basis, Record record, string criterion, Guid reviewer)
    {
        var covered = record.Approvals.Where(a => a.Criterion == criterion && a.Reviewer != reviewer).SelectMany(a => a.Items).ToHashSet();
        return [.. basis.Items.Where(item => !covered.Contains(item))];
    }

    /// <summary>Those of the items in which a member had a hand.</summary>
    public static async Task<IReadOnlyList<BasisItem>> Of(BoardDb db, string slug, Guid member, IReadOnlyList<BasisItem> items, CancellationToken ct)
    {
        if (items.Count == 0)
            return [];
        var mine = await db.Changes.AsNoTracking().Where(c => c.Slug == slug && c.MemberId == member).Select(c => new { c.Kind, c.Key, c.Version }).ToListAsync(ct);
        var touched = mine.Select(c => new ItemId(c.Kind, c.Key)).ToHashSet();
        var whole = mine.Where(c => c.Kind == ItemKind.Board).Select(c => c.Version).DefaultIfEmpty(0).Max();
        var born = whole == 0 ? [] : await Born(db, slug, ct);
        return [.. items.Where(item => IdOf(item) is var id && (touched.Contains(id) || whole > born.GetValueOrDefault(id)))];
    }

    /// <summary>The versions with which items were put on file one by one.</summary>
    private static async Task<Dictionary<ItemId, long>> Born(BoardDb db, string slug, CancellationToken ct)
    {
        var entries = await db.Changes.AsNoTracking()
            .Where(c => c.Slug == slug && c.Kind != ItemKind.Board && c.Before == null && c.After != null)
            .Select(c => new { c.Kind, c.Key, c.Version }).ToListAsync(ct);
        return entries.GroupBy(e => new ItemId(e.Kind, e.Key)).ToDictionary(g => g.Key, g => g.Max(e => e.Version));
    }

    /// <summary>What a part of a basis is called in the log.</summary>
    public static ItemId IdOf(BasisItem item) => IdOf(item.Kind, item.Key);

    public static ItemId IdOf(BasisKind kind, string key) => new(
        kind switch
        {
            BasisKind.Contract => ItemKind.Criterion,
            BasisKind.Line => ItemKind.Line,
            BasisKind.Metric => ItemKind.Metric,
            BasisKind.Observation => ItemKind.Observation,
            BasisKind.Evidence => ItemKind.Evidence,
            BasisKind.Proof => ItemKind.Proof,
            BasisKind.Judgement => ItemKind.Judgement,
            _ => ItemKind.Source,
        },
        key);
}
