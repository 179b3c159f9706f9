using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Theses;

namespace ThesisBoard.Data;

/// <summary>Makes sure that the right database is there, sound and of this program's version, before anything is served.</summary>
public sealed class DatabaseStartup(DatabaseSettings settings, IDbContextFactory<BoardDb> databases, BoardTransaction boards, TimeProvider clock)
{
    private const int ReadOnly = 8, Full = 13;
    private const string WriteAhead = "PRAGMA journal_mode=WAL";
    private const string Restore = "Put back a backup with: dotnet run --project src/ThesisBoard -- restore <file>";

    /// <summary>Checks, migrates, and on the first run puts the sample on the board.</summary>
    /// <exception cref="RefusedToStartException">The database is damaged, of a newer version, somebody else's, or missing where it should be.</exception>
    public async Task Run(CancellationToken ct)
    {
        try
        {
            await Migrate(ct);
            await Seed(ct);
        }
        catch (Exception e) when ((e as SqliteException ?? e.InnerException) is SqliteException { SqliteErrorCode: ReadOnly or Full } refused)
        {
            throw new RefusedToStartException($"The database {settings.SqliteFile} cannot be written ({refused.Message}). Nothing was lost; free some space, or give this program the right to write there, and start again.");
        }
    }

    /// <summary>Checks and migrates only.</summary>
    /// <exception cref="RefusedToStartException">As for <see cref="Run"/>.</exception>
    public async Task Migrate(CancellationToken ct)
    {
        if (settings.SqliteFile is { } file)
            await CheckFile(file, ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (settings.Provider == DatabaseProvider.SqlServer)
            await CheckServer(db, ct);
        await CheckVersion(db, ct);
        if ((await db.Database.GetPendingMigrationsAsync(ct)).Any())
            await Upgrade(db, ct);
        if (settings.Provider == DatabaseProvider.Sqlite)
            await db.Database.ExecuteSqlRawAsync(WriteAhead, ct); // kept in the file; a new one, or a backup that was put back, has another
        await BoardLog.ChainAll(db, ct);
    }

    /// <summary>Checks only, for who reads without serving: the database is there, sound and of this version.</summary>
    /// <exception cref="RefusedToStartException">As for <see cref="Run"/>, or it is not up to date.</exception>
    public async Task Check(CancellationToken ct)
    {
        if (settings.SqliteFile is { } file)
        {
            if (!File.Exists(file))
                throw new RefusedToStartException($"There is no database {file}. Set THESISBOARD_DATA to the folder that holds it; starting the server makes a new one.");
            await CheckFile(file, ct);
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        if (settings.Provider == DatabaseProvider.SqlServer)
            await CheckServer(db, ct);
        await CheckVersion(db, ct);
        if ((await db.Database.GetPendingMigrationsAsync(ct)).Any())
            throw new RefusedToStartException("The database is of an older version. Bring it up to date with: dotnet run --project src/ThesisBoard -- migrate");
    }

    /// <summary>
    /// EF's own lock in a SQLite file is a row, and stays for ever when the process that wrote it was killed. The operating system's lock does not;
    /// whoever holds it may clear the row.
    /// </summary>
    private async Task Upgrade(BoardDb db, CancellationToken ct)
    {
        if (settings.SqliteFile is not { } file)
        {
            await db.Database.MigrateAsync(ct);
            return;
        }

        await using var alone = await OpenAlone(Door(file), ct);
        if (!await HasTables(db, ct))
        {
            await CreateSchema(db, ct);
            return;
        }

        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", ct);
        await db.Database.MigrateAsync(ct);
    }

    /// <summary>
    /// A new file gets all migrations at once, as the script that EF wrote of them: step by step, EF builds the model of every one of them first. All of it is there or nothing.
    /// The mode goes first: it writes the file's first page, and a file without one is taken for a damaged one.
    /// </summary>
    private static async Task CreateSchema(BoardDb db, CancellationToken ct)
    {
        await db.Database.ExecuteSqlRawAsync(WriteAhead, ct);
        await using var resource = typeof(DatabaseStartup).Assembly.GetManifestResourceStream("Schema.sql")!;
        using var script = new StreamReader(resource);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.RunScript(await script.ReadToEndAsync(ct), ct);
        await transaction.CommitAsync(ct);
    }

    private static async Task<bool> HasTables(BoardDb db, CancellationToken ct) =>
        db.GetService<IRelationalDatabaseCreator>() is var creator && await creator.ExistsAsync(ct) && await creator.HasTablesAsync(ct);

    /// <summary>Held by the process that brings the file up to date, or makes it.</summary>
    private static string Door(string file) => file + ".upgrading";

    private static async Task<FileStream> OpenAlone(string file, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (attempt < 100)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), ct);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new RefusedToStartException($"The database cannot be brought up to date: {e.Message} Check that no other program is upgrading it and that its folder can be written to.");
            }
        }
    }

    /// <summary>Checks a SQLite file, such as a backup before it is put back.</summary>
    /// <exception cref="RefusedToStartException">It is not a sound database.</exception>
    public static async Task QuickCheck(string file, CancellationToken ct)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false };
        try
        {
            await using var db = new SqliteConnection(connection.ToString());
            await db.OpenAsync(ct);
            await using var check = db.CreateCommand();
            check.CommandText = "PRAGMA quick_check(1)";
            if (await check.ExecuteScalarAsync(ct) is not "ok" and var found)
                throw new RefusedToStartException($"The database {file} is damaged ({found}). Nothing was changed. {Restore}");
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 11 or 26)
        {
            throw new RefusedToStartException($"The database {file} is damaged or is not a database ({e.Message}). Nothing was changed. {Restore}");
        }
        catch (SqliteException e)
        {
            throw new RefusedToStartException($"The database {file} cannot be opened ({e.Message}). Check the rights on the file and its folder, and that no other program holds it.");
        }
    }

    private static async Task CheckFile(string file, CancellationToken ct)
    {
        if (File.Exists(file))
        {
            for (var waits = 0; new FileInfo(file).Length == 0 && File.Exists(Door(file)) && waits < 50; waits++)
                await Task.Delay(TimeSpan.FromMilliseconds(100), ct); // another node that starts for the first time is just making it
            if (new FileInfo(file).Length == 0)
                throw new RefusedToStartException($"The database {file} is empty: 0 bytes. {Restore} Or, if no board was ever kept there, remove the file to begin afresh.");
            await QuickCheck(file, ct);
            return;
        }

        if (File.Exists(file + "-wal"))
            throw new RefusedToStartException($"{file}-wal is there, but {file} itself is missing. Put it back beside the other. {Restore}");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
    }

    private static async Task CheckServer(BoardDb db, CancellationToken ct)
    {
        if (!await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(ct))
        {
            throw new RefusedToStartException(
                $"There is no database '{db.Database.GetDbConnection().Database}' on {db.Database.GetDbConnection().DataSource}, or it refuses the sign-in. Correct ConnectionStrings__ThesisBoard, or create the database first; it is never created by itself.");
        }
    }

    internal static async Task CheckVersion(BoardDb db, CancellationToken ct)
    {
        if (!await HasTables(db, ct))
            return;
        if (!await db.GetService<IHistoryRepository>().ExistsAsync(ct) && !await IsBarelyBegun(db, ct))
            throw new RefusedToStartException("The database holds tables of another program. Name one of its own for ThesisBoard.");
        var applied = await db.Database.GetAppliedMigrationsAsync(ct);
        var newer = applied.Except(db.Database.GetMigrations()).ToList();
        if (newer.Count > 0)
            throw new RefusedToStartException($"The database was written by a newer ThesisBoard ({newer[^1]}). Start that one, or put back a backup from before.");
    }

    /// <summary>A first run that was killed left EF's lock table and nothing else, before new files were made by one script.</summary>
    private static async Task<bool> IsBarelyBegun(BoardDb db, CancellationToken ct) => db.Database.IsSqlite()
        && !await db.Database.SqlQueryRaw<string>("SELECT name AS Value FROM sqlite_master WHERE type = 'table'").AnyAsync(name => name != "__EFMigrationsLock", ct);

    /// <summary>Only where nothing ever happened: a sample that was removed is in the log and does not come back.</summary>
    private async Task Seed(CancellationToken ct)
    {
        var sample = Path.Combine(AppContext.BaseDirectory, "Samples", "cango.thesis.json");
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!File.Exists(sample) || await db.Changes.AnyAsync(ct) || await db.Theses.AnyAsync(ct))
            return;
        var text = await File.ReadAllTextAsync(sample, ct);
        if (settings.Provider == DatabaseProvider.Sqlite && SampleScript.Of(text) is { } script)
            await script.Run(db, clock.GetUtcNow().UtcDateTime, ct);
        else
            await Import(db, text, ct);
    }

    private async Task Import(BoardDb db, string sample, CancellationToken ct)
    {
        var file = ThesisFile.Read(sample);
        if (!file.IsRead)
            throw new InvalidOperationException($"The shipped sample cannot be read: {string.Join(" ", file.Problems)}");
        var content = new BoardContent(file.Thesis with { IsSample = true }, file.Record);
        var result = await boards.Save(SampleScript.Author, content.Thesis.Slug, new ImportThesis(content), ct);
        if (result is not WriteResult.Saved && !await db.Theses.AnyAsync(t => t.Slug == content.Thesis.Slug, ct)) // else another node that started just now was first
            throw new InvalidOperationException($"The shipped sample cannot be saved: {result}");
    }
}
