using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Changes;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Shares;
using ThesisBoard.Features.Theses;
using ThesisBoard.Features.Tokens;
using ThesisBoard.Live;
using Xunit;

namespace ThesisBoard.Tests.Data;

/// <summary>A real database of its own with everything that reads and writes it. SQL Server takes part when THESISBOARD_TEST_SQLSERVER names one.</summary>
internal sealed class Store : IAsyncDisposable
{
    private const string ServerVariable = "THESISBOARD_TEST_SQLSERVER";
    private static readonly Lazy<Task<byte[]>> Migrated = new(MigrateOnce);
    private readonly ServiceProvider services;
    private readonly string folder = Directory.CreateTempSubdirectory("thesisboard-test-").FullName;

    private Store(DatabaseProvider engine)
    {
        Settings = new(engine, ConnectionString(engine), folder, int.TryParse(Environment.GetEnvironmentVariable("Database__MaxBatchSize"), out var size) ? size : null);
        services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddBoardData(Settings)
            .AddSingleton<SignInLinks>()
            .AddSingleton<Members>()
            .AddSingleton<Sessions>()
            .AddSingleton<PersonalTokens>()
            .AddSingleton<BoardRoles>()
            .AddSingleton<ShareViews>().AddSingleton<ShareList>().AddSingleton<PinnedBoards>().AddSingleton<PinNewsReader>()
            .AddLogging()
            .BuildServiceProvider();
    }

    public static TheoryData<DatabaseProvider> Engines => [DatabaseProvider.Sqlite, DatabaseProvider.SqlServer];

    public static Actor Machine { get; } = Actor.Machine("Test");

    public DatabaseSettings Settings { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    public BoardTransaction Boards => Get<BoardTransaction>();

    public BoardReader Reader => Get<BoardReader>();

    public static async Task<Store> Open(DatabaseProvider engine)
    {
        if (engine == DatabaseProvider.SqlServer && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(ServerVariable)))
            Assert.Skip($"Set {ServerVariable} to the connection string of a SQL Server to run this on it too.");
        var store = new Store(engine);
        if (engine == DatabaseProvider.Sqlite)
            await File.WriteAllBytesAsync(store.Settings.SqliteFile!, await Migrated.Value);
        else
            await Migrate(store);
        return store;
    }

    /// <summary>The same, with the Cango sample on board.</summary>
    public static Task<Store> OpenWithSample(DatabaseProvider engine) => OpenWith(engine, Sample());

    /// <summary>The same before it was sealed and activated: everything of it may still be edited and removed.</summary>
    public static Task<Store> OpenWithDraft(DatabaseProvider engine) => OpenWith(engine, Draft());

    private static async Task<Store> OpenWith(DatabaseProvider engine, BoardContent sample)
    {
        var store = await Open(engine);
        Assert.IsType<WriteResult.Saved>(await store.Boards.Save(Machine, sample.Thesis.Slug, new ImportThesis(sample)));
        return store;
    }

    public static BoardContent Sample()
    {
        var file = ThesisFile.Read(SampleText());
        Assert.True(file.IsRead, string.Join('\n', file.Problems));
        return new(file.Thesis, file.Record);
    }

    public static BoardContent Draft()
    {
        var sample = Sample();
        return sample with { Thesis = sample.Thesis.AsDraft() };
    }

    public static string SampleText() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "cango.thesis.json"));

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public IDbContextFactory<BoardDb> Databases() => Get<IDbContextFactory<BoardDb>>();

    /// <summary>A second process on the same database: nothing is shared but the file or the server.</summary>
    public ServiceProvider AnotherProcess() => new ServiceCollection().AddSingleton<TimeProvider>(Clock).AddBoardData(Settings).AddLogging().BuildServiceProvider();

    public async Task<Actor> Member(Role role)
    {
        if (role == Role.Anonymous)
            return Actor.Anonymous;
        var token = await Get<SignInLinks>().Create(Machine, $"The {role}", role);
        return (await Get<SignInLinks>().Redeem(token!))!;
    }

    public async Task<StoredBoard> Board(string slug = "cango-ai-pivot") => (await Reader.ReadForEdit(slug, default))!;

    /// <summary>Lets the clock run a second at a time, so that what waits for it gets its turn in between.</summary>
    public async Task Advance(TimeSpan time)
    {
        for (var until = Clock.GetUtcNow() + time; Clock.GetUtcNow() < until;)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(20);
        }
    }

    public async Task AdvanceUntil(Task done)
    {
        for (var i = 0; i < 300 && !done.IsCompleted; i++)
            await Advance(TimeSpan.FromSeconds(1));
        Assert.True(done.IsCompleted, "It still waits after five minutes of the clock.");
    }

    public async ValueTask DisposeAsync()
    {
        if (Settings.Provider == DatabaseProvider.SqlServer)
        {
            await using var db = await Databases().CreateDbContextAsync();
            await db.Database.EnsureDeletedAsync();
        }

        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Migrating takes longer than most tests do: once, then copied.</summary>
    private static async Task<byte[]> MigrateOnce()
    {
        await using var store = new Store(DatabaseProvider.Sqlite);
        await Migrate(store);
        SqliteConnection.ClearAllPools();
        return await File.ReadAllBytesAsync(store.Settings.SqliteFile!);
    }

    private static async Task Migrate(Store store)
    {
        await using var db = await store.Databases().CreateDbContextAsync();
        await db.Database.MigrateAsync();
        await db.Database.CloseConnectionAsync();
    }

    private string ConnectionString(DatabaseProvider engine) => engine == DatabaseProvider.Sqlite
        ? new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, DatabaseSettings.FileName), ForeignKeys = true }.ToString()
        : new SqlConnectionStringBuilder(Environment.GetEnvironmentVariable(ServerVariable)) { InitialCatalog = $"ThesisBoardTest{Guid.NewGuid():n}" }.ToString();
}
