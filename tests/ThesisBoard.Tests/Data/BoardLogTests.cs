using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Trust;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Changes;
using ThesisBoard.Features.Evidence;
using ThesisBoard.Features.Observations;
using ThesisBoard.Features.Theses;
using Xunit;

namespace ThesisBoard.Tests.Data;

/// <summary>The log of a real database: what a program writes is chained, and what somebody does to the tables is found.</summary>
public sealed class BoardLogTests
{
    private const string Slug = BoardWriteExamples.Slug;

    public static TheoryData<DatabaseProvider> Engines => Store.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Whatever_is_written_is_chained_in_the_transaction_that_writes_it(DatabaseProvider engine)
    {
        await using var store = await Written(engine);
        var check = await Check(store);
        Assert.Empty(check.Findings);
        await using var db = await store.Databases().CreateDbContextAsync();
        Assert.Equal(await db.Changes.CountAsync(c => c.Slug == Slug), check.Count);
        Assert.True(check is { Count: 12, Version: 10 }, $"{check.Count} entries, version {check.Version}");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task An_entry_that_is_edited_in_the_database_is_named_whatever_of_it_was_edited(DatabaseProvider engine)
    {
        await using var store = await Written(engine);
        await using var db = await store.Databases().CreateDbContextAsync();
        var (version, columns) = (4L, db.Model.FindEntityType(typeof(ChangeRow))!.GetProperties().Select(p => p.Name).Except([nameof(ChangeRow.Id), nameof(ChangeRow.WriteId)]).ToList());
        foreach (var column in columns)
        {
            var row = await db.Changes.FirstAsync(c => c.Slug == Slug && c.Version == version && c.Ordinal == 0);
            var entry = db.Entry(row).Property(column);
            var old = entry.CurrentValue;
            entry.CurrentValue = Another(old, column);
            await db.SaveChangesAsync();
            var findings = (await Check(store)).Findings;
            Assert.True(findings.Any(f => f.Place.StartsWith($"log, version {version}", StringComparison.Ordinal) || f.Says.Contains($"version {version - 1}, entry", StringComparison.Ordinal)),
                $"{column} was edited: {string.Join(" | ", findings)}");
            entry.CurrentValue = old;
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }

        Assert.Empty((await Check(store)).Findings);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task An_entry_that_is_taken_out_or_changes_places_is_found(DatabaseProvider engine)
    {
        await using var store = await Written(engine);
        await using var db = await store.Databases().CreateDbContextAsync();
        var newest = await db.Changes.Where(c => c.Slug == Slug).MaxAsync(c => c.Version);
        await db.Changes.Where(c => c.Slug == Slug && c.Version == newest).ExecuteDeleteAsync();
        Assert.Equal("log, end", Assert.Single((await Check(store)).Findings).Place);
        await db.Changes.Where(c => c.Slug == Slug && c.Version == 3).ExecuteDeleteAsync();
        Assert.Contains((await Check(store)).Findings, f => f.Place == "log, version 4, entry 1" && f.Says.Contains("missing", StringComparison.Ordinal));

        foreach (var (from, to) in new[] { (5L, 1_000L), (6L, 5L), (1_000L, 6L) })
            await db.Changes.Where(c => c.Slug == Slug && c.Version == from).ExecuteUpdateAsync(c => c.SetProperty(r => r.Version, to));
        var places = (await Check(store)).Findings.Select(f => f.Place).ToList();
        Assert.Contains("log, version 5, entry 1", places);
        Assert.Contains("log, version 6, entry 1", places);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_an_older_program_wrote_is_chained_when_the_database_is_brought_up_to_date(DatabaseProvider engine)
    {
        await using var store = await Written(engine);
        await store.Boards.Save(Store.Machine, Slug, new RecordObservations([.. Enumerable.Range(0, 450).Select(n => Figure($"figure-{n}", n))]));
        var before = await Check(store);
        await using (var db = await store.Databases().CreateDbContextAsync())
            await db.Changes.ExecuteUpdateAsync(c => c.SetProperty(r => r.Hash, (string?)null));
        Assert.Equal(before.Count, (await Check(store)).Findings.Count(f => f.Says == "it carries no hash."));

        await store.Get<DatabaseStartup>().Migrate(default);
        var after = await Check(store);
        Assert.Empty(after.Findings);
        Assert.Equal(before.Head, after.Head);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task An_entry_of_a_node_that_is_not_upgraded_yet_is_chained_by_the_next_write(DatabaseProvider engine)
    {
        await using var store = await Written(engine);
        await using (var db = await store.Databases().CreateDbContextAsync())
            await db.Changes.Where(c => c.Slug == Slug && c.Version > 5).ExecuteUpdateAsync(c => c.SetProperty(r => r.Hash, (string?)null));
        await store.Boards.Save(Store.Machine, Slug, new RecordObservations([Figure("next-one", 1)]));
        Assert.Empty((await Check(store)).Findings);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task An_entry_that_lost_its_hash_is_found_and_not_given_another(DatabaseProvider engine)
    {
        await using var store = await Written(engine);
        await using (var db = await store.Databases().CreateDbContextAsync())
            await db.Changes.Where(c => c.Slug == Slug && c.Version == 5).ExecuteUpdateAsync(c => c.SetProperty(r => r.Hash, (string?)null));
        await store.Get<DatabaseStartup>().Migrate(default);
        Assert.All((await Check(store)).Findings, f => Assert.StartsWith("log, version 5", f.Place, StringComparison.Ordinal));
        Assert.NotEmpty((await Check(store)).Findings);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Writers_of_two_processes_make_one_chain(DatabaseProvider engine)
    {
        await using var store = await Store.OpenWithSample(engine);
        await using var other = store.AnotherProcess();
        var writers = from n in Enumerable.Range(0, 12)
                      let boards = n % 2 == 0 ? store.Boards : other.GetRequiredService<BoardTransaction>()
                      select Task.Run(() => boards.Save(Store.Machine, "cango-ai-pivot", new RecordObservations([Figure($"typed-{n}", n) with { Metric = "btc-sold", Value = Quantity.Btc(n), Source = "article" }])));
        Assert.All(await Task.WhenAll(writers), result => Assert.IsType<WriteResult.Saved>(result));
        await store.Get<BoardShelf>().Refresh(default);
        var check = await Check(store, "cango-ai-pivot");
        Assert.Empty(check.Findings);
        Assert.Equal(13, check.Count);
    }

    /// <summary>A board after a dozen writes of every shape: whole, one item, several, beside the record, undone, removed and made again.</summary>
    private static async Task<Store> Written(DatabaseProvider engine)
    {
        var store = await Store.Open(engine);
        var board = BoardWriteExamples.SmallBoard();
        await Save(store, new ImportThesis(board));
        await Save(store, new RemoveThesis((await store.Board(Slug)).RowVersion(ItemKind.Thesis)));
        await Save(store, new ImportThesis(board));
        await Save(store, BoardWriteExamples.Link);
        await Save(store, new AttachEvidence(board.Record.Evidence[0] with { Key = "second" }));
        Assert.IsType<WriteResult.Saved>(await store.Get<Undo>().Take(Store.Machine, Slug, 5));
        await Save(store, new RecordObservations([Figure("one", 1), Figure("two", 2), Figure("three", 3)]));
        await Save(store, new ArrangeList(ItemKind.Metric, ["unused", "debt"], (await store.Board(Slug)).RowVersion(ItemKind.Order, nameof(ItemKind.Metric))));
        await Save(store, new EditThesis("New", "", board.Thesis.Issuer, (await store.Board(Slug)).RowVersion(ItemKind.Thesis)));
        await Save(store, new DrawLine(board.Thesis.Line! with { Consequence = "it was wrong" }, (await store.Board(Slug)).RowVersion(ItemKind.Line)));
        return store;
    }

    private static async Task Save(Store store, BoardWrite write)
    {
        store.Clock.Advance(TimeSpan.FromMilliseconds(1_234.5678));
        Assert.IsType<WriteResult.Saved>(await store.Boards.Save(Store.Machine, Slug, write));
    }

    private static async Task<ChainCheck> Check(Store store, string slug = Slug)
    {
        await using var db = await store.Databases().CreateDbContextAsync();
        var check = new ChainCheck(slug);
        await foreach (var entry in BoardLog.Entries(db, slug, long.MaxValue))
            check.Add(entry);
        check.End((await store.Board(slug)).Version);
        return check;
    }

    private static object Another(object? old, string column) => old switch
    {
        string when column == nameof(ChangeRow.Hash) => Sha256.Of("another"u8).Hex,
        string text => text + " ",
        long number => number + 500,
        int number => number + 1,
        DateTime at => at.AddTicks(1),
        ItemKind => ItemKind.Conflict,
        null when column == nameof(ChangeRow.MemberId) => Guid.NewGuid(),
        null => "",
        _ => throw new InvalidOperationException($"{column} is {old.GetType()}."),
    };

    private static Core.Evidence.Observation Figure(string key, int amount) => new()
    {
        Key = key,
        Metric = "debt",
        Period = Period.At(new DateOnly(2024, 1, 1).AddDays(amount)),
        Value = Quantity.Usd(amount),
        Source = "filing",
    };
}
