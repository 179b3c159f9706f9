using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Changes;
using ThesisBoard.Features.Criteria;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Metrics;
using ThesisBoard.Features.Observations;
using ThesisBoard.Features.Theses;
using ThesisBoard.Live;
using Xunit;

namespace ThesisBoard.Tests.Data;

/// <summary>What both engines must do alike.</summary>
public sealed class StoreTests
{
    private const string Slug = "cango-ai-pivot";
    private static readonly Actor Editor = Store.Machine;

    public static TheoryData<DatabaseProvider> Engines => Store.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task The_sample_comes_back_from_the_tables_to_the_byte(DatabaseProvider engine)
    {
        await using var store = await Store.OpenWithSample(engine);
        await using var other = store.AnotherProcess();
        var board = await other.GetRequiredService<BoardShelf>().Board(Slug, default);
        Assert.Equal(Store.SampleText(), ThesisFile.Write(board!.Content.Thesis, board.Content.Record));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_second_of_two_editors_is_told_what_stands_now_and_nothing_is_lost(DatabaseProvider engine)
    {
        await using var store = await Store.OpenWithSample(engine);
        var board = await store.Board();
        var metric = board.Content.Thesis.Metrics[0];
        var seen = board.RowVersion(ItemKind.Metric, metric.Key);
        Assert.IsType<WriteResult.Saved>(await store.Boards.Save(Editor, Slug, new EditMetric(metric with { Title = "First" }, seen)));
        var stale = Assert.IsType<WriteResult.Stale>(await store.Boards.Save(Editor, Slug, new EditMetric(metric with { Title = "Second" }, seen)));
        Assert.Equal("First", Assert.IsType<Core.Metrics.Metric>(stale.Current).Title);
        Assert.IsType<WriteResult.Saved>(await store.Boards.Save(Editor, Slug, new EditMetric(metric with { Title = "Second" }, stale.RowVersion!.Value)));
        Assert.Equal("Second", (await store.Board()).Content.Thesis.Metrics[0].Title);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_a_write_switches_off_for_itself_is_on_for_whoever_gets_its_context_next(DatabaseProvider engine)
    {
        await using var store = await Store.OpenWithSample(engine);
        var contexts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => store.Databases().CreateDbContextAsync())); // the one of the write is among them

        Assert.All(contexts, db => Assert.True(db.ChangeTracker.AutoDetectChangesEnabled && db.Database.AutoSavepointsEnabled));

        foreach (var db in contexts)
            await db.DisposeAsync();
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_change_in_a_child_row_alone_renews_the_items_version(DatabaseProvider engine)
    {
        await using var store = await Store.OpenWithSample(engine);
        var board = await store.Board();
        var criterion = board.Content.Thesis.Criteria[0];
        var seen = board.RowVersion(ItemKind.Criterion, criterion.Key);
        var next = criterion.Contracts[^1] with { From = new(2026, 11, 22), Bar = Grade.AuditedFiling, Reason = "Only audited figures count from here on." };
        Assert.IsType<WriteResult.Saved>(await store.Boards.Save(Editor, Slug, new ReviseCriterion(criterion.Key, next, seen)));
        Assert.IsType<WriteResult.Stale>(await store.Boards.Save(Editor, Slug, new ReviseCriterion(criterion.Key, next, seen)));
        var contracts = (await store.Board()).Content.Thesis.Criteria[0].Contracts;
        Assert.Equal([.. criterion.Contracts.Select(c => c.Version), contracts.Count], contracts.Select(c => c.Version));
        Assert.Equal(ThesisJson.Write(criterion.Contracts[0]), ThesisJson.Write(contracts[0]));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Another_order_is_logged_once_disturbs_no_editor_and_can_be_taken_back(DatabaseProvider engine)
    {
        await using var store = await Store.OpenWithSample(engine);
        var board = await store.Board();
        string[] old = [.. board.Content.Thesis.Criteria.Select(c => c.Key)];
        string[] turned = [.. old.Reverse()];
        var seen = board.RowVersion(ItemKind.Order, nameof(ItemKind.Criterion));
        Assert.IsType<WriteResult.Saved>(await store.Boards.Save(Editor, Slug, new ArrangeList(ItemKind.Criterion, turned, seen)));
        await using var other = store.AnotherProcess();
        var now = (await other.GetRequiredService<BoardShelf>().Board(Slug, default))!;
        Assert.Equal(turned, now.Content.Thesis.Criteria.Select(c => c.Key));
        Assert.All(old, key => Assert.Equal(board.RowVersion(ItemKind.Criterion, key), now.RowVersion(ItemKind.Criterion, key)));
        var log = await store.Get<ReadChanges>().Page(Slug);
        Assert.Equal(("Arranged the criteria", new ItemId(ItemKind.Order, nameof(ItemKind.Criterion))), (log.Changes[0].Summary, Assert.Single(log.Changes[0].Items)));

        // Whoever saw the old order is told, and a list that lacks one is refused.
        Assert.IsType<WriteResult.Stale>(await store.Boards.Save(Editor, Slug, new ArrangeList(ItemKind.Criterion, old, seen)));
        Assert.IsType<WriteResult.Invalid>(await store.Boards.Save(Editor, Slug, new ArrangeList(ItemKind.Criterion, old[1..], now.RowVersion(ItemKind.Order, nameof(ItemKind.Criterion)))));

        // An editor who began before saves; the order is then taken back and the edit stays.
        var first = board.Content.Thesis.Criteria[0];
        Assert.IsType<WriteResult.Saved>(await store.Boards.Save(Editor, Slug, new RenameCriterion(first.Key, "Renamed", first.Group, board.RowVersion(ItemKind.Criterion, first.Key))));
        Assert.IsType<WriteResult.Saved>(await store.Get<Undo>().Take(Editor, Slug, log.Changes[0].Version));
        var back = (await store.Board()).Content.Thesis.Criteria;
        Assert.Equal(old, back.Select(c => c.Key));
        Assert.Equal("Renamed", back[0].Title);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Writers_of_two_processes_all_get_through_and_every_version_is_logged_once(DatabaseProvider engine)
    {
        await using var store = await Store.OpenWithSample(engine);
        await using var other = store.AnotherProcess();
        var writers = from n in Enumerable.Range(0, 20)
                      let boards = n % 2 == 0 ? store.Boards : other.GetRequiredService<BoardTransaction>()
                      select Task.Run(() => boards.Save(Editor, Slug, new RecordObservations([Figure($"typed-{n}", n)])));
        Assert.All(await Task.WhenAll(writers), result => Assert.IsType<WriteResult.Saved>(result));
        await store.Get<BoardShelf>().Refresh(default);
        var board = await store.Board();
        Assert.Equal(21, board.Version);
        Assert.Equal(20, board.Content.Record.Observations.Count(o => o.Key.StartsWith("typed-", StringComparison.Ordinal)));
        var log = await store.Get<ReadChanges>().Page(Slug);
        Assert.Equal(Enumerable.Range(1, 21).Reverse().Select(v => (long)v), log.Changes.Select(c => c.Version));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Many_figures_go_on_file_together_or_not_at_all_with_every_bad_one_named(DatabaseProvider engine)
    {
        await using var store = await Store.OpenWithSample(engine);
        var before = await store.Board();
        var figures = new[] { Figure("good", 1), Figure("bad-source", 2) with { Source = "nowhere" }, Figure("bad-metric", 3) with { Metric = "nothing" } };
        var invalid = Assert.IsType<WriteResult.Invalid>(await store.Boards.Save(Editor, Slug, new RecordObservations(figures)));
        Assert.True(invalid.Problems.Count >= 2);
        Assert.Equal(before.Version, (await store.Board()).Version);
        Assert.Single((await store.Get<ReadChanges>().Page(Slug)).Changes);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Removals_are_undone_in_place_and_the_undoing_is_in_the_log(DatabaseProvider engine)
    {
        await using var store = await Store.OpenWithDraft(engine);
        var board = await store.Board();
        var key = board.Content.Thesis.Criteria.First(c => c.Key == "on-chain-check").Key;
        var removed = Assert.IsType<WriteResult.Saved>(
            await store.Boards.Save(Editor, Slug, new RemoveCriterion(key, board.RowVersion(ItemKind.Criterion, key))));
        Assert.DoesNotContain((await store.Board()).Content.Thesis.Criteria, c => c.Key == key);
        Assert.IsType<WriteResult.Saved>(await store.Get<Undo>().Take(Editor, Slug, removed.Version));
        await using var other = store.AnotherProcess();
        var back = await other.GetRequiredService<BoardShelf>().Board(Slug, default);
        Assert.Equal(ThesisFile.Write(Store.Draft().Thesis, Store.Draft().Record), ThesisFile.Write(back!.Content.Thesis, back.Content.Record));
        Assert.StartsWith("Undid: ", (await store.Get<ReadChanges>().Page(Slug)).Changes[0].Summary, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_change_that_somebody_built_on_is_not_undone(DatabaseProvider engine)
    {
        await using var store = await Store.OpenWithSample(engine);
        var first = Assert.IsType<WriteResult.Saved>(await store.Boards.Save(Editor, Slug, new RecordObservations([Figure("typed", 1)])));
        var board = await store.Board();
        var edited = BoardItems.Observations.Get(board.Content, "typed")! with { Value = Quantity.Usd(2) };
        Assert.IsType<WriteResult.Saved>(await store.Boards.Save(Editor, Slug, new EditObservation(edited, board.RowVersion(ItemKind.Observation, "typed"))));
        var touched = Assert.IsType<WriteResult.Invalid>(await store.Get<Undo>().Take(Editor, Slug, first.Version));
        Assert.Equal("Something of it was changed again since. Nothing was taken back; undo the newer change first.", Assert.Single(touched.Problems).Message);
        Assert.Equal(2, BoardItems.Observations.Get((await store.Board()).Content, "typed")!.Value.Amount);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_others_rest_on_is_not_undone_and_is_named_by_its_title(DatabaseProvider engine)
    {
        await using var store = await Store.OpenWithSample(engine);
        var added = Assert.IsType<WriteResult.Saved>(await store.Boards.Save(Editor, Slug, new AddMetric(new() { Key = "other", Title = "Other money", Unit = Unit.Usd })));
        Assert.IsType<WriteResult.Saved>(await store.Boards.Save(Editor, Slug, new RecordObservations([Figure("typed", 1) with { Metric = "other" }])));
        var needed = Assert.IsType<WriteResult.Invalid>(await store.Get<Undo>().Take(Editor, Slug, added.Version));
        Assert.Equal("What came later rests on “Other money”. Nothing was taken back; undo the newer change first.", Assert.Single(needed.Problems).Message);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_removed_board_comes_back_whole_with_a_version_of_its_own(DatabaseProvider engine)
    {
        await using var store = await Store.OpenWithSample(engine);
        var board = await store.Board();
        var removed = Assert.IsType<WriteResult.Saved>(
            await store.Boards.Save(Editor, Slug, new RemoveThesis(board.RowVersion(ItemKind.Thesis))));
        Assert.Null(await store.Reader.Read(Slug, new(2026, 11, 22), default));
        var back = Assert.IsType<WriteResult.Saved>(await store.Get<Undo>().Take(Editor, Slug, removed.Version));
        Assert.True(back.Version > removed.Version);
        var again = await store.Board();
        Assert.Equal(Store.SampleText(), ThesisFile.Write(again.Content.Thesis, again.Content.Record));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_log_keeps_who_when_what_was_and_what_is(DatabaseProvider engine)
    {
        await using var store = await Store.OpenWithSample(engine);
        var board = await store.Board();
        var header = new EditThesis("Another title", board.Content.Thesis.Claim, board.Content.Thesis.Issuer, board.RowVersion(ItemKind.Thesis));
        await store.Boards.Save(Actor.Machine("Ada"), Slug, header);
        var entry = (await store.Get<ReadChanges>().Of(Slug, new(ItemKind.Thesis, BoardItems.Only)))[0];
        Assert.Equal(("Ada", "EditThesis", store.Clock.GetUtcNow().UtcDateTime), (entry.By, entry.Verb, entry.At));
        Assert.Equal(DateTimeKind.Utc, entry.At.Kind);
        Assert.Equal(board.Content.Thesis.Title, ThesisJson.Read<Thesis>(entry.Before!).Title);
        Assert.Equal("Another title", ThesisJson.Read<Thesis>(entry.After!).Title);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_write_that_fails_while_it_is_stored_leaves_neither_row_nor_log(DatabaseProvider engine)
    {
        await using var store = await Store.OpenWithSample(engine);
        await using (var db = await store.Databases().CreateDbContextAsync())
        {
            var fail = engine == DatabaseProvider.Sqlite
                ? "CREATE TRIGGER Refuse BEFORE INSERT ON Changes BEGIN SELECT RAISE(ABORT, 'no'); END"
                : "CREATE TRIGGER Refuse ON Changes AFTER INSERT AS BEGIN ROLLBACK; THROW 50000, 'no', 1; END";
            await db.Database.ExecuteSqlRawAsync(fail);
        }

        Assert.IsType<WriteResult.Failed>(await store.Boards.Save(Editor, Slug, new RecordObservations([Figure("typed", 1)])));
        await using var other = store.AnotherProcess();
        var board = await other.GetRequiredService<BoardShelf>().Board(Slug, default);
        Assert.Equal(1, board!.Version);
        Assert.DoesNotContain(board.Content.Record.Observations, o => o.Key == "typed");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_row_that_somebody_changed_by_hand_is_read_again_and_never_written_over(DatabaseProvider engine)
    {
        await using var store = await Store.OpenWithSample(engine);
        var metric = (await store.Board()).Content.Thesis.Metrics[0];
        await using (var db = await store.Databases().CreateDbContextAsync())
            Assert.Equal(1, await db.Set<MetricRow>().Where(m => m.Key == metric.Key).ExecuteUpdateAsync(set => set.SetProperty(m => m.Note, "By hand.").SetProperty(m => m.RowVersion, Guid.NewGuid())));
        var write = new EditMetric(metric with { Title = "Another" }, (await store.Board()).RowVersion(ItemKind.Metric, metric.Key));
        Assert.Equal("By hand.", Assert.IsType<Core.Metrics.Metric>(Assert.IsType<WriteResult.Stale>(await store.Boards.Save(Editor, Slug, write)).Current).Note);
        var board = await store.Board();
        Assert.Equal(("By hand.", 1L), (board.Content.Thesis.Metrics[0].Note, board.Version));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Whoever_watches_a_board_hears_of_every_commit_and_of_no_other_board(DatabaseProvider engine)
    {
        await using var store = await Store.OpenWithSample(engine);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var watch = store.Get<BoardChanges>().Watch(Slug, stop.Token).GetAsyncEnumerator(stop.Token);
        var heard = watch.MoveNextAsync();
        await store.Boards.Save(Editor, "another", new CreateThesis("another", "Another", "", new() { Name = "Somebody" }));
        Assert.False(heard.IsCompleted);
        await store.Boards.Save(Editor, Slug, new RecordObservations([Figure("typed", 1)]));
        Assert.True(await heard);
        Assert.Equal(new(Slug, 2), watch.Current);
        await stop.CancelAsync();
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Amounts_and_times_come_back_exactly(DatabaseProvider engine)
    {
        await using var store = await Store.OpenWithSample(engine);
        var figure = Figure("exact", 999_999_999_999_999.12345678m);
        await store.Boards.Save(Editor, Slug, new RecordObservations([figure]));
        await using var other = store.AnotherProcess();
        var read = BoardItems.Observations.Get((await other.GetRequiredService<BoardShelf>().Board(Slug, default))!.Content, "exact")!;
        Assert.Equal(figure.Value, read.Value);
        Assert.Equal(new RecordedAt(store.Clock.GetUtcNow().UtcDateTime), read.Recorded);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Documents_are_kept_once_by_hash_and_a_changed_byte_is_noticed(DatabaseProvider engine)
    {
        await using var store = await Store.Open(engine);
        var bytes = "<html>A filing</html>"u8.ToArray();
        var documents = store.Get<Documents>();
        var hash = (await documents.Keep(Editor, "cango-ai-pivot", "filing.htm", "text/html", bytes, default))!.Value;
        Assert.Equal(hash, await documents.Keep(Editor, "cango-ai-pivot", "again.htm", "text/html", bytes, default));
        var kept = (await documents.Read(hash, default))!;
        Assert.Equal((Sha256.Of(bytes), "filing.htm"), (kept.Hash, kept.Name));
        Assert.Equal(bytes, kept.Bytes);
        Assert.Null(await documents.Keep(Actor.Anonymous, "cango-ai-pivot", "x", "text/html", [1], default));
        await using var db = await store.Databases().CreateDbContextAsync();
        var other = Sha256.Of([1, 2, 3]);
        await db.Documents.Where(d => d.Hash == hash.Hex).ExecuteUpdateAsync(set => set.SetProperty(d => d.Hash, other.Hex));
        await Assert.ThrowsAsync<DocumentChangedException>(() => documents.Read(other, default));
    }

    private static Observation Figure(string key, decimal amount) => new()
    {
        Key = key,
        Metric = Store.Sample().Record.Observations.First(o => o.Value.Unit == Unit.Usd).Metric,
        Period = Period.At(new(2026, 9, 30)),
        Value = Quantity.Usd(amount),
        Source = Store.Sample().Record.Sources[0].Key,
    };
}
