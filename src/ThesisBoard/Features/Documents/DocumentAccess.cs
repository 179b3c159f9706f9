using Microsoft.EntityFrameworkCore;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Documents;

/// <summary>
/// Who may see a stored document: who has a role on every board, and who has one on a board that holds it in its inbox or cites it. The same bytes may lie on several.
/// </summary>
public sealed class DocumentAccess(IDbContextFactory<BoardDb> databases, BoardShelf boards, AccessShelf access)
{
    public async ValueTask<bool> May(Actor actor, Sha256 hash, CancellationToken ct) =>
        actor.Everywhere.May(Permission.ReadFilings) || await StandsOn(await access.BoardsOf(actor, ct), hash, ct);

    /// <summary>The same for the reader of one board, whatever other boards the actor may read.</summary>
    public async ValueTask<bool> May(Actor actor, string slug, Sha256 hash, CancellationToken ct) =>
        actor.Everywhere.May(Permission.ReadFilings)
        || ((await access.Of(slug, ct)).RoleOf(actor).May(Permission.ReadFilings) && await StandsOn([slug], hash, ct));

    private async Task<bool> StandsOn(IReadOnlyList<string> slugs, Sha256 hash, CancellationToken ct)
    {
        if (slugs.Count == 0)
            return false;
        foreach (var slug in slugs)
        {
            if (await boards.Board(slug, ct) is { Content.Record: var record }
                && (record.Sources.Any(s => s.Document == hash) || record.Evidence.Any(e => e.Anchor?.Document == hash)))
                return true;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        return await (from d in db.Set<FilingDocumentRow>()
                      join f in db.Filings on d.FilingId equals f.Id
                      where d.Hash == hash.Hex && slugs.Contains(f.Slug)
                      select d.Hash).AnyAsync(ct);
    }
}
