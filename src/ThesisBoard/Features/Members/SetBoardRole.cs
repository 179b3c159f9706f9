using Microsoft.EntityFrameworkCore;

namespace ThesisBoard.Features.Members;

/// <summary>Gives somebody another role on a board, or takes it away; it counts from the next request and the next event on.</summary>
/// <param name="To">The new role; null withdraws it.</param>
/// <param name="Was">The role that the person who changes it saw.</param>
public sealed record SetBoardRole(Guid AccountId, Role? To, Role Was) : AccessWrite
{
    internal override async Task<AccessResult> Apply(AccessDesk desk, CancellationToken ct)
    {
        if (desk.Board.Members.FirstOrDefault(m => m.AccountId == AccountId) is not { } member)
            return new AccessResult.Missing("This person has no role on this board any more.");
        if (member.Role != Was)
            return new AccessResult.Invalid("Somebody changed this role meanwhile. Look at it again.");
        if (To is Role.Anonymous)
            return new AccessResult.Invalid("Choose a role.");
        if (member.Role == Role.Owner && To != Role.Owner && !await HasOtherOwner(desk, ct))
            return new AccessResult.Invalid("The last owner stays: nobody could let people in any more. Make somebody else an owner first.");
        var name = await desk.Db.Accounts.Where(a => a.Id == AccountId).Select(a => a.Name).FirstAsync(ct);
        if (To is { } role)
        {
            member.Role = role;
            desk.Summary = $"Made {name} {RoleWords.A(role)}, before {RoleWords.A(Was)}";
        }
        else
        {
            desk.Board.Members.Remove(member);
            desk.Db.Remove(member);
            desk.Summary = $"Withdrew the role of {name}, {RoleWords.A(Was)}";
        }

        return new AccessResult.Saved();
    }

    private async Task<bool> HasOtherOwner(AccessDesk desk, CancellationToken ct) =>
        desk.Board.Members.Exists(m => m.AccountId != AccountId && m.Role == Role.Owner) || await desk.Db.Accounts.AnyAsync(a => a.Role == Role.Owner, ct);
}
