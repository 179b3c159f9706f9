using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Members;

/// <summary>A person who signs in.</summary>
public sealed record Member(Guid Id, string Name, Role Role, DateTime JoinedAt, Guid RowVersion);

/// <summary>Who is a member, and with which role.</summary>
public sealed class Members(IDbContextFactory<BoardDb> databases, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(3);
    private bool hasOwner;
    private DateTimeOffset askedForOwner;
    private readonly MemoryCache seen = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <summary>All members, by name.</summary>
    public async Task<IReadOnlyList<Member>> All(CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Accounts.AsNoTracking().OrderBy(m => m.Name).ThenBy(m => m.Id)
            .Select(m => new Member(m.Id, m.Name, m.Role, m.JoinedAt, m.RowVersion)).ToListAsync(ct);
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
        if (!(await CurrentRole(db, actor, ct)).May(Permission.ManageMembers))
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
        if (!seen.TryGetValue(id, out Seen? known) || clock.GetUtcNow() - known!.At > Trust)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var row = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, ct);
            known = new(clock.GetUtcNow(), row is null ? null : Actor.Member(row));
            seen.Set(id, known, new MemoryCacheEntryOptions { Size = 1 });
        }

        return known.Member?.Stamp == actor.Stamp ? known.Member : null;
    }

    /// <inheritdoc />
    public void Dispose() => seen.Dispose();

    /// <summary>The role on every board now, not at sign-in.</summary>
    internal static async Task<Role> CurrentRole(BoardDb db, Actor actor, CancellationToken ct) => actor.MemberId is not { } id
        ? actor.Role
        : await db.Accounts.Where(m => m.Id == id && m.SecurityStamp == actor.Stamp).Select(m => (Role?)m.Role).FirstOrDefaultAsync(ct) ?? Role.Anonymous;

    private sealed record Seen(DateTimeOffset At, Actor? Member);
}
