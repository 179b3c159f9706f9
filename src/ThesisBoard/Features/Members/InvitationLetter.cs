using ThesisBoard.Core.Quantities;
using ThesisBoard.Sources.Mail;

namespace ThesisBoard.Features.Members;

/// <summary>The mail that carries an invitation.</summary>
internal static class InvitationLetter
{
    public static Letter Of(InviteToBoard invitation, string by, string board, Uri link) => new(
        invitation.Email,
        $"{by} invites you to “{board}” on ThesisBoard",
        $"{by} invites you to the board “{board}” as {RoleWords.A(invitation.Role)}: {RoleWords.May(invitation.Role)}.\n\nOpen this link to accept. It works once, for {Figures.Count(invitation.Days, "day")}:\n{link.AbsoluteUri}\n\nIf you do not know {by}, do nothing.\n");
}
