using System.Text;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;
using ThesisBoard.Features.Filings;
using ThesisBoard.Features.Members;
using ThesisBoard.Live;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Features.Filings;

/// <summary>The inbox over a real database, on both engines.</summary>
public sealed class FilingShelfTests
{
    private const string Slug = "cango-ai-pivot";
    private const string Accession = "0001725123-26-000031";
    private const long Cango = 1725123;

    public static TheoryData<DatabaseProvider> Engines => Store.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_filing_arrives_with_its_documents_and_is_read_as_it_came(DatabaseProvider engine)
    {
        await using var store = await Store.OpenWithSample(engine);
        var id = await Arrive(store, Release());
        var page = await store.Get<FilingShelf>().Inbox(Store.Machine, Slug);
        var filing = Assert.Single(page!.Filings);
        Assert.Equal((id, Accession, "6-K", FilingState.New, FilingOrigin.Edgar), (filing.Id, filing.Accession, filing.Form, filing.State, filing.Origin));
        Assert.Equal((new DateOnly(2026, 11, 20), new DateOnly(2026, 9, 30)), (filing.Filed, filing.PeriodEnd));
        Assert.Equal(["6-K", "EX-99.1"], filing.Documents.Select(d => d.Exhibit));
        var read = await store.Get<FilingShelf>().Read(Store.Machine, Slug, id);
        Assert.Equal(filing.Documents, read!.Documents);
        var kept = await store.Get<Documents>().Read(read.Documents[1].Hash, default);
        Assert.Equal("release", Encoding.UTF8.GetString(kept!.Bytes));
        Assert.Equal(store.Clock.GetUtcNow().UtcDateTime, read.ArrivedAt);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_same_accession_twice_is_one_filing_and_the_same_bytes_twice_one_document(DatabaseProvider engine)
    {
        await using var store = await Store.OpenWithSample(engine);
        var first = await Arrive(store, Release());
        var again = Assert.IsType<FilingResult.Saved>(await Save(store, new BringInFiling(await Filing(store, Release()))));
        Assert.Equal(new(first, false), again);
        var more = await Filing(store, [.. Release(), ("EX-99.2", "slides"), ("EX-99.3", "slides")]);
        Assert.Equal(new FilingResult.Saved(first, true), await Save(store, new BringInFiling(more)));
        var filing = Assert.Single((await store.Get<FilingShelf>().Inbox(Store.Machine, Slug))!.Filings);
        Assert.Equal(["6-K", "EX-99.1", "EX-99.2"], filing.Documents.Select(d => d.Exhibit));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Files_dropped_twice_are_one_filing(DatabaseProvider engine)
    {
        await using var store = await Store.OpenWithSample(engine);
        var upload = (await Filing(store, ("", "dropped"))) with { Accession = null, Origin = FilingOrigin.Upload };
        var first = Assert.IsType<FilingResult.Saved>(await Save(store, new BringInFiling(upload)));
        Assert.Equal(first with { HasChanged = false }, await Save(store, new BringInFiling(upload)));
        var other = (await Filing(store, ("", "another"))) with { Accession = null, Origin = FilingOrigin.Upload };
        Assert.NotEqual(first.Id, Assert.IsType<FilingResult.Saved>(await Save(store, new BringInFiling(other))).Id);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Watchers_and_people_who_bring_the_same_filing_at_once_bring_it_once(DatabaseProvider engine)
    {
        await using var store = await Store.OpenWithSample(engine);
        var filing = await Filing(store, Release());
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Save(store, new BringInFiling(filing)))));
        Assert.Single(results.Select(r => Assert.IsType<FilingResult.Saved>(r).Id).Distinct());
        Assert.Single((await store.Get<FilingShelf>().Inbox(Store.Machine, Slug))!.Filings);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Another_companys_filing_is_held_until_a_person_lets_it_in(DatabaseProvider engine)
    {
        await using var store = await Store.OpenWithSample(engine);
        var wrong = (await Filing(store, Release())) with { Cik = 320193, CompanyName = "Apple Inc." };
        var id = Assert.IsType<FilingResult.Saved>(await Save(store, new BringInFiling(wrong))).Id!.Value;
        var held = (await store.Get<FilingShelf>().Read(Store.Machine, Slug, id))!;
        Assert.Equal(FilingState.Held, held.State);
        Assert.Contains("Apple Inc. (CIK 320193)", held.Warning, StringComparison.Ordinal);
        Assert.IsType<FilingResult.Invalid>(await Save(store, new FinishFiling(id)));
        await Moved(store, new DismissFiling(id), FilingState.Dismissed);
        await Moved(store, new BringBackFiling(id), FilingState.Held);
        await Moved(store, new ReleaseFiling(id), FilingState.New);
        await Moved(store, new DismissFiling(id), FilingState.Dismissed);
        await Moved(store, new BringBackFiling(id), FilingState.New);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_step_that_makes_no_sense_is_refused_with_who_was_there_before(DatabaseProvider engine)
    {
        await using var store = await Store.OpenWithSample(engine);
        var id = await Arrive(store, Release());
        await Moved(store, new DismissFiling(id), FilingState.Dismissed);
        var again = Assert.IsType<FilingResult.Invalid>(await Save(store, new DismissFiling(id)));
        Assert.Contains("dismissed (Test)", again.Message, StringComparison.Ordinal);
        Assert.IsType<FilingResult.Missing>(await Save(store, new DismissFiling(Guid.NewGuid())));
        Assert.IsType<FilingResult.Missing>(await store.Get<FilingShelf>().Save(Store.Machine, "none", new DismissFiling(id)));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_waits_comes_first_and_is_counted(DatabaseProvider engine)
    {
        await using var store = await Store.OpenWithSample(engine);
        var shelf = store.Get<FilingShelf>();
        Assert.Equal(0, (await shelf.Count(Slug)).Open);
        var old = await Arrive(store, Release());
        store.Clock.Advance(TimeSpan.FromHours(1));
        var fresh = Assert.IsType<FilingResult.Saved>(await Save(store, new BringInFiling((await Filing(store, ("8-K", "b"))) with { Accession = "0001725123-26-000032" }))).Id;
        await Moved(store, new DismissFiling(fresh!.Value), FilingState.Dismissed);
        Assert.Equal([old, fresh], (await shelf.Inbox(Store.Machine, Slug))!.Filings.Select(f => (Guid?)f.Id));
        var count = await shelf.Count(Slug);
        Assert.Equal((1, 0), (count.New, count.Held));
        await Moved(store, new BringBackFiling(fresh.Value), FilingState.New);
        Assert.Equal([fresh, old], (await shelf.Inbox(Store.Machine, Slug))!.Filings.Select(f => (Guid?)f.Id));
        Assert.NotEqual(count.Stamp, (await shelf.Count(Slug)).Stamp);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_board_is_watched_by_decision_or_by_default_and_only_with_a_cik(DatabaseProvider engine)
    {
        await using var store = await Store.OpenWithSample(engine);
        var shelf = store.Get<FilingShelf>();
        Assert.Empty(await shelf.Watched(byDefault: false, default));
        Assert.Equal([new(Slug, Cango)], await shelf.Watched(byDefault: true, default));
        Assert.Null(await shelf.Watch(Slug));
        Assert.IsType<FilingResult.Saved>(await Save(store, new WatchIssuer(false)));
        Assert.Empty(await shelf.Watched(byDefault: true, default));
        Assert.IsType<FilingResult.Saved>(await Save(store, new WatchIssuer(true)));
        Assert.Equal([new(Slug, Cango)], await shelf.Watched(byDefault: false, default));
        Assert.Equal("Test", (await shelf.Watch(Slug))!.ChangedBy);
    }

    [Fact]
    public async Task Open_pages_are_told_and_the_version_of_the_record_stays()
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        using var stop = new CancellationTokenSource();
        await using var watch = store.Get<BoardChanges>().Watch(Slug, stop.Token).GetAsyncEnumerator(stop.Token);
        var told = watch.MoveNextAsync();
        await Arrive(store, Release());
        Assert.True(await told);
        Assert.Equal(new BoardChanged(Slug, 1), watch.Current);
    }

    [Fact]
    public async Task Nobody_but_members_reads_the_inbox()
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        var id = await Arrive(store, Release());
        Assert.Null(await store.Get<FilingShelf>().Inbox(Actor.Anonymous, Slug));
        Assert.Null(await store.Get<FilingShelf>().Read(Actor.Anonymous, Slug, id));
        Assert.NotNull(await store.Get<FilingShelf>().Inbox(await store.Member(Role.Viewer), Slug));
    }

    [Fact]
    public async Task A_document_that_is_not_kept_and_a_number_that_is_none_are_refused()
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        var filing = await Filing(store, Release());
        Assert.IsType<FilingResult.Invalid>(await Save(store, new BringInFiling(filing with { Documents = [new(Sha256.Of("unknown"u8), "", "x.htm")] })));
        Assert.IsType<FilingResult.Invalid>(await Save(store, new BringInFiling(filing with { Accession = "../../etc" })));
        Assert.IsType<FilingResult.Invalid>(await Save(store, new BringInFiling(filing with { Origin = FilingOrigin.Upload, Documents = [] })));
    }

    private static (string Exhibit, string Text)[] Release() => [("6-K", "cover"), ("EX-99.1", "release")];

    private static async Task<ArrivedFiling> Filing(Store store, params (string Exhibit, string Text)[] documents)
    {
        var arrived = new List<ArrivedDocument>();
        foreach (var (exhibit, text) in documents)
            arrived.Add(new((await store.Get<Documents>().Keep(Store.Machine, "cango-ai-pivot", $"{text}.htm", "text/html", Encoding.UTF8.GetBytes(text), default))!.Value, exhibit, $"{text}.htm"));
        return new()
        {
            Accession = Accession,
            Form = "6-K",
            Title = "Third quarter results",
            Filed = new(2026, 11, 20),
            PeriodEnd = new(2026, 9, 30),
            Cik = Cango,
            CompanyName = "Cango Inc.",
            Documents = arrived,
        };
    }

    private static async Task<Guid> Arrive(Store store, (string, string)[] documents) =>
        Assert.IsType<FilingResult.Saved>(await Save(store, new BringInFiling(await Filing(store, documents)))).Id!.Value;

    private static Task<FilingResult> Save(Store store, FilingWrite write) => store.Get<FilingShelf>().Save(Store.Machine, Slug, write);

    private static async Task Moved(Store store, MoveFiling write, FilingState state)
    {
        var result = await Save(store, write);
        Assert.True(result is FilingResult.Saved, result.Explain());
        Assert.Equal(state, (await store.Get<FilingShelf>().Read(Store.Machine, Slug, write.Id))!.State);
    }
}
