using Microsoft.EntityFrameworkCore;
using ThesisBoard.Core.Judging;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Boards;

namespace ThesisBoard.Features.Shares;

/// <summary>Finds what happened since a link was pinned, once a version and day.</summary>
public sealed class PinNewsReader(PinnedBoards pinned, BoardReader boards, BoardShelf shelf, IDbContextFactory<BoardDb> databases) : IDisposable
{
    private readonly SharedCache<(Guid Link, long Version, DateOnly Today), PinNews> news = new(limit: 2_000, weight: _ => 1);

    public async Task<PinNews?> Of(ShareLink link, DateOnly today, CancellationToken ct) => await shelf.Version(link.Slug, ct) is { } version
        ? await news.Get((link.Id, version, today), () => Read(link, today), ct)
        : null;

    /// <inheritdoc />
    public void Dispose() => news.Dispose();

    private async Task<PinNews?> Read(ShareLink link, DateOnly today)
    {
        var (slug, pin, version, ct) = (link.Slug, link.PinnedOn!.Value, link.PinnedVersion!.Value, CancellationToken.None);
        if (await pinned.Read(slug, version, pin, pin, ct) is not { } shown || await pinned.Content(slug, version, ct) is not { } then
            || await shelf.Board(slug, ct) is not { } now || await boards.Read(slug, pin, ct) is not { } rejudged || await boards.Read(slug, today, ct) is not { } latest)
            return null;
        var later = BoardDiff.Between(rejudged.State, latest.State);
        return new(
            await Corrections(slug, version, now.Version, new(then, now.Content, pin)),
            BoardDiff.Between(shown.State, rejudged.State), rejudged.State.Verdict, later.NewEvidence.Count, later.NewFigures);
    }

    private async Task<IReadOnlyList<Correction>> Corrections(string slug, long after, long upTo, PinScope scope)
    {
        await using var db = await databases.CreateDbContextAsync();
        var changes = await db.Changes.AsNoTracking()
            .Where(c => c.Slug == slug && c.Version > after && c.Version <= upTo && !BoardItems.Beside.Contains(c.Kind))
            .Select(c => new { c.Version, c.At, c.Summary, c.Kind, c.Key }).ToListAsync();
        return
        [
            .. changes.GroupBy(c => c.Version).OrderByDescending(write => write.Key)
                .Where(write => write.Any(c => scope.Holds(new(c.Kind, c.Key))))
                .Select(write => new Correction(write.First().At, write.First().Summary)),
        ];
    }
}
