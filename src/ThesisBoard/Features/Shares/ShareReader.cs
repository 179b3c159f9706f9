using System.Globalization;
using ThesisBoard.Core.Judging;
using ThesisBoard.Data;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Comments;

namespace ThesisBoard.Features.Shares;

/// <summary>What a link shows.</summary>
/// <param name="Diff">What the latest publication changed.</param>
/// <param name="News">What happened since a pinned link was pinned; null for one that follows the board.</param>
/// <param name="Stamp">What an open page is told: it differs whenever the page would.</param>
public sealed record SharedBoard(ShareLink Link, BoardView View, BoardDiff? Diff, PinNews? News, string Stamp);

/// <summary>Reads what a link shows, from what is judged already.</summary>
internal sealed class ShareReader(BoardReader boards, PinnedBoards pinned, PinNewsReader news, BoardShelf shelf, CommentReader comments, CommentShelf talks, TimeProvider clock)
{
    /// <summary>The board that a request by a link sees; null when it is gone. A date that is none, or lies after the pin, shows the newest day that the link shows.</summary>
    public async Task<SharedBoard?> Read(ShareVisit visit, IQueryCollection asked, CancellationToken ct)
    {
        var (link, today) = (visit.Link, Today());
        var lastDay = link.PinnedOn ?? today;
        var query = BoardUrls.Read(asked, out _) ?? new();
        if (link.PinnedOn is not null && query.AsOf >= lastDay)
            query = query with { AsOf = null };
        var day = query.AsOf ?? lastDay;
        if (await Stamp(link, ct) is not { } stamp || await On(link, day, ct) is not { } board) // the stamp first: what comes in between shows up with the next change
            return null;
        var view = new BoardView(board.State, board.History, board.Version, query, lastDay)
        {
            SharedAt = ShareUrls.Share(visit.Token),
            CanOpenDocuments = link.ShowsDocuments,
            PinnedOn = link.PinnedOn,
            Comments = await comments.Shared(link.Slug, link.ShowsComments, day < today ? day : null, ct),
        };
        var latest = view.History.Stops.Where(d => d <= view.Board.AsOf).Select(d => (DateOnly?)d).LastOrDefault();
        var diff = latest is { } on && await On(link, on.AddDays(-1), ct) is { } before ? BoardDiff.Between(before.State, board.State) : null;
        return new(link, view, diff, link.PinnedOn is null ? null : await news.Of(link, today, ct), stamp);
    }

    /// <summary>The board that a link shows without being asked for anything; null when it is gone.</summary>
    public Task<BoardSnapshot?> Board(ShareLink link, CancellationToken ct) => On(link, link.PinnedOn ?? Today(), ct);

    /// <summary>What differs whenever the page of a link would; null once its board is gone.</summary>
    public async ValueTask<string?> Stamp(ShareLink link, CancellationToken ct)
    {
        if (await shelf.Version(link.Slug, ct) is not { } version)
            return null;
        var record = version.ToString(CultureInfo.InvariantCulture);
        return link.ShowsComments ? $"{record}.{await talks.Stamp(link.Slug, ct):n}" : record;
    }

    /// <summary>The same for a page that is open; null once its link shows nothing any more.</summary>
    public ValueTask<string?> Stamp(ShareLink opened, ShareShelf links, CancellationToken ct) =>
        links.Again(opened) is { } link && link.RowVersion == opened.RowVersion && !link.HasEnded(clock.GetUtcNow().UtcDateTime) ? Stamp(link, ct) : new((string?)null);

    /// <summary>The board of a link on a date; null when it is gone.</summary>
    public Task<BoardSnapshot?> On(ShareLink link, DateOnly asOf, CancellationToken ct) => link is { PinnedOn: { } pin, PinnedVersion: { } version }
        ? pinned.Read(link.Slug, version, asOf, pin, ct)
        : boards.Read(link.Slug, asOf, ct);

    private DateOnly Today() => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
