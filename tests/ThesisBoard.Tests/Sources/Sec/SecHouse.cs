using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ThesisBoard.Data;
using ThesisBoard.Features.Filings;
using ThesisBoard.Sources.Sec;
using ThesisBoard.Tests.Data;
using ThesisBoard.Tests.Shared.Edgar;
using LookUp = System.Func<string, System.Threading.CancellationToken, System.Threading.Tasks.Task<System.Net.IPAddress[]>>;

namespace ThesisBoard.Tests.Sources.Sec;

/// <summary>The app's own way to EDGAR over a real database, with the fake at the other end and a clock that runs as fast as the test wants.</summary>
internal sealed class SecHouse : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private SecHouse(Store store, FakeEdgar edgar, EdgarOptions options, LookUp? lookUp) => (Store, Edgar, services) = (store, edgar, new ServiceCollection()
        .AddSingleton<TimeProvider>(store.Clock)
        .AddBoardData(store.Settings)
        .AddLogging()
        .AddSingleton(new EdgarDoor(options, lookUp))
        .AddSec(options)
        .BuildServiceProvider());

    public Store Store { get; }

    public FakeEdgar Edgar { get; }

    public EdgarClient Client => Get<EdgarClient>();

    public Watcher Watcher => Get<Watcher>();

    public FilingShelf Shelf => Get<FilingShelf>();

    public static async Task<SecHouse> Open(Func<EdgarOptions, EdgarOptions>? with = null, LookUp? lookUp = null)
    {
        var edgar = await FakeEdgar.Start();
        var options = EdgarOptions.Read(new ConfigurationBuilder()
            .AddInMemoryCollection(edgar.Settings.Select(s => KeyValuePair.Create(s.Key.Replace("__", ":", StringComparison.Ordinal), (string?)s.Value))).Build());
        return new(await Store.OpenWithSample(DatabaseProvider.Sqlite), edgar, with?.Invoke(options) ?? options, lookUp);
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Waits for something while the clock runs twenty times as fast as real time does.</summary>
    public async Task<T> Run<T>(Task<T> task)
    {
        while (!task.IsCompleted)
        {
            await Task.WhenAny(task, Task.Delay(5));
            if (!task.IsCompleted)
                Store.Clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        return await task;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Store.DisposeAsync();
        await Edgar.DisposeAsync();
    }
}
