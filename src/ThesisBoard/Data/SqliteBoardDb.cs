using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace ThesisBoard.Data;

public sealed class SqliteBoardDb(DbContextOptions<SqliteBoardDb> options) : BoardDb(options)
{
    public static void Configure(DbContextOptionsBuilder options, string connectionString, int? maxBatchSize)
    {
        ConfigureBoth(options);
        options
            .UseSqlite(connectionString, sqlite =>
            {
                if (maxBatchSize is { } size)
                    sqlite.MaxBatchSize(size);
            })
            .AddInterceptors(SqlitePragmas.Instance);
    }

    /// <summary>For the migration tools; opens nothing.</summary>
    internal sealed class Design : IDesignTimeDbContextFactory<SqliteBoardDb>
    {
        public SqliteBoardDb CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<SqliteBoardDb>();
            Configure(options, "Data Source=:memory:", null);
            return new(options.Options);
        }
    }
}

/// <summary>Evidence survives a power cut: every commit is synced before it is acknowledged. Said once to each connection of the pool, which keeps it.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=15000;";
    private readonly ConditionalWeakTable<sqlite3, object> told = [];

    public static SqlitePragmas Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        if (told.TryGetValue(handle, out _))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        told.AddOrUpdate(handle, handle);
    }

    /// <summary>SQLite has no calls that wait without a thread.</summary>
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
