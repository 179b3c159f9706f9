using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;
using ThesisBoard.Features.Criteria;
using ThesisBoard.Features.Theses;

namespace ThesisBoard.Features.Changes;

/// <summary>One write in the log of a board. <paramref name="Version"/> names it for undo.</summary>
public sealed record Change(string Slug, long Version, DateTime At, string By, string Verb, string Summary, IReadOnlyList<ItemId> Items)
{
    /// <summary>Undo is offered of what is on the record: not of a whole board, nor of what stands beside the record, nor of what is meant to last.</summary>
    public bool OffersUndo => Items.All(i => i.Kind is not (ItemKind.Board or ItemKind.ShareLink or ItemKind.Approval or ItemKind.Forecast))
        && Verb is not (nameof(SealCriterion) or nameof(ActivateThesis) or nameof(EndThesis));
}

/// <summary>What one write did to one item: its JSON before and after, null where it was not there.</summary>
public sealed record ItemHistory(long Version, DateTime At, string By, string Verb, string Summary, ItemId Item, string? Before, string? After);

/// <summary>A page of the log, newest first; <paramref name="Next"/> is the version to go on from, null at the end.</summary>
public sealed record ChangesPage(IReadOnlyList<Change> Changes, long? Next)
{
    /// <summary>The versions that another change on this page has taken back.</summary>
    public IReadOnlySet<long> TakenBack()
    {
        var (taken, waiting) = (new HashSet<long>(), new List<string>());
        foreach (var change in Changes)
        {
            if (waiting.FindIndex(undo => UndoChange.IsOf(undo, change.Summary)) is >= 0 and var at)
            {
                waiting.RemoveAt(at);
                taken.Add(change.Version);
            }
            else if (change.Verb == nameof(UndoChange))
            {
                waiting.Add(change.Summary);
            }
        }

        return taken;
    }
}

/// <summary>Reads the log of changes.</summary>
public sealed class ReadChanges(IDbContextFactory<BoardDb> databases)
{
    private const int MaxPageSize = 200;

    /// <summary>A page of a board's log, newest first, before a version.</summary>
    public async Task<ChangesPage> Page(string slug, long? before = null, int size = 50, CancellationToken ct = default)
    {
        var take = Math.Clamp(size, 1, MaxPageSize);
        await using var db = await databases.CreateDbContextAsync(ct);
        var heads = await db.Changes.AsNoTracking()
            .Where(c => c.Slug == slug && c.Ordinal == 0 && (before == null || c.Version < before))
            .OrderByDescending(c => c.Version)
            .Take(take + 1)
            .Select(c => new { c.Version, c.At, c.By, c.Verb, c.Summary })
            .ToListAsync(ct);
        var page = heads.Take(take).ToList();
        if (page.Count == 0)
            return new([], null);
        var (newest, oldest) = (page[0].Version, page[^1].Version);
        var items = await db.Changes.AsNoTracking()
            .Where(c => c.Slug == slug && c.Version >= oldest && c.Version <= newest)
            .OrderBy(c => c.Ordinal)
            .Select(c => new { c.Version, c.Kind, c.Key })
            .ToListAsync(ct);
        var byVersion = items.ToLookup(i => i.Version, i => new ItemId(i.Kind, i.Key));
        return new(
            [.. page.Select(h => new Change(slug, h.Version, h.At, h.By, h.Verb, h.Summary, [.. byVersion[h.Version]]))],
            heads.Count > take ? oldest : null);
    }

    /// <summary>When a board was first made here from a whole file, and that file; null where none was.</summary>
    public async Task<(DateTime At, string File)?> BroughtIn(string slug, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var first = await db.Changes.AsNoTracking()
            .Where(c => c.Slug == slug && c.Kind == ItemKind.Board && c.After != null)
            .OrderBy(c => c.Version)
            .Select(c => new { c.At, c.After })
            .FirstOrDefaultAsync(ct);
        return first is null ? null : (first.At, first.After!);
    }

    /// <summary>Everything that ever happened to one item, newest first.</summary>
    public async Task<IReadOnlyList<ItemHistory>> Of(string slug, ItemId item, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Changes.AsNoTracking()
            .Where(c => c.Slug == slug && c.Kind == item.Kind && c.Key == item.Key)
            .OrderByDescending(c => c.Version)
            .Take(MaxPageSize)
            .Select(c => new ItemHistory(c.Version, c.At, c.By, c.Verb, c.Summary, new ItemId(c.Kind, c.Key), c.Before, c.After))
            .ToListAsync(ct);
    }
}
