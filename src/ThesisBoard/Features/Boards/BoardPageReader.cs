using ThesisBoard.Core.Judging;
using ThesisBoard.Features.Changes;
using ThesisBoard.Features.Comments;
using ThesisBoard.Features.Filings;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Boards;

/// <summary>What a link to a board leads to.</summary>
public abstract record BoardPageAnswer
{
    /// <summary>The board, with what changed since the last visit (or, without a known visit, with the latest publication).</summary>
    public sealed record Shown(BoardView View, BoardDiff? Diff, Visit? Visit, ChangesPage Changes, BoardInbox? Inbox) : BoardPageAnswer;

    public sealed record NoBoard : BoardPageAnswer;

    public sealed record NoDate(string Text) : BoardPageAnswer;

    public sealed record BeforeTheRecord(DateOnly Asked, DateOnly First) : BoardPageAnswer;
}

/// <summary>Reads what a board page shows. Everything comes from what is judged already; no database is asked while the board stands still.</summary>
public sealed class BoardPageReader(BoardReader boards, RecentChanges changes, InboxReader inboxes, CommentReader comments, TimeProvider time)
{
    public async Task<BoardPageAnswer> Read(string slug, HttpContext http)
    {
        var ct = http.RequestAborted;
        if (BoardUrls.Read(http.Request.Query, out var badDate) is not { } query)
            return new BoardPageAnswer.NoDate(badDate!);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (await boards.Read(slug, query.AsOf ?? today, ct) is not { } board)
            return new BoardPageAnswer.NoBoard();
        if (query.AsOf is { } asked && board.History.Stops is [var first, ..] && asked < first)
            return new BoardPageAnswer.BeforeTheRecord(asked, first);

        var reader = Actor.From(http.User);
        var inbox = await inboxes.OnBoard(reader, board.State, board.Version, ct); // its stamp before the comments: one that comes in between shows up with the next change
        var view = new BoardView(board.State, board.History, board.Version, query, today, reader.May(Permission.Edit))
        {
            CanOpenDocuments = reader.May(Permission.ReadFilings),
            CanShare = reader.May(Permission.Share),
            CanCopy = reader.Everywhere.May(Permission.Create),
            Searches = inbox?.Searches ?? new Dictionary<string, SearchSince>(),
            Comments = await comments.OnBoard(reader, slug, board.State.AsOf, today, $"{http.Request.QueryString}", ct),
        };
        var visit = view.IsTurnedBack ? null : Visits.Last(http, slug, new Visit(today, board.Version));
        var before = visit?.On ?? LatestOn(view)?.AddDays(-1);
        var diff = before is { } day && await boards.Read(slug, day, ct) is { } then ? BoardDiff.Between(then.State, board.State) : null;
        return new BoardPageAnswer.Shown(view, diff, visit, await changes.Of(slug, board.Version, ct), inbox);
    }

    /// <summary>The last publication known on the as-of date.</summary>
    private static DateOnly? LatestOn(BoardView view) =>
        view.History.Stops.Where(d => d <= view.Board.AsOf).Select(d => (DateOnly?)d).LastOrDefault();
}
