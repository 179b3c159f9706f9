using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace ThesisBoard.Data;

/// <summary>Which database engine.</summary>
public enum DatabaseProvider
{
    /// <summary>The embedded default: one file in the data folder.</summary>
    Sqlite,

    /// <summary>The team's database.</summary>
    SqlServer,
}

/// <summary>A setting is wrong or could mean two things. The message says what to do; the program does not start.</summary>
public sealed class RefusedToStartException(string message) : Exception(message);

/// <summary>Where the boards are kept. Read once at start; anything doubtful refuses to start, since guessing wrong would show an empty board beside the right one.</summary>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString, string DataFolder, int? MaxBatchSize)
{
    /// <summary>The file in the data folder.</summary>
    public const string FileName = "thesisboard.db";

    private const string ProviderKey = "Database:Provider";
    private const string BatchKey = "Database:MaxBatchSize";
    private const string ConnectionKey = "ConnectionStrings:ThesisBoard";

    /// <summary>The SQLite file; null on SQL Server.</summary>
    public string? SqliteFile => Provider == DatabaseProvider.Sqlite ? Path.GetFullPath(new SqliteConnectionStringBuilder(ConnectionString).DataSource) : null;

    /// <summary>Reads the settings: <c>Database__Provider</c>, <c>ConnectionStrings__ThesisBoard</c>, <c>Database__MaxBatchSize</c>, <c>THESISBOARD_DATA</c>.</summary>
    /// <exception cref="RefusedToStartException">They are wrong or ambiguous.</exception>
    public static DatabaseSettings Read(IConfiguration configuration)
    {
        var folder = Path.GetFullPath(configuration["THESISBOARD_DATA"] is { Length: > 0 } set ? set : "data");
        if (File.Exists(folder))
            throw new RefusedToStartException($"THESISBOARD_DATA names a file, {folder}. Name the folder that holds {FileName}.");
        var connection = configuration[ConnectionKey] is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
        return Engine(configuration[ProviderKey], connection) == DatabaseProvider.SqlServer
            ? new(DatabaseProvider.SqlServer, SqlServer(connection), folder, BatchSize(configuration[BatchKey]))
            : new(DatabaseProvider.Sqlite, Sqlite(connection, folder), folder, BatchSize(configuration[BatchKey]));
    }

    private static DatabaseProvider Engine(string? name, string? connection)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return connection is null || IsSqlite(connection)
                ? DatabaseProvider.Sqlite
                : throw new RefusedToStartException(
                    "ConnectionStrings__ThesisBoard is set and is not a SQLite connection string. Set Database__Provider=SqlServer as well, or remove the connection string to use the SQLite file in the data folder.");
        }

        return Enum.GetNames<DatabaseProvider>().FirstOrDefault(n => n.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } known
            ? Enum.Parse<DatabaseProvider>(known)
            : throw new RefusedToStartException($"Database__Provider is '{name}'. Set it to Sqlite (the default) or SqlServer.");
    }

    private static string Sqlite(string? connection, string folder)
    {
        if (connection is null)
            return new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, FileName), ForeignKeys = true }.ToString();
        if (!IsSqlite(connection))
        {
            throw new RefusedToStartException(
                "Database__Provider is Sqlite, but ConnectionStrings__ThesisBoard is not a SQLite connection string. Set Database__Provider=SqlServer, or remove the connection string, or write it as 'Data Source=path/to/thesisboard.db'.");
        }

        var builder = new SqliteConnectionStringBuilder(connection) { ForeignKeys = true };
        var file = Path.GetFullPath(builder.DataSource);
        var usual = Path.Combine(folder, FileName);
        if (!File.Exists(file) && Path.GetDirectoryName(file) is { } parent && !Directory.Exists(parent))
            throw new RefusedToStartException($"ConnectionStrings__ThesisBoard names {file}, but the folder {parent} does not exist. Correct the path, or make the folder.");
        if (!File.Exists(file) && File.Exists(usual))
        {
            throw new RefusedToStartException(
                $"ConnectionStrings__ThesisBoard names {file}, which does not exist, while {usual} does. Remove the connection string to use that one, or move it to the new place first.");
        }

        builder.DataSource = file;
        return builder.ToString();
    }

    private static string SqlServer(string? connection)
    {
        if (connection is null)
        {
            throw new RefusedToStartException(
                "Database__Provider is SqlServer, but ConnectionStrings__ThesisBoard is not set. Set it, such as 'Server=db;Database=ThesisBoard;User Id=…;Password=…'.");
        }

        SqlConnectionStringBuilder builder;
        try
        {
            builder = new(connection);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new RefusedToStartException($"ConnectionStrings__ThesisBoard is not a SQL Server connection string: {e.Message}");
        }

        var looksLikeFile = builder.DataSource.EndsWith(".db", StringComparison.OrdinalIgnoreCase) || builder.DataSource is "" or ":memory:";
        if (looksLikeFile)
            throw new RefusedToStartException("Database__Provider is SqlServer, but ConnectionStrings__ThesisBoard names no server ('Server=…'). Set it, or set Database__Provider=Sqlite.");
        return builder.InitialCatalog.Length > 0
            ? connection
            : throw new RefusedToStartException("ConnectionStrings__ThesisBoard names no database. Add 'Database=…' with the name of the database that holds the boards.");
    }

    private static int? BatchSize(string? text) => string.IsNullOrWhiteSpace(text) ? null
        : int.TryParse(text, out var size) && size is >= 1 and <= 1000 ? size
        : throw new RefusedToStartException($"Database__MaxBatchSize is '{text}'. Set it to a whole number from 1 to 1000, or leave it out.");

    /// <summary>A SQLite connection string names a file and nothing that only a server has.</summary>
    private static bool IsSqlite(string connection)
    {
        try
        {
            var source = new SqliteConnectionStringBuilder(connection).DataSource;
            return source.Length > 0 && !source.Contains(',') && !source.StartsWith("tcp:", StringComparison.OrdinalIgnoreCase);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
