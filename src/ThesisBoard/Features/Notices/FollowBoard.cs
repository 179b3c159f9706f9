using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Notices;

/// <summary>A member decides how to follow a board. It is about nobody else: who may read the board may follow it.</summary>
public sealed class FollowBoard(IDbContextFactory<BoardDb> databases, AccessShelf access, NoticeShelf notices, NoticeTaking taking)
{
    /// <returns>False for nobody known, and for who may not read the board.</returns>
    public async Task<bool> Set(Actor actor, string slug, Following following, CancellationToken ct = default)
    {
        if (actor.MemberId is not { } id)
            return false;
        await using var db = await databases.CreateDbContextAsync(ct);
        var role = await RolesNow.Of(db, actor, slug, ct);
        if (!(role.May(Permission.Read) || ((await access.Of(slug, ct)).IsPublic && await db.Accounts.AnyAsync(a => a.Id == id && a.SecurityStamp == actor.Stamp, ct))))
            return false;
        if (!await Write(db, slug, id, following, ct))
            return false;
        await taking.Look(slug, ct); // what is new is new from now on
        return true;
    }

    /// <summary>Ends what is mailed to an account about a board: what the link in every such mail does, without signing in.</summary>
    internal async Task End(Guid account, string slug, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Accounts.AnyAsync(a => a.Id == account, ct))
            await Write(db, slug, account, Following.Nothing, ct);
    }

    private async Task<bool> Write(BoardDb db, string slug, Guid account, Following following, CancellationToken ct)
    {
        if (!await db.Access.AnyAsync(a => a.Slug == slug, ct))
            return false;
        var row = await db.Follows.FirstOrDefaultAsync(f => f.Slug == slug && f.AccountId == account, ct);
        if (row is null)
            db.Add(row = new() { Slug = slug, AccountId = account });
        (row.Mode, row.DaysAhead) = (following.Mode, Math.Clamp(following.DaysAhead, 1, Following.MostDaysAhead));
        await db.SaveChangesAsync(ct);
        if (following.Mode == FollowMode.Off)
            await db.Notices.Where(n => n.Slug == slug && n.AccountId == account && n.MailAt != null).ExecuteUpdateAsync(set => set.SetProperty(n => n.MailAt, (DateTime?)null), ct);
        notices.Forget(account);
        return true;
    }
}
