using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Charts;
using ThesisBoard.Features.Documents;
using ThesisBoard.Features.Replays;
using ThesisBoard.Live;
using ThesisBoard.Shell;

namespace ThesisBoard.Features.Shares;

/// <summary>What lies below a share link. The gate stands before all of it; whatever is there is read only.</summary>
internal static class ShareEndpoints
{
    public static void MapShares(this IEndpointRouteBuilder app)
    {
        var files = app.MapGroup("/s/{token}").CacheOutput(SharePageCache.Policy);
        files.MapGet("/badge.svg", Badge).WithSecurityHeadersPolicy(SecurityHeaders.SharedPicture);
        files.MapGet("/card.png", Card).WithSecurityHeadersPolicy(SecurityHeaders.SharedPicture);
        files.MapGet("/panel", Panel).WithSecurityHeadersPolicy(SecurityHeaders.SharedPanel);
        files.MapGet("/feed.atom", Feed).WithSecurityHeadersPolicy(SecurityHeaders.SharedPage);
        files.MapGet("/calendar.ics", Calendar).WithSecurityHeadersPolicy(SecurityHeaders.SharedPage);
        files.MapGet("/charts/{key}.csv", Csv).WithSecurityHeadersPolicy(SecurityHeaders.SharedPage);
        files.MapGet("/replay.csv", (HttpContext http, SharedReplays replays) => Replay(http, replays, ReplayEndpoints.Csv)).WithSecurityHeadersPolicy(SecurityHeaders.SharedPage);
        files.MapGet("/replay.json", (HttpContext http, SharedReplays replays) => Replay(http, replays, ReplayEndpoints.Json)).WithSecurityHeadersPolicy(SecurityHeaders.SharedPage);
        app.MapGet("/s/{token}/documents/{hash}", Page).WithSecurityHeadersPolicy(SecurityHeaders.SharedDocument);
        app.MapGet("/s/{token}/documents/{hash}/file", Bytes).WithSecurityHeadersPolicy(SecurityHeaders.SharedBytes);
        app.MapGet("/s/{token}/changes", Changes).RequireRateLimiting(Limits.Streams).WithSecurityHeadersPolicy(SecurityHeaders.SharedPage);
    }

    private static Task<IResult> Badge(HttpContext http, ShareReader reader) =>
        File(http, reader, "image/svg+xml; charset=utf-8", (board, _) => ShareBadge.Of(board.State));

    /// <summary>It names the board: for links that may be named in previews.</summary>
    private static Task<IResult> Card(HttpContext http, ShareReader reader) => http.Features.Get<ShareVisit>() is { Link.ShowsPreview: true }
        ? File(http, reader, "image/png", (board, _) => ShareCard.Of(board.State))
        : Task.FromResult(Results.NotFound());

    private static async Task<IResult> Panel(HttpContext http, ShareReader reader) =>
        http.Features.Get<ShareVisit>() is { } visit && await reader.Board(visit.Link, http.RequestAborted) is { State: var board }
            ? new RazorComponentResult<SharePanel>(new { Board = board, Page = ShareUrls.Share(visit.Token) }) { PreventStreamingRendering = true }
            : Results.NotFound();

    private static Task<IResult> Feed(HttpContext http, ShareReader reader) =>
        File(http, reader, ShareFeed.MediaType, ShareFeed.Of);

    private static Task<IResult> Calendar(HttpContext http, ShareReader reader) =>
        File(http, reader, ShareCalendar.MediaType, (board, page) => ShareCalendar.Of(board.State, page.AbsoluteUri));

    private static async Task<IResult> File(HttpContext http, ShareReader reader, string mediaType, Func<BoardSnapshot, Uri, byte[]> make)
    {
        if (http.Features.Get<ShareVisit>() is not { } visit || await reader.Board(visit.Link, http.RequestAborted) is not { } board)
            return Results.NotFound();
        var page = new Uri($"{http.Request.Scheme}://{http.Request.Host}{ShareUrls.Share(visit.Token)}");
        return Results.Bytes(make(board, page), mediaType);
    }

    private static async Task<IResult> Csv(string key, HttpContext http, ShareReader reader)
    {
        if (http.Features.Get<ShareVisit>() is not { } visit || await reader.Read(visit, http.Request.Query, http.RequestAborted) is not { View: var view }
            || ChartEndpoints.Table(view.Board, view.History, key, view.Query.Price) is not { } table)
            return Results.NotFound();
        return Results.File(Encoding.UTF8.GetBytes(ChartCsv.Write(table)), "text/csv; charset=utf-8", ChartUrls.FileName(view.Board, key) + ".csv");
    }

    private static async Task<IResult> Replay(HttpContext http, SharedReplays replays, Func<string, Story?, IResult> file) =>
        http.Features.Get<ShareVisit>() is { Link: var link } ? file(link.Slug, await replays.Story(link, http.RequestAborted)) : Results.NotFound();

    private static async Task<IResult> Page(string token, string hash, HttpContext http, ShareReader reader, DocumentReadings readings, CancellationToken ct)
    {
        if (await Cited(http, hash, reader, ct) is not ({ } cited, var wanted))
            return Results.NotFound();
        try
        {
            if (await readings.Read(cited, wanted, ct) is not { } reading)
                return Results.NotFound();
            return reading.Page is { } page ? Results.Text(page.Html, "text/html; charset=utf-8") : Results.Redirect(ShareUrls.File(token, wanted));
        }
        catch (DocumentChangedException e)
        {
            return DocumentEndpoints.Changed(e);
        }
    }

    private static async Task<IResult> Bytes(string hash, HttpContext http, ShareReader reader, Data.Documents documents, CancellationToken ct) =>
        await Cited(http, hash, reader, ct) is (not null, var wanted) ? await DocumentEndpoints.Send(wanted, http, documents, ct) : Results.NotFound();

    /// <summary>The documents that the link shows, when this one is among them.</summary>
    private static async Task<(CitedDocuments? Cited, Sha256 Wanted)> Cited(HttpContext http, string hash, ShareReader reader, CancellationToken ct)
    {
        if (http.Features.Get<ShareVisit>() is not { } visit || !Sha256.TryParse(hash, out var wanted) || await reader.Board(visit.Link, ct) is not { } board)
            return default;
        http.Response.Headers.CacheControl = "private, no-cache";
        var cited = CitedDocuments.Of(visit.Link, board.State);
        return cited.Has(wanted) ? (cited, wanted) : default;
    }

    private static IResult Changes(HttpContext http, ShareReader reader, ShareShelf links, ChangesFeed feed, CancellationToken ct) =>
        http.Features.Get<ShareVisit>() is { Link: var link }
            ? feed.Of(link.Slug, token => reader.Stamp(link, links, token), ct, link.ExpiresAt)
            : Results.NotFound();
}
