using System.Data.Common;
using System.Threading.Channels;
using ThesisBoard.Data;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Shares;

namespace ThesisBoard.Live;

/// <summary>
/// Notices what others wrote into the same database and tells the open pages: other nodes say so over Redis, and every few seconds the versions are read,
/// which also finds what the command line wrote and what was said while Redis was away. What counts is always the database; a message is only a reason to look.
/// </summary>
internal sealed partial class OtherProcesses(BoardShelf shelf, AccessShelf access, ShareShelf shares, BoardChanges changes, TimeProvider clock, ILogger<OtherProcesses> log) : BackgroundService
{
    private const int MostWaiting = 1000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);
    private readonly Channel<string> told = Channel.CreateBounded<string>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        changes.Elsewhere(slug => told.Writer.TryWrite(slug));
        try
        {
            await Task.WhenAll(LookNowAndThen(stoppingToken), LookWhenTold(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The host is stopping, perhaps before it ever started.
        }
    }

    private async Task LookNowAndThen(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(ct))
            await Look([], ct);
    }

    /// <summary>One look for all that was told meanwhile, however much it was.</summary>
    private async Task LookWhenTold(CancellationToken ct)
    {
        while (await told.Reader.WaitToReadAsync(ct))
        {
            var slugs = new HashSet<string>(StringComparer.Ordinal);
            while (told.Reader.TryRead(out var slug))
                slugs.Add(slug);
            await Look(slugs, ct);
        }
    }

    /// <summary>Tells of every board that differs, and of those that were named: around a board something may be new that its version does not show.</summary>
    private async Task Look(HashSet<string> named, CancellationToken ct)
    {
        try
        {
            List<string> changed = [.. await access.Refresh(ct), .. await shares.Refresh(ct)];
            foreach (var change in await shelf.Refresh(ct))
            {
                named.Remove(change.Slug);
                changes.Pass(change);
            }

            named.UnionWith(changed); // who may no longer read a board, or no longer by a link, is told by what the stream answers
            foreach (var slug in named)
            {
                if (await shelf.Version(slug, ct) is { } version)
                    changes.Pass(new(slug, version));
            }
        }
        catch (Exception e) when (e is DbException or InvalidOperationException)
        {
            CannotRead(log, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database cannot be read at the moment; trying again.")]
    private static partial void CannotRead(ILogger log, Exception e);
}
