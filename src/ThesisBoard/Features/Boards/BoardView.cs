using ThesisBoard.Core.Judging;
using ThesisBoard.Features.Comments;
using ThesisBoard.Features.Filings;

namespace ThesisBoard.Features.Boards;

/// <summary>What the parts of a board page are given: the judged board, what the reader asked for, and whether editing is offered.</summary>
/// <param name="Board">The thesis on the as-of date.</param>
/// <param name="History">How it came there.</param>
/// <param name="Version">The version of the record that was judged.</param>
/// <param name="Query">What the link asks for.</param>
/// <param name="Today">The newest day of it: the day on which the page is read.</param>
/// <param name="CanEdit">The reader may change this thesis.</param>
public sealed record BoardView(BoardState Board, StandingHistory History, long Version, BoardQuery Query, DateOnly Today, bool CanEdit = false)
{
    public string Slug => Board.Thesis.Slug;

    /// <summary>The reader may open the documents behind the evidence.</summary>
    public bool CanOpenDocuments { get; init; }

    /// <summary>What became of searches without a hit, by the evidence's key; for members, who may see the filings.</summary>
    public IReadOnlyDictionary<string, SearchSince> Searches { get; init; } = new Dictionary<string, SearchSince>();

    /// <summary>What members said beside the record; null for who may not read it.</summary>
    public BoardComments? Comments { get; init; }

    /// <summary>The reader may make links to this board.</summary>
    public bool CanShare { get; init; }

    /// <summary>The reader may make boards, and so an own copy of this one.</summary>
    public bool CanCopy { get; init; }

    /// <summary>The address of the share link by which the reader came; null on the board's own page.</summary>
    public string? SharedAt { get; init; }

    /// <summary>The day at which the share link stands still, which is then the last day of this view; null when it follows the board.</summary>
    public DateOnly? PinnedOn { get; init; }

    /// <summary>The address at which the reader has the board.</summary>
    public string Home => SharedAt ?? BoardUrls.Board(Slug);

    /// <summary>The board as of a date that is not the day of reading.</summary>
    public bool IsTurnedBack => Query.AsOf is { } asked && asked != Today;

    public string Link(BoardQuery query, string? criterion = null) => BoardUrls.At(Home, query, criterion);

    public string LinkTo(string criterion) => Link(Query, criterion);

    /// <summary>The same page on another date; today's link carries none.</summary>
    public string LinkOn(DateOnly date) => Link(Query with { AsOf = date == Today ? null : date, Page = 1 });

    public string TitleOf(string criterion) => Board.Criterion(criterion)?.Title ?? criterion;
}
