using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ThesisBoard.Data;
using ThesisBoard.Nodes;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Nodes;

/// <summary>Nodes that find one another in the database.</summary>
public sealed class NodeBeatsTests
{
    public static TheoryData<DatabaseProvider> Engines => Store.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Two_nodes_without_Redis_see_one_another_and_say_what_is_missing(DatabaseProvider engine)
    {
        await using var store = await Store.Open(engine);
        using var first = Beats(store);
        using var second = Beats(store);
        await BeatBoth(first, second, store, times: 3);

        Assert.Contains("no ConnectionStrings__Redis", Assert.Single(first.Troubles), StringComparison.Ordinal);
        Assert.Contains("no ConnectionStrings__Redis", Assert.Single(second.Troubles), StringComparison.Ordinal);
        Assert.True(first.IsFirst ^ second.IsFirst);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_node_that_stops_leaves_no_entry_and_one_that_was_killed_is_swept_up(DatabaseProvider engine)
    {
        await using var store = await Store.Open(engine);
        using var living = Beats(store);
        using var stopped = Beats(store);
        using var killed = Beats(store);
        await stopped.Beat(default);
        await killed.Beat(default);
        await living.Beat(default);
        Assert.Equal(3, await Count(store));
        await stopped.StopAsync(default);
        Assert.Equal(2, await Count(store));

        for (var i = 0; i < 45; i++)
            await Beat(living, store);

        Assert.Equal(1, await Count(store));
        Assert.Empty(living.Troubles);
    }

    [Fact]
    public async Task A_file_that_another_machine_has_open_is_refused()
    {
        await using var store = await Store.Open(DatabaseProvider.Sqlite);
        using var here = Beats(store);
        var there = Guid.NewGuid();
        await PutForeign(store, there);

        var check = here.CheckMachines(default);
        await store.Advance(TimeSpan.FromSeconds(2));
        Assert.False(check.IsCompleted);
        await PutForeign(store, there); // its next beat
        await store.AdvanceUntil(check);

        var refused = await Assert.ThrowsAsync<RefusedToStartException>(() => check);
        Assert.Contains("in use on another machine (elsewhere)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_that_was_killed_on_another_machine_only_makes_the_start_wait_a_little()
    {
        await using var store = await Store.Open(DatabaseProvider.Sqlite);
        using var here = Beats(store);
        await PutForeign(store, Guid.NewGuid());
        var before = store.Clock.GetUtcNow();

        await store.AdvanceUntil(here.CheckMachines(default));

        Assert.InRange(store.Clock.GetUtcNow() - before, NodeBeats.Pause, NodeBeats.Pause * 2);
    }

    [Fact]
    public async Task Where_there_is_no_file_yet_nothing_is_made_and_nothing_is_waited_for()
    {
        await using var store = await Store.Open(DatabaseProvider.Sqlite);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Delete(store.Settings.SqliteFile!);
        using var here = Beats(store);

        await here.CheckMachines(default);

        Assert.False(File.Exists(store.Settings.SqliteFile!));
    }

    private static NodeBeats Beats(Store store) => new(store.Databases(), store.Settings, new OtherNodes(), store.Clock, NullLogger<NodeBeats>.Instance);

    private static async Task BeatBoth(NodeBeats one, NodeBeats two, Store store, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await Beat(one, store);
            await Beat(two, store);
        }
    }

    private static async Task Beat(NodeBeats node, Store store)
    {
        store.Clock.Advance(NodeBeats.Pause);
        await node.Beat(default);
    }

    private static async Task<int> Count(Store store)
    {
        await using var db = await store.Databases().CreateDbContextAsync();
        return db.Nodes.Count();
    }

    private static async Task PutForeign(Store store, Guid id)
    {
        await using var db = await store.Databases().CreateDbContextAsync();
        var now = store.Clock.GetUtcNow().UtcDateTime;
        if (await db.Nodes.FindAsync(id) is { } row)
            row.SeenAt = now;
        else
            db.Nodes.Add(new() { Id = id, Machine = "elsewhere", Kernel = "another", StartedAt = now, SeenAt = now });
        await db.SaveChangesAsync();
    }
}
