using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;

namespace ThesisBoard.Features.Members;

/// <summary>A browser in which somebody is signed in.</summary>
public sealed record Session(Guid Id, string Device, DateTime StartedAt, DateTime SeenAt);

/// <summary>
/// The browsers in which members are signed in. A cookie without its session is worth nothing: to end a session ends the cookie's right with the next request,
/// the next event of a circuit and the next write, on other nodes within seconds.
/// </summary>
public sealed class Sessions(IDbContextFactory<BoardDb> databases, Members members, TimeProvider clock)
{
    /// <summary>How long a session lives that nobody uses; as long as the cookie.</summary>
    internal static readonly TimeSpan Unused = TimeSpan.FromDays(30);

    /// <summary>Begins one, for a member whose right to sign in was settled before.</summary>
    internal async Task<Actor> Start(Actor member, string userAgent, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Sessions.Where(s => s.AccountId == member.MemberId && s.SeenAt < now - Unused).ExecuteDeleteAsync(ct);
        var session = new SessionRow { Id = Guid.NewGuid(), AccountId = member.MemberId!.Value, Device = DeviceName.Of(userAgent), StartedAt = now, SeenAt = now };
        db.Add(session);
        await db.SaveChangesAsync(ct);
        return member.In(session.Id);
    }

    /// <summary>The actor's own, the latest used first.</summary>
    public async Task<IReadOnlyList<Session>> Of(Actor actor, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await Members.Signed(db, actor).SelectMany(a => db.Sessions.Where(s => s.AccountId == a.Id)).OrderByDescending(s => s.SeenAt)
            .Select(s => new Session(s.Id, s.Device, s.StartedAt, s.SeenAt)).ToListAsync(ct);
    }

    /// <summary>Ends one of the actor's own sessions; false when it is none of them.</summary>
    public async Task<bool> End(Actor actor, Guid session, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var isEnded = await Members.Signed(db, actor).AnyAsync(ct) && await db.Sessions.Where(s => s.Id == session && s.AccountId == actor.MemberId).ExecuteDeleteAsync(ct) > 0;
        if (actor.MemberId is { } id)
            members.Forget(id);
        return isEnded;
    }

    /// <summary>Signs the actor out everywhere, here too: every cookie and every link by mail that was ever given out is worth nothing.</summary>
    public async Task<bool> EndAll(Actor actor, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await Members.Signed(db, actor).FirstOrDefaultAsync(ct) is not { } account)
            return false;
        account.SecurityStamp = $"{Guid.NewGuid():n}";
        db.Sessions.RemoveRange(await db.Sessions.Where(s => s.AccountId == account.Id).ToListAsync(ct));
        await db.SaveChangesAsync(ct);
        members.Forget(account.Id);
        return true;
    }
}
