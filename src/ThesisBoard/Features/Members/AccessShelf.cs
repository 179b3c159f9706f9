using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Members;

/// <summary>
/// Who may see which board, as this process knows it: read once, then again what changed. A change of this process counts at once,
/// one of another within the few seconds in which <see cref="Refresh"/> looks. No request asks the database.
/// </summary>
public sealed class AccessShelf(IDbContextFactory<BoardDb> databases) : IDisposable
{
    private readonly ConcurrentDictionary<string, BoardAccess> boards = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim reading = new(1);
    private volatile bool isPrimed;

    /// <summary>Who may see a board; for a board that is not there, nobody without a role on every board.</summary>
    public async ValueTask<BoardAccess> Of(string slug, CancellationToken ct)
    {
        if (!isPrimed)
            await Refresh(ct);
        return boards.TryGetValue(slug, out var access) ? access : BoardAccess.Private;
    }

    /// <summary>The boards on which the actor has a role of its own.</summary>
    public async ValueTask<IReadOnlyList<string>> BoardsOf(Actor actor, CancellationToken ct)
    {
        if (!isPrimed)
            await Refresh(ct);
        return actor.MemberId is { } id ? [.. boards.Where(b => b.Value.Members.ContainsKey(id)).Select(b => b.Key)] : [];
    }

    /// <summary>Reads what changed, and returns the names of those boards.</summary>
    public async Task<IReadOnlyList<string>> Refresh(CancellationToken ct)
    {
        await reading.WaitAsync(ct);
        try
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var versions = await db.Access.AsNoTracking().Select(a => new { a.Slug, a.RowVersion }).ToDictionaryAsync(a => a.Slug, a => a.RowVersion, ct);
            var gone = boards.Keys.Where(slug => !versions.ContainsKey(slug)).ToList();
            var changed = versions.Where(v => !boards.TryGetValue(v.Key, out var known) || known.RowVersion != v.Value).Select(v => v.Key).ToList();
            foreach (var slug in gone)
                boards.TryRemove(slug, out _);
            foreach (var some in changed.Chunk(500))
            {
                foreach (var row in await db.Access.AsNoTracking().Include(a => a.Members).Where(a => some.Contains(a.Slug)).ToListAsync(ct))
                    boards[row.Slug] = new(row.IsPublic, row.Members.ToDictionary(m => m.AccountId, m => m.Role), row.RowVersion);
            }

            isPrimed = true;
            return [.. gone, .. changed];
        }
        finally
        {
            reading.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => reading.Dispose();
}
