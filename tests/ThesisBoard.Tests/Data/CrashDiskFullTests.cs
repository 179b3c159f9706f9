using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Boards;
using Xunit;

namespace ThesisBoard.Tests.Data;

/// <summary>A full disk stops writing and nothing else: it is said plainly, reading goes on, and with room again so does writing.</summary>
public sealed class CrashDiskFullTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("thesisboard-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_that_may_not_grow_refuses_writes_and_recovers()
    {
        var limit = new PageLimit();
        await using var board = await Kept.Open(_folder.FullName, Ct, services => services.ConfigureDbContext<SqliteBoardDb>(db => db.AddInterceptors(limit)));

        limit.Pages = 1; // SQLite takes what there is for the least
        var saved = await FillUp(board);
        await MustStillRead(board, saved);

        limit.Pages = 1_000_000;
        await board.Record("after-there-was-room", 1);
        await board.MustBeWhole();
    }

    [Fact]
    public async Task A_first_start_that_finds_no_room_says_so_and_the_next_one_goes_on()
    {
        var limit = new PageLimit { Pages = 20 };
        var refused = await Assert.ThrowsAsync<RefusedToStartException>(Open);
        Assert.Contains("cannot be written", refused.Message, StringComparison.Ordinal);

        limit.Pages = 1_000_000;
        await using var board = await Open();
        await board.MustBeWhole();

        Task<Kept> Open() => Kept.Open(_folder.FullName, Ct, services => services.ConfigureDbContext<SqliteBoardDb>(db => db.AddInterceptors(limit)));
    }

    [Fact]
    public async Task A_real_full_disk_refuses_writes_and_recovers()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root on Linux can mount a small disk.");
        var disk = Path.Combine(_folder.FullName, "disk");
        Directory.CreateDirectory(disk);
        Assert.SkipUnless(await Command("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk), "A small disk cannot be mounted here.");
        try
        {
            var ballast = Path.Combine(disk, "ballast");
            await File.WriteAllBytesAsync(ballast, new byte[1 << 19], Ct);
            await using (var board = await Kept.Open(disk, Ct))
            {
                var saved = await FillUp(board);
                await MustStillRead(board, saved);
                File.Delete(ballast);
                await board.Record("after-there-was-room", 1);
                await board.MustBeWhole();
            }
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Assert.True(await Command("umount", disk));
        }
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    /// <summary>Writes until the disk is full, and returns how many figures were saved.</summary>
    private static async Task<int> FillUp(Kept board)
    {
        const int many = 400;
        for (var write = 0; write < 200; write++)
        {
            var result = await board.TryRecord(Enumerable.Range(0, many).Select(n => $"write-{write}-{n}"), write);
            if (result is WriteResult.Failed failed)
            {
                Assert.Equal("The disk is full. Nothing was changed; free some space and save again.", failed.Message);
                return write * many;
            }

            Assert.IsType<WriteResult.Saved>(result);
        }

        throw new InvalidOperationException("The disk never was full.");
    }

    /// <summary>A second reader with nothing in its memory sees all that was saved, and the file is sound.</summary>
    private static async Task MustStillRead(Kept board, int saved)
    {
        await using var reader = Kept.Use(board.Get<DatabaseSettings>().DataFolder);
        var read = await reader.Get<BoardReader>().Read("cango-ai-pivot", new(2026, 5, 31), Ct);
        Assert.Equal(Verdict.Strained, read!.State.Verdict);
        Assert.Equal(saved, (await reader.Written()).Count);
        await board.MustBeWhole();
    }

    private static async Task<bool> Command(string name, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(name, args) { RedirectStandardError = true })!;
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode == 0;
    }

    private sealed class PageLimit : DbConnectionInterceptor
    {
        public int Pages { get; set; } = 1_000_000;

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA max_page_count={Pages}";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
