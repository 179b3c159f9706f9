using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Shares;

/// <summary>A write to a link that is there: by who made it, or by who manages the links of everybody.</summary>
public abstract record ShareWrite(Guid Id) : SideWrite
{
    /// <inheritdoc />
    public override Permission Needs => Permission.Share;

    internal sealed override async Task<SideOutcome> Stage(SideDesk desk, CancellationToken ct)
    {
        if (await desk.Db.Shares.FirstOrDefaultAsync(s => s.Id == Id && s.Slug == desk.Board.Slug && s.RevokedAt == null, ct) is not { } link)
            return SideOutcome.Missing("There is no such link any more.");
        if (!desk.Role.May(Permission.ManageShares) && link.MemberId != desk.Moment.Actor.MemberId)
            return SideOutcome.Denied(Permission.ManageShares);
        return Change(link, desk);
    }

    private protected abstract SideOutcome Change(ShareRow link, SideDesk desk);

    private protected SideOutcome Done(string summary) => new SideOutcome.Staged(new(ItemKind.ShareLink, $"{Id:n}"), summary);
}
