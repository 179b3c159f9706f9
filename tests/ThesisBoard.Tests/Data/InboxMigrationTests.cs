using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ThesisBoard.Data;
using Xunit;

namespace ThesisBoard.Tests.Data;

/// <summary>The inboxes of a database from before they hung on the board's name.</summary>
public sealed class InboxMigrationTests
{
    private const string Before = "Accounts";
    private const string After = "Inboxes";
    private const string Documents = "SELECT f.Slug, d.Name FROM FilingDocuments d JOIN Filings f ON f.Id = d.FilingId ORDER BY 1, 2";

    [Fact]
    public async Task Every_filing_and_watch_stays_with_its_board_and_finds_back()
    {
        var folder = Directory.CreateTempSubdirectory("thesisboard-test-");
        var options = new DbContextOptionsBuilder<SqliteBoardDb>();
        SqliteBoardDb.Configure(options, $"Data Source={folder.FullName}/old.db;Pooling=False", null);
        await using (var db = new SqliteBoardDb(options.Options))
        {
            var migrator = db.GetService<IMigrator>();
            await migrator.MigrateAsync(Before, TestContext.Current.CancellationToken);
            var (one, two) = (Guid.NewGuid(), Guid.NewGuid());
            await Insert(db, "Theses", ("Id", one), ("Slug", "one"));
            await Insert(db, "Theses", ("Id", two), ("Slug", "two"));
            await Insert(db, "Documents", ("Hash", "h"));
            foreach (var (thesis, accession) in new[] { (one, "a"), (one, "b"), (two, "a") })
            {
                var id = Guid.NewGuid();
                await Insert(db, "Filings", ("Id", id), ("ThesisId", thesis), ("Accession", accession));
                await Insert(db, "FilingDocuments", ("FilingId", id), ("Ordinal", 1), ("Hash", "h"), ("Name", $"{accession}.htm"));
            }

            await Insert(db, "Watches", ("ThesisId", two), ("IsOn", 1));

            await migrator.MigrateAsync(After, TestContext.Current.CancellationToken);
            Assert.Equal("one a, one b, two a", await Text(db, "SELECT group_concat(Slug || ' ' || Accession, ', ') FROM (SELECT * FROM Filings ORDER BY Slug, Accession)"));
            Assert.Equal("one a.htm, one b.htm, two a.htm", await Text(db, $"SELECT group_concat(Slug || ' ' || Name, ', ') FROM ({Documents})"));
            Assert.Equal("", await Text(db, "SELECT group_concat(\"table\") FROM pragma_foreign_key_check"));
            Assert.Equal("two 1", await Text(db, "SELECT Slug || ' ' || IsOn FROM Watches"));

            await migrator.MigrateAsync(Before, TestContext.Current.CancellationToken);
            Assert.Equal("one a, one b, two a", await Text(db, "SELECT group_concat(Slug || ' ' || Accession, ', ') FROM (SELECT t.Slug, f.Accession FROM Filings f JOIN Theses t ON t.Id = f.ThesisId ORDER BY 1, 2)"));
            Assert.Equal("3", await Text(db, "SELECT count(*) FROM FilingDocuments"));
        }

        folder.Delete(recursive: true);
    }

    /// <summary>A row as an older program wrote it: what matters here as said, the rest empty.</summary>
    private static async Task Insert(BoardDb db, string table, params (string Column, object Value)[] values)
    {
        var row = values.ToDictionary(v => v.Column, v => v.Value);
        foreach (var (column, type) in await Required(db, table))
            row.TryAdd(column, type == "INTEGER" ? 0 : "");
        await Run(db, command =>
        {
            command.CommandText = $"INSERT INTO {table} ({string.Join(", ", row.Keys.Select(k => $"\"{k}\""))}) VALUES ({string.Join(", ", row.Keys.Select(k => "@" + k))})";
            foreach (var (column, value) in row)
                command.Parameters.AddWithValue("@" + column, value);
            return command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        });
    }

    private static Task<List<(string Column, string Type)>> Required(BoardDb db, string table) => Run(db, async command =>
    {
        command.CommandText = $"SELECT name, type FROM pragma_table_info('{table}') WHERE \"notnull\" = 1";
        var columns = new List<(string, string)>();
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            columns.Add((reader.GetString(0), reader.GetString(1)));
        return columns;
    });

    private static Task<string?> Text(BoardDb db, string sql) => Run(db, async command =>
    {
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
    });

    private static async Task<T> Run<T>(BoardDb db, Func<SqliteCommand, Task<T>> run)
    {
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
        var result = await run(command);
        await db.Database.CloseConnectionAsync();
        return result;
    }
}
