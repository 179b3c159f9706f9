using Microsoft.EntityFrameworkCore;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data.Rows;

namespace ThesisBoard.Features.Members;

/// <summary>Uses an invitation up: a signed-in member gets its role beside the others, anybody else an account.</summary>
/// <param name="Name">The name of whoever has no account yet.</param>
public sealed record AcceptInvitation(string Token, string Name = "") : AccessWrite
{
    /// <inheritdoc />
    public override Permission? Needs => null;

    internal override async Task<AccessResult> Apply(AccessDesk desk, CancellationToken ct)
    {
        var hash = LinkToken.HashOf(Token);
        if (desk.Board.Invitations.FirstOrDefault(i => i.TokenHash == hash && i.ExpiresAt > desk.Moment.Utc) is not { } invitation)
            return BoardRoles.NoInvitation;
        var account = await Members.Signed(desk.Db, desk.Moment.Actor).FirstOrDefaultAsync(ct);
        var member = desk.Board.Members.FirstOrDefault(m => m.AccountId == account?.Id);
        if (account is not null && (account.Role >= invitation.Role || member?.Role >= invitation.Role))
            return new AccessResult.Invalid("You may do all of this already. The link stays for somebody else.");
        if (account is null)
        {
            if (Name.Trim().Length is 0 or > ThesisCheck.MaxTitle)
                return new AccessResult.Invalid("Type your name first.");
            desk.Db.Add(account = AccountRow.Create(Guid.CreateVersion7(), Name.Trim(), Role.Anonymous, desk.Moment.Utc));
        }

        if (member is null)
            desk.Board.Members.Add(new() { Slug = desk.Board.Slug, AccountId = account.Id, Role = invitation.Role, JoinedAt = desk.Moment.Utc });
        else
            member.Role = invitation.Role;
        desk.Db.Remove(invitation);
        desk.Summary = $"{account.Name} accepted the invitation of {invitation.By} and is {RoleWords.A(invitation.Role)}";
        return new AccessResult.Saved(Member: Actor.Member(account).In(desk.Moment.Actor.SessionId));
    }
}
