using System.Data.Common;
using ThesisBoard.Data;

namespace ThesisBoard.Live;

/// <summary>Notices what another process wrote into the same database (an import from the command line, a restore) and tells the open pages.</summary>
internal sealed partial class OtherProcesses(BoardShelf shelf, BoardChanges changes, TimeProvider clock, ILogger<OtherProcesses> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

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
            // The host is stopping, perhaps before it ever started.
        }
    }

    private async Task Look(CancellationToken ct)
    {
        try
        {
            foreach (var change in await shelf.Refresh(ct))
                changes.Publish(change);
        }
        catch (Exception e) when (e is DbException or InvalidOperationException)
        {
            CannotRead(log, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database cannot be read at the moment; trying again.")]
    private static partial void CannotRead(ILogger log, Exception e);
}
