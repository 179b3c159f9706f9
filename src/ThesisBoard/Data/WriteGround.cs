using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data.Rows;

namespace ThesisBoard.Data;

/// <summary>What a write to a board stands on, asked in one command.</summary>
/// <param name="Board">The board's own row, to be changed.</param>
/// <param name="Head">The hash of the log's newest entry; null when it has none yet.</param>
internal sealed record WriteGround(ThesisRow Board, string? Head)
{
    private static readonly PerModel<Func<BoardDb, string, CancellationToken, Task<WriteGround?>>> Query = new(() => EF.CompileAsyncQuery((BoardDb db, string slug, CancellationToken _) =>
        db.Theses.Where(t => t.Slug == slug).Select(t => new WriteGround(
            t,
            db.Changes.Where(c => c.Slug == slug).OrderByDescending(c => c.Version).ThenByDescending(c => c.Ordinal).Select(c => c.Hash).FirstOrDefault())).FirstOrDefault()));

    /// <summary>Null when there is no such board.</summary>
    public static Task<WriteGround?> Ask(BoardDb db, string slug, CancellationToken ct) => Query.For(db)(db, slug, ct);
}
