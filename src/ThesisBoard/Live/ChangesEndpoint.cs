using System.Globalization;
using ThesisBoard.Data;
using ThesisBoard.Features.Members;
using ThesisBoard.Shell;

namespace ThesisBoard.Live;

/// <summary>Tells an open page that its board has a new version.</summary>
public static class ChangesEndpoint
{
    public static void MapChanges(this IEndpointRouteBuilder app) =>
        app.MapGet("/t/{slug}/changes", async (string slug, HttpContext http, BoardShelf shelf, ChangesFeed feed, StreamRights rights, CancellationToken ct) =>
            await shelf.Version(slug, ct) is null
                ? Results.NotFound()
                : feed.Of(slug, async token => (await shelf.Version(slug, token))?.ToString(CultureInfo.InvariantCulture), rights.Of(http, slug, Permission.Read), ct))
            .RequireRateLimiting(Limits.Streams);
}
