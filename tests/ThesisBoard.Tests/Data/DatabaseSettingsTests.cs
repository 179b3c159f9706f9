using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ThesisBoard.Data;
using ThesisBoard.Features.Theses;
using Xunit;

namespace ThesisBoard.Tests.Data;

/// <summary>A wrong setting never shows an empty board beside the right one.</summary>
public sealed class DatabaseSettingsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("thesisboard-test-").FullName;

    [Theory]
    [InlineData("Sqlite", "Server=db;Database=Boards;User Id=sa;Password=x", "Set Database__Provider=SqlServer")]
    [InlineData(null, "Server=db;Database=Boards;User Id=sa;Password=x", "Set Database__Provider=SqlServer")]
    [InlineData(null, "Data Source=tcp:db,1433", "Set Database__Provider=SqlServer")]
    [InlineData("SqlServer", null, "ConnectionStrings__ThesisBoard is not set")]
    [InlineData("SqlServer", "Data Source=boards.db", "names no server")]
    [InlineData("SqlServer", "Server=db;User Id=sa;Password=x", "names no database")]
    [InlineData("SqlServer", "Sever=db;Database=Boards", "is not a SQL Server connection string")]
    [InlineData("Postgres", null, "Set it to Sqlite (the default) or SqlServer")]
    [InlineData("Sqlite", "Data Source=/nowhere/at/all/boards.db", "does not exist")]
    [InlineData("Sqlite", "boards.db", "is not a SQLite connection string")]
    public void Wrong_or_ambiguous_settings_refuse_to_start_and_say_what_to_do(string? provider, string? connection, string says)
    {
        var refused = Assert.Throws<RefusedToStartException>(() => Read(("Database:Provider", provider), ("ConnectionStrings:ThesisBoard", connection)));
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Password=x", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Theory, InlineData("0"), InlineData("many"), InlineData("1001")]
    public void A_batch_size_that_is_none_refuses_to_start(string size) =>
        Assert.Throws<RefusedToStartException>(() => Read(("Database:MaxBatchSize", size)));

    [Fact]
    public void A_connection_string_to_a_missing_file_beside_the_usual_one_refuses_to_start()
    {
        File.WriteAllText(Path.Combine(folder, DatabaseSettings.FileName), "x");
        var refused = Assert.Throws<RefusedToStartException>(() => Read(("ConnectionStrings:ThesisBoard", $"Data Source={folder}/board.db")));
        Assert.Contains("which does not exist", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_data_folder_that_is_a_file_refuses_to_start()
    {
        var file = Path.Combine(folder, "data");
        File.WriteAllText(file, "x");
        Assert.Throws<RefusedToStartException>(() => Read(("THESISBOARD_DATA", file)));
    }

    [Theory]
    [InlineData("", "0 bytes")]
    [InlineData("This is a text and no database, long enough to have a header of its own.", "is not a database")]
    public async Task A_file_that_is_no_database_refuses_to_start_names_the_way_back_and_stays_as_it_is(string content, string says)
    {
        var file = Path.Combine(folder, DatabaseSettings.FileName);
        await File.WriteAllTextAsync(file, content);
        var refused = await Assert.ThrowsAsync<RefusedToStartException>(Start);
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        Assert.Contains("-- restore <file>", refused.Message, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task A_database_with_a_flipped_page_refuses_to_start()
    {
        await Start();
        SqliteConnection.ClearAllPools();
        var file = Path.Combine(folder, DatabaseSettings.FileName);
        var bytes = await File.ReadAllBytesAsync(file);
        for (var at = 4096; at < 3 * 4096; at++)
            bytes[at] ^= 0x5a;
        await File.WriteAllBytesAsync(file, bytes);
        var refused = await Assert.ThrowsAsync<RefusedToStartException>(Start);
        Assert.Contains("damaged", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_without_its_database_refuses_to_start()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, DatabaseSettings.FileName + "-wal"), "x");
        Assert.Contains("is missing", (await Assert.ThrowsAsync<RefusedToStartException>(Start)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CREATE TABLE Recipes (Id INTEGER)", "another program")]
    [InlineData("CREATE TABLE __EFMigrationsHistory (MigrationId TEXT PRIMARY KEY, ProductVersion TEXT NOT NULL); INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99')", "newer ThesisBoard")]
    public async Task Somebody_elses_database_and_a_newer_one_are_left_alone(string made, string says)
    {
        await using (var db = new SqliteConnection($"Data Source={Path.Combine(folder, DatabaseSettings.FileName)}"))
        {
            await db.OpenAsync();
            await using var command = db.CreateCommand();
            command.CommandText = made;
            await command.ExecuteNonQueryAsync();
        }

        Assert.Contains(says, (await Assert.ThrowsAsync<RefusedToStartException>(Start)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sample_is_seeded_once_and_does_not_come_back_when_it_was_removed()
    {
        await Start();
        await using (var services = Services())
        {
            var board = await services.GetRequiredService<BoardShelf>().Board("cango-ai-pivot", default);
            Assert.True(board!.Content.Thesis.IsSample);
            await services.GetRequiredService<BoardTransaction>().Save(Store.Machine, "cango-ai-pivot", new RemoveThesis(board.RowVersion(ItemKind.Thesis)));
        }

        await Start();
        await using var again = Services();
        Assert.Empty(await again.GetRequiredService<BoardShelf>().Slugs(default));
    }

    [Fact]
    public async Task An_upgrade_that_was_killed_does_not_stop_the_next_start()
    {
        await using (var db = new SqliteConnection($"Data Source={Path.Combine(folder, DatabaseSettings.FileName)}"))
        {
            await db.OpenAsync();
            await using var command = db.CreateCommand();
            command.CommandText = "CREATE TABLE __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01')";
            await command.ExecuteNonQueryAsync();
        }

        await Start();
    }

    [Fact]
    public async Task A_first_start_that_was_killed_before_it_made_a_table_does_not_stop_the_next()
    {
        await using (var db = new SqliteConnection($"Data Source={Path.Combine(folder, DatabaseSettings.FileName)}"))
        {
            await db.OpenAsync();
            await using var command = db.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=WAL";
            await command.ExecuteNonQueryAsync();
        }

        Assert.True(new FileInfo(Path.Combine(folder, DatabaseSettings.FileName)).Length > 0);
        await Start();
        await using var services = Services();
        Assert.Equal(["cango-ai-pivot"], await services.GetRequiredService<BoardShelf>().Slugs(default));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task Start()
    {
        await using var services = Services();
        await services.GetRequiredService<DatabaseStartup>().Run(default);
    }

    private ServiceProvider Services() => new ServiceCollection().AddBoardData(Read()).AddLogging().BuildServiceProvider();

    private DatabaseSettings Read(params (string Key, string? Value)[] settings) => DatabaseSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection([new("THESISBOARD_DATA", folder)])
        .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, s.Value)))
        .Build());
}
