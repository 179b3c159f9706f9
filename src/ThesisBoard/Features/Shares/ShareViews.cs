using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;
using ThesisBoard.Live;

namespace ThesisBoard.Features.Shares;

/// <summary>
/// Counts views. Those of a link without a maximum are counted in memory and written every few seconds, so that a busy link costs no write a request;
/// where there is a maximum each view is taken in the database, where two nodes cannot both take the last one.
/// </summary>
public sealed partial class ShareViews(
    IDbContextFactory<BoardDb> databases, ShareShelf shelf, BoardShelf boards, BoardChanges changes, TimeProvider clock, ILogger<ShareViews> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<Guid, Seen> seen = new();

    /// <summary>One view more; false when none is left.</summary>
    public async Task<bool> Take(ShareLink link, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (link.MaxViews is null)
        {
            Add(link.Id, new(1, now));
            return true;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var taken = await db.Shares.Where(s => s.Id == link.Id && s.RevokedAt == null && s.Views < s.MaxViews)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Views, s => s.Views + 1).SetProperty(s => s.LastViewAt, now), ct) == 1;
        foreach (var slug in await shelf.Refresh(ct)) // the last view closes the link to others, on every node
        {
            if (await boards.Version(slug, ct) is { } version)
                changes.Publish(new(slug, version));
        }

        return taken;
    }

    /// <summary>Writes what was counted in memory.</summary>
    public async Task Flush(CancellationToken ct)
    {
        foreach (var id in seen.Keys)
        {
            if (!seen.TryRemove(id, out var views))
                continue;
            try
            {
                await using var db = await databases.CreateDbContextAsync(ct);
                await db.Shares.Where(s => s.Id == id)
                    .ExecuteUpdateAsync(set => set.SetProperty(s => s.Views, s => s.Views + views.Count).SetProperty(s => s.LastViewAt, views.Last), ct);
            }
            catch
            {
                Add(id, views);
                throw;
            }
        }
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Try(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await Try(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The host is stopping; what is left is written then.
        }
    }

    private async Task Try(CancellationToken ct)
    {
        try
        {
            await Flush(ct);
        }
        catch (Exception e) when (e is DbException or InvalidOperationException)
        {
            NotWritten(log, e);
        }
    }

    private void Add(Guid id, Seen more) => seen.AddOrUpdate(id, more, (_, known) => new(known.Count + more.Count, known.Last > more.Last ? known.Last : more.Last));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The views of share links could not be written; they are kept and written later.")]
    private static partial void NotWritten(ILogger log, Exception e);

    private readonly record struct Seen(int Count, DateTime Last);
}
