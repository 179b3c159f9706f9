using System.Globalization;
using ThesisBoard.Data;
using ThesisBoard.Shell;

namespace ThesisBoard.Live;

/// <summary>Tells an open page that its board has a new version.</summary>
public static class ChangesEndpoint
{
    public static void MapChanges(this IEndpointRouteBuilder app) =>
        app.MapGet("/t/{slug}/changes", async (string slug, BoardShelf shelf, ChangesFeed feed, CancellationToken ct) =>
            await shelf.Version(slug, ct) is null
                ? Results.NotFound()
                : feed.Of(slug, async token => (await shelf.Version(slug, token) ?? 0).ToString(CultureInfo.InvariantCulture), ct))
            .RequireRateLimiting(Limits.Streams);
}
