using ThesisBoard.Features.Audit;
using ThesisBoard.Features.Changes;
using ThesisBoard.Features.Forecasts;
using ThesisBoard.Features.Replays;
using ThesisBoard.Features.Shares;
using ThesisBoard.Live;

namespace ThesisBoard.Features.Boards;

/// <summary>Adds the pages that show boards.</summary>
public static class BoardsSetup
{
    private const long MostCachedBytes = 64 * 1024 * 1024;

    public static void AddBoards(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RecentChanges>().AddSingleton<BoardPageReader>().AddSingleton<ChangesFeed>()
            .AddSingleton<Reviews.ReviewReader>().AddSingleton<ReplayReader>().AddSingleton<ForecastReader>();
        builder.Services.AddOutputCache(cache =>
        {
            cache.SizeLimit = MostCachedBytes;
            cache.AddPolicy(BoardPageCache.Policy, policy => policy.AddPolicy<BoardPageCache>(), excludeDefaultPolicy: true);
        });
        builder.Services.AddSingleton(ReadAheadSettings.Read(builder.Configuration));
        builder.Services.AddAudit();
        builder.AddShares();
    }

    /// <summary>Begins to judge the boards while the server opens its doors, so that whoever comes first after a start finds them judged.</summary>
    public static void ReadBoardsAhead(this WebApplication app)
    {
        var most = app.Services.GetRequiredService<ReadAheadSettings>().Boards;
        var (boards, time) = (app.Services.GetRequiredService<BoardReader>(), app.Services.GetRequiredService<TimeProvider>());
        _ = Task.Run(() => boards.ReadAhead(most, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), app.Lifetime.ApplicationStopping));
    }

    public static void MapBoards(this WebApplication app)
    {
        app.MapChanges();
        app.MapAudit();
        app.MapReplays();
        app.MapShares();
    }
}
