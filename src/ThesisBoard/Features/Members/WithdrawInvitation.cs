namespace ThesisBoard.Features.Members;

/// <summary>Ends an invitation that nobody used yet.</summary>
public sealed record WithdrawInvitation(Guid Id) : AccessWrite
{
    internal override Task<AccessResult> Apply(AccessDesk desk, CancellationToken ct)
    {
        if (desk.Board.Invitations.FirstOrDefault(i => i.Id == Id) is not { } invitation)
            return Task.FromResult<AccessResult>(new AccessResult.Missing("This invitation was used, withdrawn or expired already."));
        desk.Board.Invitations.Remove(invitation);
        desk.Db.Remove(invitation);
        desk.Summary = $"Withdrew the invitation for {(invitation.Email.Length > 0 ? invitation.Email : "somebody by link")} as {RoleWords.A(invitation.Role)}";
        return Task.FromResult<AccessResult>(new AccessResult.Saved());
    }
}
