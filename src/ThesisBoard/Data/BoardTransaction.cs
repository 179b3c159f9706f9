using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Shares;
using ThesisBoard.Live;

namespace ThesisBoard.Data;

/// <summary>
/// The one way to change a board: permission, what the writer saw, the rules of Core, the rows, the log and the new version, all in one transaction;
/// then everybody who watches is told.
/// </summary>
public sealed class BoardTransaction(
    DatabaseSettings settings, IDbContextFactory<BoardDb> databases, BoardShelf shelf, AccessShelf access, ShareShelf shares, BoardChanges changes, TimeProvider clock)
{
    private const int Attempts = 8;
    private const int SqliteConstraint = 19;

    // SQLite takes one writer at a time: whoever finds it taken sleeps there, on a thread, in growing steps of up to a tenth of a second. Here the next one goes on at once.
    private readonly SemaphoreSlim[] queues = [.. Enumerable.Range(0, settings.Provider == DatabaseProvider.Sqlite ? 1 : 16).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Does the write, or says why not. A write that changes nothing is saved without a new version.</summary>
    public Task<WriteResult> Save(Actor actor, string slug, BoardWrite write, CancellationToken ct = default) => Save(actor, slug, write, null, ct);

    /// <summary>The same, once: a request that was done under this name already is answered by what came of it then.</summary>
    public async Task<WriteResult> Save(Actor actor, string slug, BoardWrite write, RetryId? retry, CancellationToken ct)
    {
        var queue = queues[(slug.GetHashCode(StringComparison.Ordinal) & int.MaxValue) % queues.Length];
        await queue.WaitAsync(ct);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await Announce(slug, write, await Attempt(new(retry?.Value ?? Guid.NewGuid(), actor, slug, write, new(clock.GetUtcNow().UtcDateTime, actor), retry), ct));
                }
                catch (DbUpdateException e) when (attempt < Attempts && IsRace(e))
                {
                    shelf.Doubt(slug); // another process saved first: look at the board again and decide anew
                }
            }
        }
        catch (Exception e) when (Refusal(e) is { } message)
        {
            return new WriteResult.Failed(message);
        }
        finally
        {
            queue.Release();
        }
    }

    /// <summary>The engine's own retries repeat the whole transaction; a lost answer to a commit is settled by looking for the write's number in the log.</summary>
    private async Task<Written> Attempt(WriteRequest request, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Database.CreateExecutionStrategy().ExecuteInTransactionAsync(
            new BoardWriter(db, shelf, request),
            static (writer, token) => writer.Run(token),
            static (writer, token) => writer.IsSaved(token),
            ct);
    }

    private async Task<WriteResult> Announce(string slug, BoardWrite write, Written written)
    {
        if (written.IsNew)
            await access.Refresh(CancellationToken.None);
        if (written.IsNew || write is SideWrite)
            await shares.Refresh(CancellationToken.None);
        if (written.Board is { } board)
            shelf.Put(slug, board);
        else if (written.IsGone)
            shelf.Remove(slug);
        if (written is { HasChanged: true, Result: WriteResult.Saved saved })
            changes.Publish(new(slug, saved.Version));
        return written.Result;
    }

    /// <summary>Somebody else saved first.</summary>
    internal static bool IsRace(DbUpdateException e) =>
        e is DbUpdateConcurrencyException
        || e.InnerException is SqliteException { SqliteErrorCode: SqliteConstraint }
        || e.InnerException is Microsoft.Data.SqlClient.SqlException { Number: 2601 or 2627 };

    /// <summary>Why the database did not take a write, in a sentence; null for what is no fault of the database.</summary>
    internal static string? Refusal(Exception e) => (e is DbUpdateException or RetryLimitExceededException ? e.InnerException ?? e : e) switch
    {
        SqliteException { SqliteErrorCode: 13 } => "The disk is full. Nothing was changed; free some space and save again.",
        SqliteException { SqliteErrorCode: 5 or 6 } => "The database is busy with another program. Nothing was changed; save again in a moment.",
        SqliteException { SqliteErrorCode: 8 } => "The database can only be read. Nothing was changed; give this program the right to write to its data folder.",
        DbException or RetryLimitExceededException => "The database did not take the change. Nothing was changed; save again in a moment.",
        _ => null,
    };
}
