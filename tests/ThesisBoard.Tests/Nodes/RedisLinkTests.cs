using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using ThesisBoard.Data;
using ThesisBoard.Features.Theses;
using ThesisBoard.Live;
using ThesisBoard.Nodes;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Nodes;

/// <summary>What one node commits reaches the readers of another: over a real Redis, and without it by the database.</summary>
public sealed class RedisLinkTests
{
    private const string Slug = "cango-ai-pivot";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_change_reaches_the_readers_of_another_node_over_Redis_and_its_own_only_once()
    {
        if (RedisServer.Program is null)
            Assert.Skip("redis-server is not installed: on Debian and Ubuntu the test command installs it.");
        await using var redis = await RedisServer.Start();
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        await using var one = await Node.Start(store, redis);
        await using var two = await Node.Start(store, redis);
        Assert.Equal(1, await two.Shelf.Version(Slug, default));
        var (there, here) = (two.Watch(), one.Watch());

        await one.Rename("Changed on one"); // the clock stands still: nobody looks into the database by itself

        Assert.Equal(new BoardChanged(Slug, 2), await there.Next());
        Assert.Equal(2, await two.Shelf.Version(Slug, default));
        Assert.Equal("Changed on one", (await two.Shelf.Board(Slug, default))!.Content.Thesis.Title);
        Assert.Equal(new BoardChanged(Slug, 2), await here.Next());
        await two.Rename("Changed on two");
        Assert.Equal(new BoardChanged(Slug, 3), await here.Next()); // and not version 2 again
    }

    [Fact]
    public async Task Without_Redis_changes_arrive_by_the_database_and_when_it_is_back_over_Redis_again()
    {
        if (RedisServer.Program is null)
            Assert.Skip("redis-server is not installed: on Debian and Ubuntu the test command installs it.");
        await using var redis = await RedisServer.Start();
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        await using var one = await Node.Start(store, redis);
        await using var two = await Node.Start(store, redis);
        Assert.Equal(1, await two.Shelf.Version(Slug, default));
        var there = two.Watch();

        await redis.Kill();
        await Until(store, () => !one.Others.Link.IsUp && !two.Others.Link.IsUp);
        Assert.NotNull(two.Others.Link.LostSince);
        await one.Rename("Changed while Redis was away");
        var arrived = there.Next();
        await store.AdvanceUntil(arrived);
        Assert.Equal(new BoardChanged(Slug, 2), await arrived);

        await redis.Launch();
        await Until(store, () => one.Others.Link.IsUp && two.Others.Link.IsUp);
        Assert.Null(two.Others.Link.LostSince);
        await one.Rename("Changed after it came back");
        Assert.Equal(new BoardChanged(Slug, 3), await there.Next()); // the clock stands still again
    }

    private static async Task Until(Store store, Func<bool> holds)
    {
        for (var i = 0; i < 600 && !holds(); i++)
        {
            store.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(50);
        }

        Assert.True(holds());
    }

    /// <summary>A node as the server runs it, without the web: a process of its own would share no more than the database and Redis.</summary>
    private sealed class Node(ServiceProvider services) : IAsyncDisposable
    {
        public OtherNodes Others => services.GetRequiredService<OtherNodes>();

        public BoardShelf Shelf => services.GetRequiredService<BoardShelf>();

        public static async Task<Node> Start(Store store, RedisServer redis)
        {
            var node = new Node(new ServiceCollection()
                .AddSingleton<TimeProvider>(store.Clock)
                .AddBoardData(store.Settings)
                .AddLogging()
                .AddSingleton(NodeSettings.Read(new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:Redis", redis.ConnectionString)]).Build()))
                .AddSingleton<IHostedService, RedisLink>()
                .AddSingleton<IHostedService, OtherProcesses>()
                .BuildServiceProvider());
            foreach (var service in node.Services())
                await service.StartAsync(default);
            await Until(store, () => node.Others.Link.IsUp);
            return node;
        }

        public Watcher Watch() => new(services.GetRequiredService<BoardChanges>().Watch(Slug, default).GetAsyncEnumerator());

        public async Task Rename(string title)
        {
            var board = (await Shelf.Board(Slug, default))!;
            var thesis = board.Content.Thesis;
            var write = new EditThesis(title, thesis.Claim, thesis.Issuer, board.RowVersion(ItemKind.Thesis, BoardItems.Only));
            Assert.IsType<WriteResult.Saved>(await services.GetRequiredService<BoardTransaction>().Save(Store.Machine, Slug, write));
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var service in Services())
                await service.StopAsync(default);
            await services.DisposeAsync();
        }

        private IEnumerable<IHostedService> Services() => services.GetServices<IHostedService>();
    }

    private sealed class Watcher(IAsyncEnumerator<BoardChanged> changes)
    {
        private Task<bool> next = changes.MoveNextAsync().AsTask(); // watches from now on

        public async Task<BoardChanged> Next()
        {
            Assert.True(await next.WaitAsync(Soon));
            var change = changes.Current;
            next = changes.MoveNextAsync().AsTask();
            return change;
        }
    }
}
