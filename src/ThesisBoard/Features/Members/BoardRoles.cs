using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;
using ThesisBoard.Live;

namespace ThesisBoard.Features.Members;

/// <summary>Who may do what on a board: the way to read it, and the one way to change it.</summary>
public sealed class BoardRoles(IDbContextFactory<BoardDb> databases, BoardShelf boards, AccessShelf access, BoardChanges changes, TimeProvider clock)
{
    private const int Attempts = 5;
    private const int MostLogged = 100;

    internal static AccessResult NoInvitation { get; } = new AccessResult.Missing("This invitation does not work any more. It was used, withdrawn, is too old, or was cut off; ask for another one.");

    /// <summary>Does the change, or says why not, and tells the open pages: those that may no longer be open end.</summary>
    public async Task<AccessResult> Save(Actor actor, string slug, AccessWrite write, CancellationToken ct = default)
    {
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await Announce(slug, await Attempt(actor, slug, write, ct));
                }
                catch (DbUpdateException e) when (attempt < Attempts && BoardTransaction.IsRace(e))
                {
                    // Somebody else saved first: look again and decide anew.
                }
            }
        }
        catch (Exception e) when (BoardTransaction.Refusal(e) is { } message)
        {
            return new AccessResult.Failed(message);
        }
    }

    /// <summary>The people of a board; null when the actor has no role there, or there is no such board.</summary>
    public async Task<PeopleView?> Read(Actor actor, string slug, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var role = await RolesNow.Of(db, actor, slug, ct);
        if (!role.May(Permission.Read) || await boards.Version(slug, ct) is null)
            return null;
        var now = clock.GetUtcNow().UtcDateTime;
        var here = await (from m in db.BoardMembers.AsNoTracking()
                          join a in db.Accounts on m.AccountId equals a.Id
                          where m.Slug == slug
                          orderby a.Name, a.Id
                          select new BoardPerson(a.Id, a.Name, m.Role, a.Role, m.JoinedAt)).ToListAsync(ct);
        var everywhere = await db.Accounts.AsNoTracking().Where(a => a.Role != Role.Anonymous).OrderBy(a => a.Name).ThenBy(a => a.Id)
            .Select(a => new BoardPerson(a.Id, a.Name, null, a.Role, a.JoinedAt)).ToListAsync(ct);
        var canManage = role.May(Permission.ManageMembers);
        return new(
            [.. here, .. everywhere.Where(e => here.TrueForAll(h => h.Id != e.Id))],
            canManage ? await db.Invitations.AsNoTracking().Where(i => i.Slug == slug && i.ExpiresAt > now).OrderBy(i => i.CreatedAt)
                .Select(i => new OpenInvitation(i.Id, i.Role, i.Email, i.By, i.ExpiresAt)).ToListAsync(ct) : [],
            canManage ? await db.AccessChanges.AsNoTracking().Where(c => c.Slug == slug).OrderByDescending(c => c.Id).Take(MostLogged)
                .Select(c => new AccessChange(c.At, c.By, c.Summary)).ToListAsync(ct) : [],
            (await access.Of(slug, ct)).IsPublic,
            canManage);
    }

    /// <summary>What an open invitation is for; null when it is unknown, used, withdrawn or expired, without telling which.</summary>
    public async Task<Invitation?> FindInvitation(string token, CancellationToken ct = default)
    {
        var (hash, now) = (LinkToken.HashOf(token), clock.GetUtcNow().UtcDateTime);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await (from i in db.Invitations.AsNoTracking()
                      join t in db.Theses on i.Slug equals t.Slug
                      where i.TokenHash == hash && i.ExpiresAt > now
                      select new Invitation(i.Slug, t.Title, i.Role, i.By, i.Email, i.ExpiresAt)).FirstOrDefaultAsync(ct);
    }

    private async Task<AccessResult> Attempt(Actor actor, string slug, AccessWrite write, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (write.Needs is { } needs && !(await RolesNow.Of(db, actor, slug, ct)).May(needs))
            return new AccessResult.Denied(needs);
        var board = await db.Access.Include(a => a.Members).Include(a => a.Invitations).FirstOrDefaultAsync(a => a.Slug == slug, ct);
        if (board is null || !await db.Theses.AnyAsync(t => t.Slug == slug, ct))
            return new AccessResult.Missing("There is no such board.");
        var desk = new AccessDesk(db, board, new(clock.GetUtcNow().UtcDateTime, actor));
        var result = await write.Apply(desk, ct);
        if (result is not AccessResult.Saved saved || desk.Summary.Length == 0)
            return result;
        db.Entry(board).State = EntityState.Modified; // its version stands for everything that hangs on it
        var by = saved.Member ?? actor;
        db.Add(new AccessChangeRow { Slug = slug, At = desk.Moment.Utc, MemberId = by.MemberId, By = by.Name, Verb = write.Verb, Summary = desk.Summary });
        await db.SaveChangesAsync(ct);
        return result;
    }

    private async Task<AccessResult> Announce(string slug, AccessResult result)
    {
        if (result is not AccessResult.Saved)
            return result;
        await access.Refresh(CancellationToken.None);
        if (await boards.Version(slug, CancellationToken.None) is { } version)
            changes.Publish(new(slug, version));
        return result;
    }
}

/// <summary>The people of a board, and for its owners what is open and what was changed.</summary>
public sealed record PeopleView(
    IReadOnlyList<BoardPerson> People, IReadOnlyList<OpenInvitation> Invitations, IReadOnlyList<AccessChange> Changes, bool IsPublic, bool CanManage);

/// <summary>Somebody who may do something on a board.</summary>
/// <param name="Here">The role on this board alone.</param>
/// <param name="Everywhere">The role on every board; <see cref="Role.Anonymous"/> for a guest.</param>
public sealed record BoardPerson(Guid Id, string Name, Role? Here, Role Everywhere, DateTime JoinedAt);

/// <summary>An invitation that nobody used yet.</summary>
public sealed record OpenInvitation(Guid Id, Role Role, string Email, string By, DateTime ExpiresAt);

/// <summary>One line of what was changed about access.</summary>
public sealed record AccessChange(DateTime At, string By, string Summary);

/// <summary>What an invitation gives.</summary>
public sealed record Invitation(string Slug, string Board, Role Role, string By, string Email, DateTime ExpiresAt);
