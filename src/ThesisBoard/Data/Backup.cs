using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ThesisBoard.Data;

/// <summary>What a restore made of a backup.</summary>
/// <param name="File">The database file now.</param>
/// <param name="Replaced">Where the database that was there before is kept; null when there was none.</param>
public sealed record Restored(string File, string? Replaced);

/// <summary>One file that holds everything, documents included; and the way back. For the embedded database; a server has its own means.</summary>
public sealed class Backup(DatabaseSettings settings, TimeProvider clock)
{
    private const int DiskFull = 13;

    /// <summary>Copies the database into a new file: one consistent moment, also while others write.</summary>
    /// <exception cref="RefusedToStartException">It cannot be done; nothing stands under the name.</exception>
    public async Task Write(string to, CancellationToken ct)
    {
        var from = Embedded();
        if (!File.Exists(from))
            throw new RefusedToStartException($"There is no database {from} to copy. Set THESISBOARD_DATA to the folder that holds it.");
        if (Path.Exists(to))
            throw new RefusedToStartException($"{to} is there already, and a backup is never overwritten. Choose another name.");
        var part = to + ".part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Delete(part); // of an attempt that was interrupted
            await Copy(from, part, ct);
            await DatabaseStartup.QuickCheck(part, ct);
            Sync(part);
            File.Move(part, to);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new RefusedToStartException(e is SqliteException { SqliteErrorCode: DiskFull }
                ? $"There is no room for {to}: the disk is full. Nothing was copied."
                : $"{from} cannot be copied to {to}: {e.Message}");
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>Puts a backup in the place of the database. What is there is replaced only by force, and kept beside it.</summary>
    /// <exception cref="RefusedToStartException">It cannot be done; the database is as before.</exception>
    public async Task<Restored> Restore(string from, bool force, CancellationToken ct)
    {
        var file = Embedded();
        if (!File.Exists(from))
            throw new RefusedToStartException($"There is no backup {from}.");
        if (File.Exists(file) && !force)
            throw new RefusedToStartException($"There is a database already: {file}. To replace it, add --force; it is kept beside the restored one.");
        var part = file + ".restoring";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.Copy(from, part, overwrite: true);
            await Check(from, part, ct);
            Sync(part);
            return new(file, await Exchange(part, file, ct));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RefusedToStartException($"{from} cannot be restored: {e.Message}");
        }
        finally
        {
            foreach (var rest in Files(part))
                File.Delete(rest);
        }
    }

    private string Embedded() => settings.SqliteFile ?? throw new RefusedToStartException(
        "The boards are kept on SQL Server. Back up and restore them there, with the server's own BACKUP DATABASE and RESTORE DATABASE.");

    private static async Task Copy(string from, string to, CancellationToken ct)
    {
        await using var db = await Open(from, ct);
        await using var copy = db.CreateCommand();
        copy.CommandText = "VACUUM INTO $to";
        copy.CommandTimeout = 0;
        copy.Parameters.AddWithValue("$to", to);
        await copy.ExecuteNonQueryAsync(ct);
    }

    /// <summary>A sound database, and one of this program that it can read.</summary>
    private static async Task Check(string from, string copy, CancellationToken ct)
    {
        try
        {
            await DatabaseStartup.QuickCheck(copy, ct);
            var options = new DbContextOptionsBuilder<SqliteBoardDb>();
            SqliteBoardDb.Configure(options, new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString(), null);
            await using var db = new SqliteBoardDb(options.Options);
            await DatabaseStartup.CheckVersion(db, ct);
            if (!(await db.Database.GetAppliedMigrationsAsync(ct)).Any())
                throw new RefusedToStartException("It holds no boards.");
        }
        catch (RefusedToStartException refused)
        {
            throw new RefusedToStartException($"{from} is not a backup that can be restored, and nothing was changed. {refused.Message.Replace(copy, from, StringComparison.Ordinal)}");
        }
    }

    /// <summary>Returns where the database that was there is kept. At no moment is there none: the next start would begin an empty one.</summary>
    private async Task<string?> Exchange(string part, string file, CancellationToken ct)
    {
        if (!File.Exists(file))
        {
            File.Move(part, file);
            return null;
        }

        await Settle(file, ct);
        var kept = Path.Combine(Path.GetDirectoryName(file)!, string.Create(
            CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(file)}-replaced-{clock.GetUtcNow():yyyyMMdd-HHmmss}{Path.GetExtension(file)}"));
        foreach (var journal in Files(file).Skip(1).Where(File.Exists))
            File.Move(journal, kept + journal[file.Length..]); // only a damaged database still has one; it must not meet the restored one
        File.Replace(part, file, kept);
        return kept;
    }

    /// <summary>Writes the log of a sound database into its file, which also finds out whether somebody uses it. A damaged one is left as it is.</summary>
    private static async Task Settle(string file, CancellationToken ct)
    {
        try
        {
            await using var db = await Open(file, ct);
            await using var settle = db.CreateCommand();
            settle.CommandText = "PRAGMA journal_mode=DELETE";
            settle.CommandTimeout = 2;
            if (await settle.ExecuteScalarAsync(ct) is not "delete")
                throw InUse(file);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 5 or 6)
        {
            throw InUse(file);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 11 or 26)
        {
            // Damaged, or not a database: the very reason to restore.
        }
    }

    private static RefusedToStartException InUse(string file) => new($"{file} is in use. Stop the server, then restore.");

    private static async Task<SqliteConnection> Open(string file, CancellationToken ct)
    {
        var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        await db.OpenAsync(ct);
        return db;
    }

    /// <summary>The database file and what SQLite keeps beside it.</summary>
    private static IEnumerable<string> Files(string file) => [file, file + "-wal", file + "-shm", file + "-journal"];

    private static void Sync(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }
}
