using Microsoft.Data.Sqlite;
using ThesisBoard.Data;

namespace ThesisBoard.Tests.Data;

/// <summary>Writes what a recorded figure writes (the row, its entry in the log, the board's version) in one transaction, without the app's code.</summary>
internal sealed class BareWriter : IAsyncDisposable
{
    private readonly SqliteConnection _db;

    private BareWriter(SqliteConnection db) => _db = db;

    public static async Task<BareWriter> Open(string folder)
    {
        var db = new SqliteConnection($"Data Source={Path.Combine(folder, DatabaseSettings.FileName)};Pooling=False");
        await db.OpenAsync();
        var writer = new BareWriter(db);
        await writer.Execute("""
            PRAGMA synchronous=FULL;
            CREATE TEMP TABLE "Row" AS SELECT * FROM "Observations" LIMIT 1;
            CREATE TEMP TABLE "Entry" AS SELECT * FROM "Changes" LIMIT 1;
            UPDATE "Row" SET "Note" = 'test';
            UPDATE "Entry" SET "Id" = NULL, "Verb" = 'RecordObservations', "Kind" = 'Observation';
            """);
        return writer;
    }

    public async Task Write(IEnumerable<string> keys)
    {
        await Execute("BEGIN IMMEDIATE; UPDATE \"Theses\" SET \"Version\" = \"Version\" + 1; UPDATE \"Entry\" SET \"Version\" = (SELECT \"Version\" FROM \"Theses\"), \"Ordinal\" = 0;");
        foreach (var key in keys)
        {
            await Execute("""
                UPDATE "Row" SET "Key" = $key;
                INSERT INTO "Observations" SELECT * FROM "Row";
                UPDATE "Entry" SET "Key" = $key;
                INSERT INTO "Changes" SELECT * FROM "Entry";
                UPDATE "Entry" SET "Ordinal" = "Ordinal" + 1;
                """, key);
        }

        await Execute("COMMIT");
    }

    public ValueTask DisposeAsync() => _db.DisposeAsync();

    private async Task Execute(string sql, string? key = null)
    {
        await using var command = new SqliteCommand(sql, _db);
        if (key is not null)
            command.Parameters.AddWithValue("$key", key);
        await command.ExecuteNonQueryAsync();
    }
}
