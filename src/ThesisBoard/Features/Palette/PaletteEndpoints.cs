using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Documents;
using ThesisBoard.Features.Members;
using ThesisBoard.Shell;

namespace ThesisBoard.Features.Palette;

/// <summary>The places that the command palette leads to: fetched when it is first opened, for the reader who asks.</summary>
public static class PaletteEndpoints
{
    /// <summary>Adds <c>/palette.json</c>, the boards, and <c>/t/{slug}/palette.json</c>, what is on one.</summary>
    public static void MapPalette(this IEndpointRouteBuilder app)
    {
        app.MapGet("/palette.json", Boards);
        app.MapGet("/t/{slug}/palette.json", Board);
    }

    private static async Task<IResult> Boards(HttpContext http, BoardReader reader, TimeProvider clock)
    {
        var boards = await reader.ReadAll(Actor.From(http.User), Today(clock), http.RequestAborted);
        return Answer(http, boards.Select(b => new PaletteEntry("Board", b.Title, $"{StandingLook.Of(b.Verdict).Word} · {b.Issuer.Name} {b.Issuer.Ticker}".TrimEnd(), BoardUrls.Board(b.Slug))));
    }

    private static async Task<IResult> Board(string slug, HttpContext http, BoardReader reader, TimeProvider clock) =>
        await reader.Read(slug, Today(clock), http.RequestAborted) is { } board
            ? Answer(http, Entries(slug, board, Actor.From(http.User).May(Permission.ReadFilings)))
            : Results.NotFound();

    private static IEnumerable<PaletteEntry> Entries(string slug, BoardSnapshot board, bool showsDocuments) =>
    [
        .. board.State.Criteria.Select(c => new PaletteEntry("Criterion", c.Title, $"{StandingLook.Of(c.Standing).Word} · {c.Contract.Question}", BoardUrls.Board(slug, criterion: c.Key))),
        .. board.History.Stops.Reverse().Select(day => new PaletteEntry("Date", Figures.Date(day), $"The board as of {BoardUrls.Date(day)}", BoardUrls.Board(slug, new BoardQuery { AsOf = day }))),
        .. board.State.Evidence.Select(e => new PaletteEntry("Evidence", e.Item.Claim, $"{e.Source.Title} · {Figures.Date(e.Published.Date)}", ToEvidence(slug, e))),
        .. showsDocuments ? Documents(slug, board.State) : [],
    ];

    private static IEnumerable<PaletteEntry> Documents(string slug, BoardState board) =>
        from source in board.Sources.Values
        where source.Document is not null
        orderby source.Published.Date descending
        select new PaletteEntry("Document", source.Title, $"{source.Publisher} · {Figures.Date(source.Published.Date)}", DocumentUrls.Reader(slug, source.Document!.Value));

    /// <summary>The evidence list with this item alone or among the few that share its words.</summary>
    private static string ToEvidence(string slug, EvidenceState evidence) =>
        BoardUrls.Board(slug, new BoardQuery { Words = BoardUrls.Words(evidence.Item.Claim) }, $"e-{evidence.Item.Key}");

    private static IResult Answer(HttpContext http, IEnumerable<PaletteEntry> entries)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Json(entries);
    }

    private static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
