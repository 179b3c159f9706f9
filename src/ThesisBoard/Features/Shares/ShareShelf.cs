using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;

namespace ThesisBoard.Features.Shares;

/// <summary>
/// All links that are not revoked, as this process knows them: read once, then again what changed. A token is looked up in memory whether it is there or not,
/// so that nobody learns from the time of an answer which tokens there are.
/// </summary>
public sealed class ShareShelf(IDbContextFactory<BoardDb> databases) : IDisposable
{
    private const int KeysPerQuery = 500;
    private readonly ConcurrentDictionary<string, ShareLink> links = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim reading = new(1);
    private volatile bool isPrimed;

    /// <summary>The link of a token; null when there is none, or it was revoked.</summary>
    public async ValueTask<ShareLink?> Find(string token, CancellationToken ct)
    {
        if (!isPrimed)
            await Refresh(ct);
        return links.GetValueOrDefault(ShareToken.HashOf(token));
    }

    /// <summary>The link as it is known now; null once it is revoked.</summary>
    public ShareLink? Again(ShareLink link) => links.GetValueOrDefault(link.TokenHash);

    /// <summary>Reads what changed, and returns the names of the boards whose links did.</summary>
    public async Task<IReadOnlyList<string>> Refresh(CancellationToken ct)
    {
        await reading.WaitAsync(ct);
        try
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var now = await db.Shares.AsNoTracking().Where(s => s.RevokedAt == null)
                .Select(s => new { s.TokenHash, s.RowVersion, IsUsedUp = s.MaxViews != null && s.Views >= s.MaxViews })
                .ToDictionaryAsync(s => s.TokenHash, s => (s.RowVersion, s.IsUsedUp), ct);
            var boards = new HashSet<string>(StringComparer.Ordinal);
            foreach (var gone in links.Values.Where(l => !now.ContainsKey(l.TokenHash)).ToList())
            {
                links.TryRemove(gone.TokenHash, out _);
                boards.Add(gone.Slug);
            }

            var changed = now.Where(n => !links.TryGetValue(n.Key, out var known) || (known.RowVersion, known.IsUsedUp) != n.Value).Select(n => n.Key);
            foreach (var some in changed.Chunk(KeysPerQuery))
            {
                foreach (var row in await db.Shares.AsNoTracking().Where(s => some.Contains(s.TokenHash) && s.RevokedAt == null).ToListAsync(ct))
                {
                    links[row.TokenHash] = Of(row);
                    boards.Add(row.Slug);
                }
            }

            isPrimed = true;
            return [.. boards];
        }
        finally
        {
            reading.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => reading.Dispose();

    private static ShareLink Of(ShareRow row) => new(
        row.Id, row.Slug, row.TokenHash, row.RowVersion, row.ShowsDocuments, row.ShowsComments, row.ShowsPreview,
        row.PinnedOn, row.PinnedVersion, row.PasswordHash, row.ExpiresAt, row.MaxViews, row.Views >= row.MaxViews, row.MadeAt);
}
