using ThesisBoard.Data;
using ThesisBoard.Data.Rows;

namespace ThesisBoard.Features.Shares;

/// <summary>Ends a link at once, for everybody who has it open too. It is not brought back; a new one is made.</summary>
public sealed record RevokeShareLink(Guid Id) : ShareWrite(Id)
{
    private protected override SideOutcome Change(ShareRow link, SideDesk desk)
    {
        (link.RevokedAt, link.RevokedBy) = (desk.Moment.Utc, desk.Moment.Actor.Name);
        return Done("Revoked a share link");
    }
}
