using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Members;
using ThesisBoard.Live;

namespace ThesisBoard.Features.Comments;

/// <summary>The comments of all boards: their only way in and out. They are no part of the record, and no version of it knows of them.</summary>
public sealed class CommentShelf(IDbContextFactory<BoardDb> databases, BoardShelf boards, BoardChanges changes, TimeProvider clock) : IDisposable
{
    private const int Attempts = 5;
    private const long MostCachedCharacters = 16 * 1024 * 1024;
    private static readonly Talk Silence = new(Guid.Empty, Array.Empty<CommentThread>().ToLookup(t => t.Subject));

    /// <summary>How long a stamp is believed without asking: another process may have written.</summary>
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<string, (Guid Stamp, DateTimeOffset At)> stamps = Stamps(changes);
    private readonly SharedCache<(string Slug, Guid Stamp), Talk> talks = new(MostCachedCharacters, talk => 100 + talk.Threads.SelectMany(t => t).SelectMany(t => t.Comments).Sum(c => 100L + c.Text.Length));

    /// <summary>Does the write, or says why not, and tells the open pages.</summary>
    public Task<CommentResult> Save(Actor actor, string slug, CommentWrite write, CancellationToken ct = default) => Save(actor, slug, write, Guid.CreateVersion7(), ct);

    /// <summary>The same with the id that a new comment gets; where there is one of that id already, nothing is said twice.</summary>
    public async Task<CommentResult> Save(Actor actor, string slug, CommentWrite write, Guid id, CancellationToken ct)
    {
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await Announce(slug, await Attempt(actor, slug, write, id, ct), ct);
                }
                catch (DbUpdateException e) when (attempt < Attempts && BoardTransaction.IsRace(e))
                {
                    // Somebody else saved first: look again and decide anew.
                }
            }
        }
        catch (Exception e) when (BoardTransaction.Refusal(e) is { } message)
        {
            return new CommentResult.Failed(message);
        }
    }

    /// <summary>All comments of a board; null when the actor, whose role is the one on this board, may not read them.</summary>
    public async ValueTask<Talk?> Read(Actor actor, string slug, CancellationToken ct = default) =>
        actor.May(Permission.ReadComments) ? await Read(slug, ct) : null;

    /// <summary>The comments for a page whose readers are nobody known, and whose link says whether it shows them; null when not.</summary>
    public async ValueTask<Talk?> ReadShared(string slug, bool showsComments, CancellationToken ct = default) => showsComments ? await Read(slug, ct) : null;

    /// <summary>Differs after every change of a board's comments; read at most every few seconds, and after every write of this process.</summary>
    public async ValueTask<Guid> Stamp(string slug, CancellationToken ct = default)
    {
        if (stamps.TryGetValue(slug, out var known) && clock.GetUtcNow() - known.At < Trust)
            return known.Stamp;
        var at = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var stamp = await db.Talks.Where(t => t.Slug == slug).Select(t => t.Stamp).FirstOrDefaultAsync(ct);
        stamps[slug] = (stamp, at);
        return stamp;
    }

    /// <inheritdoc />
    public void Dispose() => talks.Dispose();

    private async ValueTask<Talk> Read(string slug, CancellationToken ct)
    {
        var stamp = await Stamp(slug, ct);
        return stamp == Guid.Empty ? Silence : (await talks.Get((slug, stamp), async () => await Load(slug, stamp), ct))!;
    }

    /// <summary>One query, however much was said.</summary>
    private async Task<Talk?> Load(string slug, Guid stamp)
    {
        await using var db = await databases.CreateDbContextAsync();
        var rows = await db.Comments.AsNoTracking().Where(c => c.Slug == slug).OrderBy(c => c.WrittenAt).ThenBy(c => c.Id).ToListAsync();
        var answers = rows.ToLookup(c => c.ThreadId);
        var threads = rows.Where(c => c.Id == c.ThreadId).Select(c => new CommentThread(
            c.Id, new(c.Place, c.Key), [.. answers[c.Id].Select(Of)], c.ResolvedAt is null ? null : c.ResolvedBy));
        return new(stamp, threads.Where(t => !t.IsEmpty).ToLookup(t => t.Subject));
    }

    private async Task<CommentResult> Attempt(Actor actor, string slug, CommentWrite write, Guid id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!(await RolesNow.Of(db, actor, slug, ct)).May(write.Needs))
            return new CommentResult.Denied("You may not comment with your role. Ask an owner for another role.");
        return await BoardStore.Find(db, slug, ct) is { } board
            ? await write.Apply(new(db, board, new(clock.GetUtcNow().UtcDateTime, actor), id), ct)
            : new CommentResult.Missing("There is no such board.");
    }

    private async Task<CommentResult> Announce(string slug, CommentResult result, CancellationToken ct)
    {
        if (result is CommentResult.Saved)
        {
            stamps.TryRemove(slug, out _);
            if (await boards.Version(slug, ct) is { } version)
                changes.Publish(new(slug, version));
        }

        return result;
    }

    private static Comment Of(CommentRow row) => new(row.Id, row.AuthorId, row.By, row.Text, row.Mentions, row.WrittenAt, row.EditedAt, row.RemovedAt is not null);

    /// <summary>What another node wrote is looked for at once.</summary>
    private static ConcurrentDictionary<string, (Guid Stamp, DateTimeOffset At)> Stamps(BoardChanges changes)
    {
        var stamps = new ConcurrentDictionary<string, (Guid Stamp, DateTimeOffset At)>(StringComparer.Ordinal);
        changes.Elsewhere(slug => stamps.TryRemove(slug, out _));
        return stamps;
    }
}
