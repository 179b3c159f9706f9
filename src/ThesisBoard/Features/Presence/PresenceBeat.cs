namespace ThesisBoard.Features.Presence;

/// <summary>The beat at which who left is let go.</summary>
internal sealed class PresenceBeat(BoardPresence presence, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                presence.Beat();
        }
        catch (OperationCanceledException)
        {
            // The host is stopping.
        }
    }
}
