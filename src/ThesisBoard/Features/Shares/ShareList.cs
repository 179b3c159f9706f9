using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Shares;

/// <summary>A link as those see it who manage it. The token is not among it: nobody has it but who was given it.</summary>
public sealed record ShareEntry(
    Guid Id, string Name, bool ShowsDocuments, bool ShowsComments, bool ShowsPreview, DateOnly? PinnedOn, bool HasPassword, DateTime? ExpiresAt, int? MaxViews,
    int Views, DateTime? LastViewAt, string By, DateTime MadeAt, DateTime? RevokedAt, string RevokedBy);

/// <summary>The links of a board, for who may make some: one's own, or everybody's for who manages them.</summary>
public sealed class ShareList(IDbContextFactory<BoardDb> databases, ShareViews views)
{
    private const int Most = 200;

    /// <summary>The newest links; null when the actor may make none.</summary>
    public async Task<IReadOnlyList<ShareEntry>?> Of(Actor actor, string slug, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var role = await RolesNow.Of(db, actor, slug, ct);
        if (!role.May(Permission.Share))
            return null;
        await views.Flush(ct);
        var (all, mine) = (role.May(Permission.ManageShares), actor.MemberId);
        var rows = await db.Shares.AsNoTracking().Where(s => s.Slug == slug && (all || s.MemberId == mine))
            .OrderBy(s => s.RevokedAt == null ? 0 : 1).ThenByDescending(s => s.MadeAt).ThenBy(s => s.Id).Take(Most).ToListAsync(ct);
        return [.. rows.Select(Entry)];
    }

    private static ShareEntry Entry(ShareRow s) => new(
        s.Id, s.Name, s.ShowsDocuments, s.ShowsComments, s.ShowsPreview, s.PinnedOn, s.PasswordHash is not null, s.ExpiresAt, s.MaxViews,
        s.Views, s.LastViewAt, s.By, s.MadeAt, s.RevokedAt, s.RevokedBy);
}
