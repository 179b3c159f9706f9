using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace ThesisBoard.Features.Notices;

/// <summary>The beat at which mail leaves; nobody who writes waits for it.</summary>
internal sealed partial class NoticePost(NoticeMailer mailer, TimeProvider clock, ILogger<NoticePost> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await Send(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The host is stopping.
        }
    }

    private async Task Send(CancellationToken ct)
    {
        try
        {
            await mailer.Send(ct);
        }
        catch (Exception e) when (e is DbException or DbUpdateException or InvalidOperationException)
        {
            CannotSend(log, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Which mail is due could not be read at the moment; trying again.")]
    private static partial void CannotSend(ILogger log, Exception e);
}
