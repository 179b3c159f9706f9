using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;

namespace ThesisBoard.Features.Members;

/// <summary>What a one-time link does, for the page that asks before it is used.</summary>
/// <param name="Name">The person's name; empty when the person chooses it, as the first owner does.</param>
/// <param name="Role">The role that the person gets or has.</param>
/// <param name="ExpiresAt">Until when, in UTC.</param>
public sealed record SignInLink(string Name, Role Role, DateTime ExpiresAt);

/// <summary>
/// Links that sign one person in, once. The token has 256 random bits, and only its SHA-256 is kept, so that neither a backup nor a log gives anybody a way in.
/// Opening a link changes nothing; <see cref="Redeem"/> uses it up.
/// </summary>
public sealed class SignInLinks(IDbContextFactory<BoardDb> databases, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>A link that makes the owner, or null when there is one already. An older link of this kind stops working.</summary>
    public async Task<string?> CreateFirst(CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Accounts.AnyAsync(m => m.Role == Role.Owner, ct))
            return null;
        await db.SignInLinks.Where(l => l.AccountId == null && l.Name == "" && l.UsedAt == null).ExecuteDeleteAsync(ct);
        return await Add(db, null, "", Role.Owner, ct);
    }

    /// <summary>A link that makes a member of this name and role, or signs the member in who has this name; null when the actor may not.</summary>
    public async Task<string?> Create(Actor actor, string name, Role role, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!(await RolesNow.Of(db, actor, null, ct)).May(Permission.ManageMembers))
            return null;
        var member = await db.Accounts.Where(m => m.Name == name).Select(m => new { m.Id, m.Role }).FirstOrDefaultAsync(ct);
        return await Add(db, member?.Id, name.Trim(), member?.Role ?? role, ct);
    }

    /// <summary>A link that signs one member in, for one who lost every other way; null when the actor may not, or there is no such member.</summary>
    public async Task<string?> CreateFor(Actor actor, Guid accountId, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return (await RolesNow.Of(db, actor, null, ct)).May(Permission.ManageMembers) && await db.Accounts.FirstOrDefaultAsync(m => m.Id == accountId, ct) is { } member
            ? await Add(db, member.Id, member.Name, member.Role, ct)
            : null;
    }

    /// <summary>What an unused link would do; null when it is unknown, used or expired, without telling which.</summary>
    public async Task<SignInLink?> Find(string token, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await Usable(db, token).Select(l => new SignInLink(l.Name, l.Role, l.ExpiresAt)).FirstOrDefaultAsync(ct);
    }

    /// <summary>Uses the link up and gives the member; null when it is unknown, used or expired. The name is read only where the link carries none.</summary>
    public async Task<Actor?> Redeem(string token, string? name = null, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var newId = Guid.CreateVersion7();
        return await db.Database.CreateExecutionStrategy().ExecuteInTransactionAsync(
            token,
            async (_, ct) => await Redeem(db, token, name, newId, ct),
            async (_, ct) => await db.Accounts.AnyAsync(m => m.Id == newId, ct),
            ct);
    }

    private async Task<Actor?> Redeem(BoardDb db, string token, string? typed, Guid newId, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (await Usable(db, token).AsNoTracking().FirstOrDefaultAsync(ct) is not { } link)
            return null;
        var name = (link.Name.Length > 0 ? link.Name : typed ?? "").Trim();
        if (name.Length is 0 or > ThesisBoard.Core.Theses.ThesisCheck.MaxTitle)
            return null;
        var now = clock.GetUtcNow().UtcDateTime;
        if (await Usable(db, token).ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, now), ct) != 1)
            return null; // somebody was faster
        if (link.Name.Length == 0 && await db.Accounts.AnyAsync(m => m.Role == Role.Owner, ct))
            return null;
        var member = link.AccountId is { } id ? await db.Accounts.FirstOrDefaultAsync(m => m.Id == id, ct) : null;
        if (member is null && link.AccountId is not null)
            return null; // removed since
        if (member is null)
        {
            db.Add(member = AccountRow.Create(newId, name, link.Role, now));
            await db.SaveChangesAsync(ct);
        }

        return Actor.Member(member);
    }

    private IQueryable<SignInLinkRow> Usable(BoardDb db, string token)
    {
        var (hash, now) = (LinkToken.HashOf(token), clock.GetUtcNow().UtcDateTime);
        return db.SignInLinks.Where(l => l.TokenHash == hash && l.UsedAt == null && l.ExpiresAt > now);
    }

    private async Task<string> Add(BoardDb db, Guid? accountId, string name, Role role, CancellationToken ct)
    {
        var token = LinkToken.New();
        db.Add(new SignInLinkRow
        {
            TokenHash = LinkToken.HashOf(token),
            AccountId = accountId,
            Name = name,
            Role = role,
            ExpiresAt = clock.GetUtcNow().UtcDateTime + Lifetime,
        });
        await db.SaveChangesAsync(ct);
        return token;
    }
}
