using Microsoft.Data.Sqlite;
using ThesisBoard.Tests.CommandLine;
using Xunit;

namespace ThesisBoard.Tests.Data;

/// <summary>
/// The real program, started on what is not a sound database or by settings that are wrong: it says so, names the way back, leaves everything as it is,
/// and never serves a fresh, empty board in its place.
/// </summary>
public sealed class CrashStartTests : IDisposable
{
    private const int PageSize = 4096;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("thesisboard-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Database => Path.Combine(_folder.FullName, "data", "thesisboard.db");

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public async Task A_flipped_page_is_found_at_start(double where)
    {
        var bytes = await Kept();
        var page = (int)(bytes.Length / PageSize * where) * PageSize;
        for (var i = page; i < page + PageSize; i++)
            bytes[i] ^= 0xff;

        await MustRefuse(bytes, "is damaged", "-- restore <file>");
    }

    [Fact]
    public async Task A_bad_header_is_found_at_start()
    {
        var bytes = await Kept();
        bytes.AsSpan(0, 16).Clear();

        await MustRefuse(bytes, "is damaged or is not a database", "-- restore <file>");
    }

    [Fact]
    public async Task A_file_cut_to_nothing_is_no_new_beginning() => await MustRefuse([], "is empty: 0 bytes", "-- restore <file>");

    [Fact]
    public async Task A_file_cut_in_the_middle_is_found_at_start() => await MustRefuse((await Kept())[..(20 * PageSize)], "is damaged", "-- restore <file>");

    [Fact]
    public async Task A_log_without_its_database_is_no_new_beginning()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Database)!);
        await File.WriteAllTextAsync(Database + "-wal", "the last commits", Ct);

        Refused(await Start(), "thesisboard.db itself is missing", "-- restore <file>");
        Assert.False(File.Exists(Database));
    }

    [Theory]
    [InlineData("Mongo", null, "Database__Provider is 'Mongo'. Set it to Sqlite (the default) or SqlServer.")]
    [InlineData(null, "Server=db;Database=ThesisBoard", "Set Database__Provider=SqlServer as well")]
    [InlineData("Sqlite", "Server=db;Database=ThesisBoard", "is not a SQLite connection string")]
    [InlineData("SqlServer", null, "ConnectionStrings__ThesisBoard is not set")]
    [InlineData("SqlServer", "Server=db", "names no database")]
    [InlineData(null, "Data Source=no/such/folder/thesisboard.db", "does not exist")]
    public async Task A_wrong_connection_refuses_to_start(string? provider, string? connection, string words)
    {
        Refused(await Start(("Database__Provider", provider), ("ConnectionStrings__ThesisBoard", connection)), words);
        Assert.Empty(_folder.GetFileSystemInfos());
    }

    [Fact]
    public async Task A_connection_to_another_file_refuses_while_the_usual_one_is_there()
    {
        await Kept();

        Refused(await Start(("ConnectionStrings__ThesisBoard", $"Data Source={Path.Combine(_folder.FullName, "other.db")}")), "which does not exist, while");
        Assert.False(File.Exists(Path.Combine(_folder.FullName, "other.db")));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>A database with the sample on it, as bytes in one file.</summary>
    private async Task<byte[]> Kept()
    {
        await using (await Data.Kept.Open(Path.GetDirectoryName(Database)!, Ct))
        {
        }

        SqliteConnection.ClearAllPools();
        Assert.False(File.Exists(Database + "-wal"));
        return await File.ReadAllBytesAsync(Database, Ct);
    }

    private async Task MustRefuse(byte[] bytes, params string[] words)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Database)!);
        await File.WriteAllBytesAsync(Database, bytes, Ct);

        Refused(await Start(), words);

        Assert.Equal(bytes, await File.ReadAllBytesAsync(Database, Ct));
        Assert.Equal("thesisboard.db", Assert.Single(Directory.GetFiles(Path.GetDirectoryName(Database)!).Select(Path.GetFileName)));
    }

    private Task<CommandRun> Start(params (string Name, string? Value)[] settings) =>
        CommandRun.Process(_folder.FullName, settings, Ct, "--urls", "http://127.0.0.1:0");

    private static void Refused(CommandRun run, params string[] words)
    {
        Assert.Equal(1, run.Exit);
        Assert.All(words, word => Assert.Contains(word, run.Error, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", run.Out, StringComparison.Ordinal);
    }
}
