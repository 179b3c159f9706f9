using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Notices;

/// <summary>What each member was told, and follows. A notice of a board that the member may no longer read is not shown.</summary>
public sealed class NoticeShelf(IDbContextFactory<BoardDb> databases, AccessShelf access, TimeProvider clock)
{
    private const int MostShown = 100;
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<Guid, (int Count, DateTimeOffset At)> unread = new();

    /// <summary>How many are not read yet; asked at most every few seconds a member.</summary>
    public async ValueTask<int> Unread(Actor actor, CancellationToken ct = default)
    {
        if (actor.MemberId is not { } id)
            return 0;
        if (unread.TryGetValue(id, out var known) && clock.GetUtcNow() - known.At < Trust)
            return known.Count;
        var at = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var boards = await db.Notices.Where(n => n.AccountId == id && n.ReadAt == null).GroupBy(n => n.Slug).Select(g => new { Slug = g.Key, Count = g.Count() }).ToListAsync(ct);
        var count = 0;
        foreach (var board in boards)
            count += (await access.Of(board.Slug, ct)).MayRead(actor) ? board.Count : 0;
        unread[id] = (count, at);
        return count;
    }

    /// <summary>The newest, newest first.</summary>
    public async Task<IReadOnlyList<Notice>> Read(Actor actor, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await db.Notices.AsNoTracking().Where(n => n.AccountId == actor.MemberId).OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Take(MostShown).ToListAsync(ct);
        var notices = new List<Notice>();
        foreach (var row in rows)
        {
            if (MayRead(await access.Of(row.Slug, ct), actor, row.Kind))
                notices.Add(new(row.Slug, row.Kind, row.Text, row.Anchor, row.At, row.ReadAt is not null));
        }

        return notices;
    }

    /// <summary>How the member follows each board; a board that is not named here is not followed.</summary>
    public async Task<IReadOnlyDictionary<string, Following>> Followed(Actor actor, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Follows.AsNoTracking().Where(f => f.AccountId == actor.MemberId).ToDictionaryAsync(f => f.Slug, f => new Following(f.Mode, f.DaysAhead), ct);
    }

    /// <summary>The member has seen them all.</summary>
    public async Task MarkRead(Actor actor, CancellationToken ct = default)
    {
        if (actor.MemberId is not { } id)
            return;
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Notices.Where(n => n.AccountId == id && n.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, (DateTime?)now), ct);
        Forget(id);
    }

    internal void Forget(Guid account) => unread.TryRemove(account, out _);

    /// <summary>What members say is for members of the board, also where everybody may read the rest of it; what waits for review is for who may give it.</summary>
    internal static bool MayRead(BoardAccess board, Actor actor, NoticeKind kind) => kind switch
    {
        NoticeKind.Mention => board.RoleOf(actor).May(Permission.ReadComments),
        NoticeKind.Review => board.RoleOf(actor).May(Permission.Judge),
        _ => board.MayRead(actor),
    };
}
