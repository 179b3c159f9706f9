using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using ThesisBoard.Data;
using ThesisBoard.Features.Changes;
using ThesisBoard.Features.Observations;
using ThesisBoard.Tests.CommandLine;
using Xunit;

namespace ThesisBoard.Tests.Data;

/// <summary>A backup holds all, and a restore never loses what it replaces.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("thesisboard-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_restored_in_another_folder_shows_the_same_board_and_the_same_log()
    {
        await using (var original = await Kept.Open(At("original"), Ct))
        {
            await original.Record("entered-after-import", 1_000_000);
        }

        await Done("original", "backup", At("copy.db"));
        await Done("elsewhere", "restore", At("copy.db"));

        Assert.Equal(await Judged("original"), await Judged("elsewhere"));
        Assert.Equal(await Log("original"), await Log("elsewhere"));
        Assert.Contains(nameof(RecordObservations), await Log("elsewhere"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_is_one_file_and_is_never_overwritten()
    {
        await Imported("data");
        await Done("data", "backup", At("backups/one.db"));
        var before = await File.ReadAllBytesAsync(At("backups/one.db"), Ct);

        Refused(await Run("data", "backup", At("backups/one.db")), "a backup is never overwritten");

        Assert.Equal(["one.db"], Directory.GetFiles(At("backups")).Select(Path.GetFileName));
        Assert.Equal(before, await File.ReadAllBytesAsync(At("backups/one.db"), Ct));
    }

    [Fact]
    public async Task A_database_is_replaced_only_by_force_and_kept_beside()
    {
        await Imported("data");
        await Done("data", "backup", At("copy.db"));
        await using (var changed = await Kept.Open(At("data"), Ct))
            await changed.Record("after-the-backup", 5);
        SqliteConnection.ClearAllPools();
        var changedLog = await Log("data");

        Refused(await Run("data", "restore", At("copy.db")), "To replace it, add --force");
        Assert.Equal(changedLog, await Log("data"));
        SqliteConnection.ClearAllPools();
        var restored = await Done("data", "restore", At("copy.db"), "--force");

        Assert.DoesNotContain("after-the-backup", await Log("data"), StringComparison.Ordinal);
        var kept = Assert.Single(Directory.GetFiles(At("data"), "thesisboard-replaced-*.db"));
        Assert.Contains(kept, restored.Out, StringComparison.Ordinal);
        Directory.CreateDirectory(At("kept"));
        File.Copy(kept, At("kept/thesisboard.db"));
        Assert.Equal(changedLog, await Log("kept"));
    }

    [Fact]
    public async Task A_restore_under_a_running_program_is_refused()
    {
        await Imported("data");
        await Done("data", "backup", At("copy.db"));
        await using var running = await Kept.Open(At("data"), Ct);
        // The server looks at its database every three seconds. Here one connection stays open instead: other tests empty the pool of this process.
        await using var open = new SqliteConnection($"Data Source={At("data")}/thesisboard.db;Pooling=False");
        await open.OpenAsync(Ct);
        await using var look = open.CreateCommand();
        look.CommandText = "SELECT COUNT(*) FROM Theses";
        await look.ExecuteScalarAsync(Ct);

        Refused(await Run("data", "restore", At("copy.db"), "--force"), "is in use. Stop the server, then restore.");

        await running.Record("still-here", 1);
    }

    [Fact]
    public async Task A_damaged_database_is_replaced_and_kept_too()
    {
        await Imported("data");
        await Done("data", "backup", At("copy.db"));
        SqliteConnection.ClearAllPools();
        await File.WriteAllTextAsync(At("data/thesisboard.db"), "no longer a database", Ct);

        await Done("data", "restore", At("copy.db"), "--force");

        Assert.Contains("\"verdict\": \"Strained\"", await Judged("data"), StringComparison.Ordinal);
        Assert.Equal("no longer a database", await File.ReadAllTextAsync(Directory.GetFiles(At("data"), "thesisboard-replaced-*.db").Single(), Ct));
    }

    [Fact]
    public async Task What_is_no_backup_is_refused_and_changes_nothing()
    {
        await Imported("data");
        SqliteConnection.ClearAllPools();
        await File.WriteAllTextAsync(At("notes.txt"), "not a database at all, only words", Ct);
        await using (var foreign = new SqliteConnection($"Data Source={At("foreign.db")};Pooling=False"))
        {
            await foreign.OpenAsync(Ct);
            await using var create = new SqliteCommand("CREATE TABLE Songs (Title TEXT)", foreign);
            await create.ExecuteNonQueryAsync(Ct);
        }

        var before = await Judged("data");
        SqliteConnection.ClearAllPools();

        Refused(await Run("data", "restore", At("notes.txt"), "--force"), "is not a backup that can be restored, and nothing was changed.");
        Refused(await Run("data", "restore", At("foreign.db"), "--force"), "tables of another program");
        Refused(await Run("data", "restore", At("missing.db"), "--force"), "There is no backup");
        Assert.Equal(before, await Judged("data"));
        Assert.Empty(Directory.GetFiles(At("data"), "*restoring*"));
    }

    [Fact]
    public async Task A_server_is_backed_up_by_its_own_means()
    {
        var settings = new DatabaseSettings(DatabaseProvider.SqlServer, "Server=db;Database=ThesisBoard", At("data"), null);

        var refused = await Assert.ThrowsAsync<RefusedToStartException>(() => new Backup(settings, new FakeTimeProvider()).Write(At("x.db"), Ct));

        Assert.Contains("BACKUP DATABASE", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_while_others_write_is_one_consistent_moment()
    {
        await using var board = await Kept.Open(At("data"), Ct);
        using var stop = new CancellationTokenSource();
        var acknowledged = 0;
        var writer = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                await board.Record($"written-{i}", i);
                Volatile.Write(ref acknowledged, i + 1);
            }
        }, Ct);

        for (var round = 0; round < 5; round++)
        {
            var atLeast = Volatile.Read(ref acknowledged);
            await Done("data", "backup", At($"copy-{round}.db"));
            await Done($"restored-{round}", "restore", At($"copy-{round}.db"));
            await using var restored = await Kept.Open(At($"restored-{round}"), Ct);
            await restored.MustBeWhole();
            Assert.InRange((await restored.Written()).Count, atLeast, Volatile.Read(ref acknowledged) + 1);
        }

        await stop.CancelAsync();
        await writer;
        Assert.True(acknowledged > 5, $"only {acknowledged} writes went on meanwhile");
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private string At(string path) => Path.Combine(_folder.FullName, path);

    private Task<CommandRun> Run(string data, params string[] args) => CommandRun.InProcess(args, At(data));

    private Task<CommandRun> Imported(string data) => Done(data, "import", CommandRun.SampleFile);

    private async Task<CommandRun> Done(string data, params string[] args)
    {
        var run = await Run(data, args);
        Assert.Equal((0, ""), (run.Exit, run.Error));
        return run;
    }

    private async Task<string> Judged(string data) => (await Run(data, "judge", "cango-ai-pivot", "--as-of", "2026-05-31", "--json")).Out;

    private async Task<string> Log(string data)
    {
        await using var kept = await Kept.Open(At(data), Ct);
        var page = await kept.Get<ReadChanges>().Page("cango-ai-pivot", ct: Ct);
        return string.Join('\n', page.Changes.Select(c => $"{c.Version} {c.At:O} {c.By} {c.Verb} {c.Summary} {string.Join(',', c.Items)}"));
    }

    private static void Refused(CommandRun run, string words)
    {
        Assert.Equal((1, ""), (run.Exit, run.Out));
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }
}
