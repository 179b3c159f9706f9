using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Members;

/// <summary>The roles of a member as the database has them at this moment: what every write stands on.</summary>
/// <param name="Everywhere">On every board.</param>
/// <param name="Here">On the board that was asked for; null when the member has none of its own there.</param>
internal sealed record RolesNow(Role Everywhere, Role? Here)
{
    // The same condition as that of Members.Signed, which EF cannot call from within a compiled query: RolesNowTests compares the two.
    private static readonly PerModel<Func<BoardDb, Guid, string?, Guid?, Guid?, string?, CancellationToken, Task<RolesNow?>>> Query = new(() =>
        EF.CompileAsyncQuery((BoardDb db, Guid id, string? stamp, Guid? session, Guid? token, string? slug, CancellationToken _) => db.Accounts
            .Where(m => m.Id == id && m.SecurityStamp == stamp
                && (session == null || db.Sessions.Any(s => s.Id == session && s.AccountId == id))
                && (token == null || db.PersonalTokens.Any(t => t.Id == token && t.AccountId == id)))
            .Select(m => new RolesNow(m.Role, db.BoardMembers.Where(b => b.Slug == slug && b.AccountId == id).Select(b => (Role?)b.Role).FirstOrDefault()))
            .FirstOrDefault()));

    /// <summary>The actor's role on a board, or on every board where none is named.</summary>
    public static async Task<Role> Of(BoardDb db, Actor actor, string? slug, CancellationToken ct)
    {
        if (actor.MemberId is not { } id)
            return actor.Role;
        var roles = await Query.For(db)(db, id, actor.Stamp, actor.SessionId, actor.TokenId, slug, ct);
        return roles is null ? Role.Anonymous : actor.Capped(roles.Here > roles.Everywhere ? roles.Here.Value : roles.Everywhere);
    }
}
