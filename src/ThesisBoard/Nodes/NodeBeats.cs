using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;

namespace ThesisBoard.Nodes;

/// <summary>Says in the database that this node lives, looks who else does, and says what is wrong between them.</summary>
public sealed partial class NodeBeats(
    IDbContextFactory<BoardDb> databases, DatabaseSettings settings, OtherNodes nodes, TimeProvider clock, ILogger<NodeBeats> log) : BackgroundService
{
    private const string Topic = "beat";

    /// <summary>Entries older than this are of nodes that are gone, whatever the clocks say.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(10);
    private readonly NodeRoll roll = new(nodes.Self, Kernel.Name, settings.Provider == DatabaseProvider.Sqlite);
    private readonly DateTime startedAt = clock.GetUtcNow().UtcDateTime;

    /// <summary>The time from one beat to the next.</summary>
    internal static TimeSpan Pause { get; } = TimeSpan.FromSeconds(15);

    /// <summary>What is wrong between the nodes, in sentences for whoever runs them; empty on a node that is alone.</summary>
    public IReadOnlyList<string> Troubles { get; private set; } = [];

    /// <summary>What one node does for all, such as asking EDGAR, is this one's work.</summary>
    public bool IsFirst => roll.IsFirst;

    /// <summary>Before anything is served: a SQLite file that another machine has open is left alone.</summary>
    /// <exception cref="RefusedToStartException">A node of another machine lives on the same file.</exception>
    public async Task CheckMachines(CancellationToken ct)
    {
        if (settings.SqliteFile is not { } file || !File.Exists(file))
            return;
        var before = await Foreign(ct);
        if (before.Count == 0)
            return;
        Waiting(log, (Pause * 1.5).TotalSeconds);
        for (var until = clock.GetUtcNow() + (Pause * 1.5); clock.GetUtcNow() < until;)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), clock, ct);
            if ((await Foreign(ct)).FirstOrDefault(now => before.Any(b => b.Id == now.Id && b.SeenAt != now.SeenAt)) is { } other)
            {
                throw new RefusedToStartException(
                    $"{file} is in use on another machine ({other.Machine}). SQLite cannot share a file between machines. Stop the node there, or move to SQL Server: Database__Provider=SqlServer.");
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        nodes.Listen(Topic, text =>
        {
            if (Guid.TryParse(text, out var node))
                roll.Hear(node);
        });
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            do
                await BeatSafely(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The host is stopping.
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            await db.Nodes.Where(n => n.Id == nodes.Self).ExecuteDeleteAsync(cancellationToken);
        }
        catch (Exception e) when (e is DbException or InvalidOperationException or OperationCanceledException)
        {
            // The others notice that it does not beat any more.
        }
    }

    /// <summary>One beat, one look.</summary>
    internal async Task Beat(CancellationToken ct)
    {
        nodes.Tell(Topic, $"{nodes.Self:n}");
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.Nodes.Where(n => n.Id == nodes.Self).ExecuteUpdateAsync(n => n.SetProperty(row => row.SeenAt, now), ct) == 0)
        {
            db.Nodes.Add(new() { Id = nodes.Self, Machine = Environment.MachineName, Kernel = Kernel.Name, StartedAt = startedAt, SeenAt = now });
            await db.SaveChangesAsync(ct);
        }

        var troubles = roll.Look(await Entries(db.Nodes).ToListAsync(ct), nodes.Link, now);
        foreach (var trouble in troubles.Except(Troubles, StringComparer.Ordinal))
            Wrong(log, trouble); // once, not with every beat
        Troubles = troubles;
        if (roll.Dead.Count > 0)
            await db.Nodes.Where(n => roll.Dead.Contains(n.Id)).ExecuteDeleteAsync(ct);
    }

    private async Task BeatSafely(CancellationToken ct)
    {
        try
        {
            await Beat(ct);
        }
        catch (Exception e) when (e is DbException or DbUpdateException or InvalidOperationException)
        {
            NoBeat(log, e); // the health check tells of the database
        }
    }

    /// <summary>Nodes of other machines that may still live.</summary>
    private async Task<List<NodeEntry>> Foreign(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var since = clock.GetUtcNow().UtcDateTime - Recent;
        try
        {
            return await Entries(db.Nodes.Where(n => n.Kernel != Kernel.Name && n.SeenAt > since)).ToListAsync(ct);
        }
        catch (SqliteException)
        {
            return []; // older than the table, or damaged: the checks of the start come after this one
        }
    }

    private static IQueryable<NodeEntry> Entries(IQueryable<NodeRow> rows) =>
        rows.AsNoTracking().Select(n => new NodeEntry(n.Id, n.Machine, n.Kernel, n.StartedAt, n.SeenAt));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Another machine had this SQLite file open not long ago. Waiting up to {Seconds} s to see whether it still has.")]
    private static partial void Waiting(ILogger log, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Trouble}")]
    private static partial void Wrong(ILogger log, string trouble);

    [LoggerMessage(Level = LogLevel.Debug, Message = "This node could not say that it lives.")]
    private static partial void NoBeat(ILogger log, Exception e);
}
