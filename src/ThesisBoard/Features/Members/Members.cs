using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;

namespace ThesisBoard.Features.Members;

/// <summary>A person who signs in.</summary>
/// <param name="IsToConfirm">An address is noted that nobody confirmed yet.</param>
public sealed record Member(Guid Id, string Name, Role Role, DateTime JoinedAt, Guid RowVersion, bool IsToConfirm);

/// <summary>Who is a member, and with which role.</summary>
public sealed class Members(IDbContextFactory<BoardDb> databases, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);
    private bool hasOwner;
    private DateTimeOffset askedForOwner;
    private readonly MemoryCache seen = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <summary>All members, by name.</summary>
    public async Task<IReadOnlyList<Member>> All(CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await db.Accounts.AsNoTracking().OrderBy(m => m.Name).ThenBy(m => m.Id).ToListAsync(ct);
        return [.. rows.Select(m => new Member(m.Id, m.Name, m.Role, m.JoinedAt, m.RowVersion, m.Email is not null && !m.EmailConfirmed))];
    }

    /// <summary>Until somebody owns this installation, nothing can be changed. Once there is an owner there always is one, so that is asked only until then, and seldom.</summary>
    public async ValueTask<bool> HasOwner(CancellationToken ct = default)
    {
        if (hasOwner || clock.GetUtcNow() - askedForOwner < Trust)
            return hasOwner;
        await using var db = await databases.CreateDbContextAsync(ct);
        hasOwner = await db.Accounts.AnyAsync(m => m.Role == Role.Owner, ct);
        askedForOwner = clock.GetUtcNow();
        return hasOwner;
    }

    /// <summary>Gives a member another role, from the next request on; null takes the membership away. The last owner stays.</summary>
    /// <returns>False when the actor may not, the member changed since, or would have been the last owner.</returns>
    public async Task<bool> SetRole(Actor actor, Guid id, Role? role, Guid rowVersion, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!(await RolesNow.Of(db, actor, null, ct)).May(Permission.ManageMembers))
            return false;
        if (await db.Accounts.FirstOrDefaultAsync(m => m.Id == id, ct) is not { } member || member.RowVersion != rowVersion)
            return false;
        if (member.Role == Role.Owner && role != Role.Owner && await db.Accounts.CountAsync(m => m.Role == Role.Owner, ct) == 1)
            return false;
        if (role is { } other)
            member.Role = other;
        else
            db.Remove(member);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }

        seen.Remove(id);
        return true;
    }

    /// <summary>The actor as a member now; null when the membership or the sign-in ended. Asked at most every few seconds a member.</summary>
    public async ValueTask<Actor?> Refresh(Actor actor, CancellationToken ct = default)
    {
        if (actor.MemberId is not { } id)
            return null;
        if (!seen.TryGetValue(id, out Seen? known) || clock.GetUtcNow() - known!.At > Trust || !known.Knows(actor)) // another node may just have let the member in
            known = await Look(id, actor.SessionId, ct);
        return known.Knows(actor) ? known.Member!.In(actor.SessionId) : null;
    }

    /// <summary>The same for a page that is open already: while the database is away nobody can be asked, nothing can be written, and what was right stays so.</summary>
    public async ValueTask<Actor?> Recheck(Actor actor, CancellationToken ct = default)
    {
        try
        {
            return await Refresh(actor, ct);
        }
        catch (Exception e) when (BoardTransaction.Refusal(e) is not null)
        {
            return actor;
        }
    }

    /// <summary>What is remembered of a member no longer counts.</summary>
    internal void Forget(Guid id) => seen.Remove(id);

    private async Task<Seen> Look(Guid id, Guid? session, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var row = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, ct);
        var sessions = await db.Sessions.AsNoTracking().Where(s => s.AccountId == id).Select(s => new { s.Id, s.SeenAt }).ToDictionaryAsync(s => s.Id, s => s.SeenAt, ct);
        if (session is { } here && sessions.TryGetValue(here, out var last) && now.UtcDateTime - last > SeenEvery)
            await db.Sessions.Where(s => s.Id == here).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now.UtcDateTime), ct);
        var found = new Seen(now, row is null ? null : Actor.Member(row), sessions.Keys.ToHashSet());
        seen.Set(id, found, new MemoryCacheEntryOptions { Size = 1 });
        return found;
    }

    /// <inheritdoc />
    public void Dispose() => seen.Dispose();

    /// <summary>The member's account, if the sign-in or the token by which the actor acts still holds.</summary>
    internal static IQueryable<AccountRow> Signed(BoardDb db, Actor actor)
    {
        var (id, session, token) = (actor.MemberId, actor.SessionId, actor.TokenId);
        var accounts = db.Accounts.Where(m => m.Id == id && m.SecurityStamp == actor.Stamp && (session == null || db.Sessions.Any(s => s.Id == session && s.AccountId == id)));
        return token is null ? accounts : accounts.Where(m => db.PersonalTokens.Any(t => t.Id == token && t.AccountId == id));
    }

    private sealed record Seen(DateTimeOffset At, Actor? Member, IReadOnlySet<Guid> Sessions)
    {
        public bool Knows(Actor actor) => Member?.Stamp == actor.Stamp && (actor.SessionId is not { } session || Sessions.Contains(session));
    }
}
