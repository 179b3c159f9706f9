using Microsoft.EntityFrameworkCore;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Trust;
using ThesisBoard.Data.Rows;

namespace ThesisBoard.Data;

/// <summary>The chain of the log in the database: where it ends, and how entries come by their hash that were written by a program from before there was one.</summary>
internal static class BoardLog
{
    private const int Batch = 200;

    /// <summary>All entries of a board up to a version, one at a time: a log may be larger than memory.</summary>
    public static async IAsyncEnumerable<LogEntry> Entries(BoardDb db, string slug, long upTo)
    {
        await foreach (var row in db.Changes.AsNoTracking().Where(c => c.Slug == slug && c.Version <= upTo).OrderBy(c => c.Version).ThenBy(c => c.Ordinal).AsAsyncEnumerable())
            yield return row.Entry();
    }

    /// <summary>The hash of a board's newest entry, which the next one is chained to.</summary>
    public static async Task<Sha256> Head(BoardDb db, string slug, CancellationToken ct)
    {
        var newest = await Newest(db, slug).Select(c => new { c.Hash }).FirstOrDefaultAsync(ct);
        if (newest is null)
            return LogChain.Start(slug);
        return newest.Hash is { } hash ? Sha256.Parse(hash) : await Chain(db, slug, ct);
    }

    /// <summary>Chains what has no hash yet, in every board. Entries behind one that has a hash are left alone: one that lost its own is found, never given another.</summary>
    public static async Task ChainAll(BoardDb db, CancellationToken ct)
    {
        foreach (var slug in await db.Changes.Where(c => c.Hash == null).Select(c => c.Slug).Distinct().ToListAsync(ct))
            await Chain(db, slug, ct);
    }

    private static async Task<Sha256> Chain(BoardDb db, string slug, CancellationToken ct)
    {
        var from = await Newest(db, slug).Where(c => c.Hash != null).Select(c => new { c.Version, c.Ordinal, c.Hash }).FirstOrDefaultAsync(ct);
        var (version, ordinal, head) = from is null ? (0L, 0, LogChain.Start(slug)) : (from.Version, from.Ordinal, Sha256.Parse(from.Hash!));
        while (true)
        {
            var hashes = new List<(long Id, Sha256 Hash)>();
            var rows = db.Changes.AsNoTracking()
                .Where(c => c.Slug == slug && (c.Version > version || (c.Version == version && c.Ordinal > ordinal)))
                .OrderBy(c => c.Version).ThenBy(c => c.Ordinal).Take(Batch).AsAsyncEnumerable();
            await foreach (var row in rows.WithCancellation(ct))
            {
                head = LogChain.Next(head, row.Entry());
                hashes.Add((row.Id, head));
                (version, ordinal) = (row.Version, row.Ordinal);
            }

            if (hashes.Count == 0)
                return head;
            await Save(db, hashes, ct);
        }
    }

    private static async Task Save(BoardDb db, List<(long Id, Sha256 Hash)> hashes, CancellationToken ct)
    {
        var rows = hashes.ConvertAll(h => db.Attach(new ChangeRow { Id = h.Id }));
        foreach (var (row, (_, hash)) in rows.Zip(hashes))
            row.Property(c => c.Hash).CurrentValue = hash.Hex;
        await db.SaveChangesAsync(ct);
        foreach (var row in rows)
            row.State = EntityState.Detached;
    }

    private static IQueryable<ChangeRow> Newest(BoardDb db, string slug) =>
        db.Changes.AsNoTracking().Where(c => c.Slug == slug).OrderByDescending(c => c.Version).ThenByDescending(c => c.Ordinal);
}
