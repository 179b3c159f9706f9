using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Observations;
using Xunit;

namespace ThesisBoard.Tests.Data;

/// <summary>A database with the sample on it, as the server keeps it, in a folder of the test's choice.</summary>
internal sealed class Kept : IAsyncDisposable
{
    private const string Slug = "cango-ai-pivot";
    private const string Note = "test";
    private readonly ServiceProvider _services;

    private Kept(string folder, Action<IServiceCollection>? more)
    {
        var services = new ServiceCollection().AddBoardData(
            DatabaseSettings.Read(new ConfigurationBuilder().AddInMemoryCollection([new("THESISBOARD_DATA", folder)]).Build()));
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    /// <summary>Starts as the server does: checks, migrates, and seeds the sample on the first run.</summary>
    public static async Task<Kept> Open(string folder, CancellationToken ct, Action<IServiceCollection>? more = null)
    {
        var kept = new Kept(folder, more);
        await kept.Get<DatabaseStartup>().Run(ct);
        return kept;
    }

    /// <summary>Uses a database that is there, without the checks of a start.</summary>
    public static Kept Use(string folder) => new(folder, null);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Records a figure of Bitcoin sold, about one day a key, and wants it saved.</summary>
    public async Task Record(string key, long amount) => Assert.IsType<WriteResult.Saved>(await TryRecord([key], amount));

    /// <summary>Records figures in one write.</summary>
    public Task<WriteResult> TryRecord(IEnumerable<string> keys, long amount) => Get<BoardTransaction>().Save(
        Actor.Machine("test"), Slug, new RecordObservations([.. keys.Select(key => Figure(key, amount))]));

    /// <summary>The keys of the figures that the board shows beside the sample's own.</summary>
    public async Task<HashSet<string>> Written() =>
        [.. (await Get<BoardShelf>().Board(Slug, CancellationToken.None))!.Content.Record.Observations.Where(o => o.Note == Note).Select(o => o.Key)];

    /// <summary>As <see cref="MustBeWhole(string)"/>, and the board shows what stands in the tables.</summary>
    public async Task MustBeWhole() =>
        Assert.Equal((await MustBeWhole(Get<DatabaseSettings>().DataFolder)).Order(StringComparer.Ordinal), (await Written()).Order(StringComparer.Ordinal));

    /// <summary>The file is sound, and every row has its entry in the log and every entry its row: no half write. Returns the keys of the test's figures.</summary>
    public static async Task<HashSet<string>> MustBeWhole(string folder)
    {
        await using var db = new SqliteConnection($"Data Source={Path.Combine(folder, DatabaseSettings.FileName)};Pooling=False");
        await db.OpenAsync();
        Assert.Equal("ok", await Scalar(db, "PRAGMA integrity_check"));
        Assert.Equal("0", await Scalar(db, "SELECT count(*) FROM pragma_foreign_key_check"));
        Assert.Equal(await Scalar(db, "SELECT max(\"Version\") FROM \"Changes\""), await Scalar(db, "SELECT \"Version\" FROM \"Theses\""));
        var written = await Keys(db, $"SELECT \"Key\" FROM \"Observations\" WHERE \"Note\" = '{Note}'");
        var logged = await Keys(db, "SELECT \"Key\" FROM \"Changes\" WHERE \"Verb\" = 'RecordObservations'");
        Assert.Equal(logged.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
        return written;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static Observation Figure(string key, long amount) => new()
    {
        Key = key,
        Metric = "btc-sold",
        Period = Period.At(new DateOnly(2030, 1, 1).AddDays((int)(amount % 10_000))),
        Value = Quantity.Btc(amount),
        Source = "article",
        Note = Note,
    };

    private static async Task<string?> Scalar(SqliteConnection db, string sql)
    {
        await using var command = new SqliteCommand(sql, db);
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static async Task<HashSet<string>> Keys(SqliteConnection db, string sql)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        await using var command = new SqliteCommand(sql, db);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            keys.Add(rows.GetString(0));
        return keys;
    }
}
