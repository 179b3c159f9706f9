using ThesisBoard.Core.Judging;

namespace ThesisBoard.Features.Replays;

/// <summary>A story as a file, for whoever may read the board.</summary>
internal static class ReplayEndpoints
{
    public static void MapReplays(this IEndpointRouteBuilder app)
    {
        app.MapGet("/t/{slug}/replay.csv", async (string slug, ReplayReader replays, CancellationToken ct) => Csv(slug, await replays.Story(slug, null, ct)));
        app.MapGet("/t/{slug}/replay.json", async (string slug, ReplayReader replays, CancellationToken ct) => Json(slug, await replays.Story(slug, null, ct)));
    }

    internal static IResult Csv(string slug, Story? story) =>
        story is null ? Results.NotFound() : Results.File(ReplayFiles.Csv(story), "text/csv; charset=utf-8", $"{slug}-replay.csv");

    internal static IResult Json(string slug, Story? story) =>
        story is null ? Results.NotFound() : Results.File(ReplayFiles.Json(slug, story), "application/json", $"{slug}-replay.json");
}
