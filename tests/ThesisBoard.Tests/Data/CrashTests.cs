using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;
using Xunit;

namespace ThesisBoard.Tests.Data;

/// <summary>What was acknowledged survives <c>kill -9</c>, and nothing is ever half there.</summary>
public sealed class CrashTests : IDisposable
{
    private const int Lanes = 2;
    private const int RoundsALane = 50;

    /// <summary>Every fifth round writes by the app itself.</summary>
    private const int AppEvery = 5;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("thesisboard-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hundred_kills_during_commits_lose_no_acknowledged_write_and_leave_no_half_one()
    {
        var lanes = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(Lane));

        Assert.Equal(Lanes * RoundsALane, lanes.Sum(lane => lane.Kills));
        Assert.True(lanes.Sum(lane => lane.Acknowledged) >= Lanes * RoundsALane, "The writers were killed before they wrote anything.");
    }

    [Fact]
    public async Task Every_commit_is_synced_before_it_is_acknowledged()
    {
        await using var board = await Kept.Open(_folder.FullName, Ct);
        for (var turn = 0; turn < 3; turn++) // a connection comes back from the pool as it was given to it
        {
            await using var db = await board.Get<IDbContextFactory<BoardDb>>().CreateDbContextAsync(Ct);
            Assert.Equal("wal", await db.Database.SqlQuery<string>($"SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(Ct));
            Assert.Equal(2, await db.Database.SqlQuery<int>($"SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync(Ct));
            Assert.Equal(1, await db.Database.SqlQuery<int>($"SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync(Ct));
            Assert.Equal(15_000, await db.Database.SqlQuery<int>($"SELECT timeout AS Value FROM pragma_busy_timeout").SingleAsync(Ct));
        }
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    /// <summary>One database of its own, since each round builds on what the kill before left.</summary>
    private async Task<(int Kills, int Acknowledged)> Lane(int lane)
    {
        var folder = Path.Combine(_folder.FullName, $"lane-{lane}");
        await using (await Kept.Open(folder, Ct))
        {
        }

        var random = new Random(lane);
        var acknowledged = new List<string>();
        for (var round = 0; round < RoundsALane; round++)
        {
            // after some writes, and at any point of the one that is under way
            var delay = TimeSpan.FromMilliseconds(random.NextDouble() * 12);
            acknowledged.AddRange(await CrashWriter.RunAndKill(folder, $"round-{round}", isBare: round % AppEvery != 0, afterWrites: random.Next(1, 6), delay, Ct));
            var written = await Kept.MustBeWhole(folder);
            Assert.Empty(acknowledged.SelectMany(CrashWriter.Keys).Except(written));
            Assert.All(written.GroupBy(key => key[..key.LastIndexOf('-')]), write => Assert.Equal(CrashWriter.FiguresAWrite, write.Count()));
        }

        await using var board = await Kept.Open(folder, Ct);
        await board.MustBeWhole();
        return (RoundsALane, acknowledged.Count);
    }
}
