using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Changes;
using ThesisBoard.Features.Filings;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Theses;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Features.Filings;

/// <summary>What people did in an inbox, and what becomes of an inbox whose board is removed.</summary>
public sealed class InboxHistoryTests
{
    [Fact]
    public async Task What_people_did_is_told_newest_first_and_what_only_came_is_not()
    {
        await using var house = await FilingHouse.Open();
        var filing = await house.Arrive("Nothing of note happened.");
        var (shelf, editor) = (house.Store.Get<FilingShelf>(), await house.Store.Member(Role.Editor));
        foreach (var write in (FilingWrite[])[new DismissFiling(filing.Id), new BringBackFiling(filing.Id), new WatchIssuer(false), new WatchIssuer(false)])
        {
            house.Store.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.IsType<FilingResult.Saved>(await shelf.Save(editor, FilingHouse.Slug, write));
        }

        var told = await History(house).Read(await house.Store.Member(Role.Viewer), FilingHouse.Slug, default);
        Assert.Equal(
            [("ended the watch of the issuer", null), ("brought back Form 6-K of 20 Nov 2026", filing.Id), ("dismissed Form 6-K of 20 Nov 2026", (Guid?)filing.Id)],
            told.Select(c => (c.Did, c.Filing)));
        Assert.All(told, c => Assert.Equal("The Editor", c.By));
        Assert.Equal(house.Store.Clock.GetUtcNow().UtcDateTime.AddMinutes(-1), told[0].At);
    }

    [Fact]
    public async Task A_refused_write_leaves_no_trace_and_readers_see_none()
    {
        await using var house = await FilingHouse.Open();
        var filing = await house.Arrive("Nothing of note happened.");
        var shelf = house.Store.Get<FilingShelf>();
        Assert.IsType<FilingResult.Denied>(await shelf.Save(await house.Store.Member(Role.Viewer), FilingHouse.Slug, new DismissFiling(filing.Id)));
        Assert.IsType<FilingResult.Invalid>(await shelf.Save(await house.Store.Member(Role.Editor), FilingHouse.Slug, new BringBackFiling(filing.Id)));
        Assert.Empty(await History(house).Read(Store.Machine, FilingHouse.Slug, default));
        Assert.IsType<FilingResult.Saved>(await shelf.Save(await house.Store.Member(Role.Editor), FilingHouse.Slug, new DismissFiling(filing.Id)));
        Assert.Single(await History(house).Read(await house.Store.Member(Role.Viewer), FilingHouse.Slug, default));
        Assert.Empty(await History(house).Read(Actor.Anonymous, FilingHouse.Slug, default));
    }

    [Fact]
    public async Task An_inbox_comes_back_with_its_board_and_a_new_board_of_the_name_starts_with_none()
    {
        await using var house = await FilingHouse.Open();
        var filing = await house.Arrive("Nothing of note happened.");
        var (store, owner) = (house.Store, await house.Store.Member(Role.Owner));
        var shelf = store.Get<FilingShelf>();
        Assert.IsType<FilingResult.Saved>(await shelf.Save(owner, FilingHouse.Slug, new DismissFiling(filing.Id)));
        Assert.IsType<FilingResult.Saved>(await shelf.Save(owner, FilingHouse.Slug, new WatchIssuer(false)));

        var removed = await Remove(store, owner);
        Assert.Null(await shelf.Inbox(owner, FilingHouse.Slug));
        Assert.Null(await shelf.Watch(FilingHouse.Slug));
        Assert.IsType<WriteResult.Saved>(await store.Get<Undo>().Take(owner, FilingHouse.Slug, removed));
        var back = Assert.Single((await shelf.Inbox(owner, FilingHouse.Slug))!.Filings);
        Assert.Equal((filing.Id, FilingState.Dismissed, 1), (back.Id, back.State, back.Documents.Count));
        Assert.False((await shelf.Watch(FilingHouse.Slug))!.IsOn);

        await Remove(store, owner);
        Assert.IsType<WriteResult.Saved>(await store.Boards.Save(owner, FilingHouse.Slug, new ImportThesis(Store.Sample())));
        Assert.Empty((await shelf.Inbox(owner, FilingHouse.Slug))!.Filings);
        Assert.Null(await shelf.Watch(FilingHouse.Slug));
        Assert.Empty(await History(house).Read(owner, FilingHouse.Slug, default));
        Assert.NotNull(await store.Get<Documents>().Read(filing.Documents[0].Hash, default));
    }

    [Fact]
    public async Task The_board_tells_whether_a_search_that_is_evidence_still_stands()
    {
        await using var house = await FilingHouse.Open();
        await house.Arrive("The Company produced 454 BTC in October 2026.");
        var documents = await house.Search.Documents(Store.Machine, FilingHouse.Slug, default);
        var search = new Core.Evidence.NullSearch(["hyperscaler"], SilenceWords.Named(documents), new(house.Store.Clock.GetUtcNow().UtcDateTime), "Ada");
        var board = await house.Store.Board();
        var item = board.Content.Record.Evidence[0] with { Key = "no-tenant", Search = search, Anchor = null };
        var silent = Core.Judging.Judge.Board(board.Content.Thesis, board.Content.Record with { Evidence = [.. board.Content.Record.Evidence, item] }, new(2026, 11, 30));
        using var since = new SearchesSince(house.Search);
        Assert.Empty(await Since("1"));

        house.Store.Clock.Advance(TimeSpan.FromHours(1));
        await house.Arrive(f => f with { Filed = new(2026, 11, 22) }, "Nothing of note happened.");
        Assert.Equal(new SearchSince(1, 0, 0), (await Since("2"))["no-tenant"]);
        await house.Arrive(f => f with { Filed = new(2026, 11, 23) }, "A hyperscaler signed a lease.");
        Assert.Equal(new SearchSince(1, 0, 0), (await Since("2"))["no-tenant"]);
        Assert.Equal(new SearchSince(2, 0, 1), (await Since("3"))["no-tenant"]);

        async Task<IReadOnlyDictionary<string, SearchSince>> Since(string stamp)
        {
            for (var n = 0; ; n++)
            {
                var found = await since.Of(Store.Machine, silent, 1, stamp, default);
                if (n == 100 || found.Values.All(s => s.Pending == 0))
                    return found;
            }
        }
    }

    private static InboxHistory History(FilingHouse house) => new(house.Store.Databases());

    private static async Task<long> Remove(Store store, Actor owner)
    {
        var board = await store.Board();
        return Assert.IsType<WriteResult.Saved>(await store.Boards.Save(owner, FilingHouse.Slug, new RemoveThesis(board.RowVersion(ItemKind.Thesis)))).Version;
    }
}
