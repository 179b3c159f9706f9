using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Notices;

/// <summary>Looks at every board whose version or day is another than at the last look. While nothing is, no database is asked.</summary>
internal sealed partial class NoticeWatch(BoardShelf boards, NoticeTaking taking, TimeProvider clock, ILogger<NoticeWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly Dictionary<string, (long Version, DateOnly On)> seen = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await Look(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The host is stopping.
        }
    }

    private async Task Look(CancellationToken ct)
    {
        try
        {
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            foreach (var slug in await boards.Slugs(ct))
            {
                if (await boards.Version(slug, ct) is not { } version || (seen.TryGetValue(slug, out var last) && last == (version, today)))
                    continue;
                await taking.Look(slug, ct);
                seen[slug] = (version, today);
            }
        }
        catch (Exception e) when (e is DbException or DbUpdateException or InvalidOperationException)
        {
            CannotLook(log, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Who follows a board could not be told at the moment; trying again.")]
    private static partial void CannotLook(ILogger log, Exception e);
}
