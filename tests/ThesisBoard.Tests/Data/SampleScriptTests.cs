using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ThesisBoard.Core.Theses;
using ThesisBoard.Core.Trust;
using ThesisBoard.Data;
using ThesisBoard.Features.Theses;
using Xunit;

namespace ThesisBoard.Tests.Data;

/// <summary>A first run puts the sample on the board by a script. It must say what an import says, to the row.</summary>
public sealed partial class SampleScriptTests : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("thesisboard-sample-");

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_script_makes_the_rows_that_an_import_makes()
    {
        var written = $"{SampleScript.Title(Store.SampleText())}\n{await Imported()}";
        using var resource = new StreamReader(typeof(BoardDb).Assembly.GetManifestResourceStream("Sample.sql")!);
        if (written == await resource.ReadToEndAsync(Ct))
            return;
        var file = Path.Combine(Path.GetTempPath(), "cango.sql");
        await File.WriteAllTextAsync(file, written, Ct);
        Assert.Fail($"The sample or its tables are not what the script makes. The right one was written: mv {file} src/ThesisBoard/Samples/cango.sql");
    }

    [Fact]
    public async Task A_first_run_makes_the_sample_as_it_is_on_file_with_one_sealed_entry_of_now_in_the_log()
    {
        var before = TimeProvider.System.GetUtcNow().UtcDateTime;
        await using var kept = await Kept.Open(_folder.FullName, Ct);
        var board = (await kept.Get<BoardShelf>().Board("cango-ai-pivot", Ct))!;
        Assert.True(board.Content.Thesis.IsSample);
        Assert.Equal(Store.SampleText(), ThesisFile.Write(board.Content.Thesis, board.Content.Record));
        await using var db = await kept.Get<IDbContextFactory<BoardDb>>().CreateDbContextAsync(Ct);
        var log = await BoardLog.Entries(db, "cango-ai-pivot", long.MaxValue).ToListAsync(Ct);
        var entry = Assert.Single(log);
        Assert.Equal(LogChain.Next(LogChain.Start("cango-ai-pivot"), entry), entry.Hash);
        Assert.Equal(Store.SampleText(), entry.After);
        Assert.InRange(entry.At, before, TimeProvider.System.GetUtcNow().UtcDateTime);
    }

    [Fact]
    public void A_file_that_is_not_the_scripts_own_is_imported()
    {
        Assert.NotNull(SampleScript.Of(Store.SampleText()));
        Assert.Null(SampleScript.Of(Store.SampleText().Replace("4,451", "4,452", StringComparison.Ordinal)));
    }

    public async ValueTask DisposeAsync() => await Folders.Delete(_folder);

    private async Task<string> Imported()
    {
        await using var kept = Kept.Use(_folder.FullName);
        await kept.Get<DatabaseStartup>().Migrate(Ct);
        var file = ThesisFile.Read(Store.SampleText());
        Assert.True(file.IsRead);
        var content = new BoardContent(file.Thesis with { IsSample = true }, file.Record);
        Assert.IsType<WriteResult.Saved>(await kept.Get<BoardTransaction>().Save(SampleScript.Author, content.Thesis.Slug, new ImportThesis(content), Ct));
        return await Rows(kept.Get<DatabaseSettings>().ConnectionString);
    }

    /// <summary>Every row that the import made, as statements: tables by name, rows by what they hold, ids by where they first stand.</summary>
    private static async Task<string> Rows(string connection)
    {
        await using var db = new SqliteConnection(connection);
        await db.OpenAsync(Ct);
        var script = new StringBuilder("PRAGMA defer_foreign_keys = ON;\n");
        foreach (var table in await Texts(db, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('Changes', '__EFMigrationsHistory') AND name NOT LIKE 'sqlite_%' ORDER BY name"))
        {
            var columns = await Texts(db, $"SELECT name FROM pragma_table_info('{table}')");
            var values = string.Join(" || ', ' || ", columns.Select(c => $"quote(\"{c}\")"));
            var order = string.Join(", ", columns.Where(c => !c.EndsWith("Version", StringComparison.Ordinal)).Select(c => $"\"{c}\""));
            var rows = await Texts(db, $"SELECT '  (' || {values} || ')' FROM \"{table}\" ORDER BY {order}");
            if (rows.Count > 0)
                script.Append(CultureInfo.InvariantCulture, $"\nINSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) VALUES\n{string.Join(",\n", rows)};\n");
        }

        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        return Id().Replace(script.ToString(), id => ids.TryGetValue(id.Value, out var known) ? known : ids[id.Value] = $"'00000000-0000-0000-0000-{ids.Count + 1:D12}'");
    }

    private static async Task<List<string>> Texts(SqliteConnection db, string sql)
    {
        await using var command = new SqliteCommand(sql, db);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var texts = new List<string>();
        while (await reader.ReadAsync(Ct))
            texts.Add(reader.GetString(0));
        return texts;
    }

    [GeneratedRegex("'[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}'", RegexOptions.NonBacktracking)]
    private static partial Regex Id();
}
