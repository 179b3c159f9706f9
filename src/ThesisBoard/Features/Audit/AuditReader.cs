using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Audit;

/// <summary>A board of the database as it was found at a time.</summary>
public sealed record LiveAudit(AuditReport Report, DateTime At);

/// <summary>
/// Checks boards in the database, each version once for everybody who asks. After an hour it is checked again: what is done to the tables behind the program's
/// back makes no new version.
/// </summary>
public sealed class AuditReader(BoardShelf shelf, IDbContextFactory<BoardDb> databases, Data.Documents documents, TimeProvider clock) : IDisposable
{
    private readonly SharedCache<(string Slug, long Version, long Hour), LiveAudit> audits = new(limit: 500, weight: _ => 1);
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>The audit of a board; null when there is none of that name.</summary>
    public async Task<LiveAudit?> Read(string slug, CancellationToken ct) => await shelf.Version(slug, ct) is { } version
        ? await audits.Get((slug, version, clock.GetUtcNow().Ticks / TimeSpan.TicksPerHour), () => Check(slug), ct)
        : null;

    /// <inheritdoc />
    public void Dispose()
    {
        audits.Dispose();
        turn.Dispose();
    }

    private async Task<LiveAudit?> Check(string slug)
    {
        await turn.WaitAsync();
        try
        {
            var at = clock.GetUtcNow().UtcDateTime;
            await using var db = await databases.CreateDbContextAsync();
            while (await Stored(db, slug) is { } board)
            {
                var result = await BoardAudit.Run(new(slug, board.Version, board.Content, BoardLog.Entries(db, slug, long.MaxValue), Open), CancellationToken.None);
                if (await db.Theses.AnyAsync(t => t.Slug == slug && t.Version == board.Version))
                    return new(result.Report, at); // nobody wrote in between
            }

            return null;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>From the tables, not from what this process remembers of them.</summary>
    private static async Task<StoredBoard?> Stored(BoardDb db, string slug) =>
        await BoardStore.Look(db, slug, CancellationToken.None) is { } row ? await BoardStore.Load(db, row, CancellationToken.None) : null;

    private async Task<Stream?> Open(Core.Quantities.Sha256 hash, CancellationToken ct) => await documents.Find(hash, ct) is { } stored ? stored.Open() : null;
}
