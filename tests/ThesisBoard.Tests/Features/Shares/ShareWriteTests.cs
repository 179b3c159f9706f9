using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Changes;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Shares;
using ThesisBoard.Features.Theses;
using ThesisBoard.Live;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Features.Shares;

/// <summary>Making, counting and ending share links, on a real database. That a role may or may not is in <see cref="PermissionTests"/>.</summary>
public sealed class ShareWriteTests
{
    private const string Slug = "cango-ai-pivot";

    [Fact]
    public async Task A_token_has_256_bits_and_only_its_hash_is_kept_and_logged()
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        var (token, _) = await Make(store, Store.Machine, new() { Name = "Investors", Password = "correct horse" });
        Assert.Equal(43, token.Length);
        Assert.Equal(100, Enumerable.Range(0, 100).Select(_ => ShareToken.New()).Distinct().Count());

        await using var db = await store.Databases().CreateDbContextAsync();
        var row = Assert.Single(await db.Shares.ToListAsync());
        var log = await db.Changes.Where(c => c.Kind == ItemKind.ShareLink).ToListAsync();
        Assert.Equal(ShareToken.HashOf(token), row.TokenHash);
        Assert.Equal("Made a share link, with a password", Assert.Single(log).Summary);
        foreach (var kept in new[] { JsonSerializer.Serialize(row), JsonSerializer.Serialize(log) })
        {
            Assert.DoesNotContain(token, kept, StringComparison.Ordinal);
            Assert.DoesNotContain("correct horse", kept, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_write_that_is_printed_does_not_print_the_password()
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        Assert.DoesNotContain("correct horse", new MakeShareLink("hash", new() { Name = "A", Password = "correct horse" }).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("correct horse", new SetSharePassword(Guid.Empty, "correct horse").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_link_is_told_at_once_and_nothing_is_made()
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        var choices = new ShareChoices { Name = " ", Password = "short", PinnedOn = new(2027, 1, 1), ExpiresAt = store.Clock.GetUtcNow().UtcDateTime, MaxViews = 0 };
        var result = await store.Boards.Save(Store.Machine, Slug, new MakeShareLink(ShareToken.HashOf("x"), choices));

        Assert.Equal(["name", "pinnedOn", "password", "expiresAt", "maxViews"], Assert.IsType<WriteResult.Invalid>(result).Problems.Select(p => p.Path));
        Assert.Empty(await store.Get<ShareList>().Of(Store.Machine, Slug) ?? []);
        Assert.Equal(1, (await store.Board()).Version);
    }

    [Fact]
    public async Task An_editor_sees_and_revokes_links_of_their_own_and_an_owner_those_of_everybody()
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        var (editor, owner, reviewer) = (await store.Member(Role.Editor), await store.Member(Role.Owner), await store.Member(Role.Reviewer));
        var (_, mine) = await Make(store, editor, new() { Name = "Mine" });
        var (_, theirs) = await Make(store, owner, new() { Name = "Theirs" });
        var list = store.Get<ShareList>();
        Assert.Equal(["Mine"], (await list.Of(editor, Slug))!.Select(l => l.Name));
        Assert.Equal(2, (await list.Of(owner, Slug))!.Count);
        Assert.Null(await list.Of(reviewer, Slug));
        Assert.Null(await list.Of(Actor.Anonymous, Slug));

        Assert.IsType<WriteResult.Denied>(await store.Boards.Save(editor, Slug, new RevokeShareLink(theirs)));
        Assert.IsType<WriteResult.Saved>(await store.Boards.Save(editor, Slug, new RevokeShareLink(mine)));
        Assert.IsType<WriteResult.Missing>(await store.Boards.Save(owner, Slug, new RevokeShareLink(mine)));
        Assert.NotNull((await list.Of(editor, Slug))!.Single().RevokedAt);
    }

    [Fact]
    public async Task The_last_view_is_taken_once_however_many_reach_for_it_on_two_nodes()
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        var (token, _) = await Make(store, Store.Machine, new() { Name = "Three", MaxViews = 3 });
        await using var other = store.AnotherProcess();
        using var there = new ShareViews(
            other.GetRequiredService<IDbContextFactory<BoardDb>>(), other.GetRequiredService<ShareShelf>(), other.GetRequiredService<BoardShelf>(),
            other.GetRequiredService<BoardChanges>(), store.Clock, NullLogger<ShareViews>.Instance);
        var here = store.Get<ShareViews>();
        var (near, far) = ((await store.Get<ShareShelf>().Find(token, default))!, (await other.GetRequiredService<ShareShelf>().Find(token, default))!);

        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? here.Take(near, default) : there.Take(far, default)));

        Assert.Equal(3, taken.Count(t => t));
        Assert.Equal(3, (await store.Get<ShareList>().Of(Store.Machine, Slug))!.Single().Views);
        Assert.True((await store.Get<ShareShelf>().Find(token, default))!.IsUsedUp);
        Assert.True((await other.GetRequiredService<ShareShelf>().Find(token, default))!.IsUsedUp);
    }

    [Fact]
    public async Task Views_of_a_link_without_a_maximum_are_counted_in_memory_and_written_together()
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        var (token, _) = await Make(store, Store.Machine, new() { Name = "Open" });
        var link = (await store.Get<ShareShelf>().Find(token, default))!;
        var views = store.Get<ShareViews>();
        for (var i = 0; i < 5; i++)
            Assert.True(await views.Take(link, default));
        await using (var db = await store.Databases().CreateDbContextAsync())
            Assert.Equal(0, (await db.Shares.SingleAsync()).Views);

        var entry = (await store.Get<ShareList>().Of(Store.Machine, Slug))!.Single(); // who looks sees all
        Assert.Equal((5, store.Clock.GetUtcNow().UtcDateTime), (entry.Views, entry.LastViewAt));
    }

    [Fact]
    public async Task What_one_node_makes_and_revokes_another_learns_by_looking_and_says_of_which_board()
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        await using var other = store.AnotherProcess();
        var there = other.GetRequiredService<ShareShelf>();
        Assert.Empty(await there.Refresh(default));
        var (token, id) = await Make(store, Store.Machine, new() { Name = "A" });
        Assert.Equal([Slug], await there.Refresh(default));
        var link = await there.Find(token, default);
        Assert.NotNull(link);
        Assert.Empty(await there.Refresh(default));

        Assert.IsType<WriteResult.Saved>(await store.Boards.Save(Store.Machine, Slug, new RevokeShareLink(id)));
        Assert.Null(await store.Get<ShareShelf>().Find(token, default));
        Assert.Equal([Slug], await there.Refresh(default));
        Assert.Null(await there.Find(token, default));
        Assert.Null(there.Again(link));
    }

    [Fact]
    public async Task Links_come_back_with_a_board_whose_removal_is_taken_back_and_never_open_another_of_its_name()
    {
        await using var store = await Store.OpenWithDraft(DatabaseProvider.Sqlite);
        var (token, _) = await Make(store, Store.Machine, new() { Name = "A" });
        var removal = Assert.IsType<WriteResult.Saved>(await store.Boards.Save(Store.Machine, Slug, new RemoveThesis((await store.Board()).RowVersion(ItemKind.Thesis))));
        Assert.IsType<WriteResult.Saved>(await store.Get<Undo>().Take(Store.Machine, Slug, removal.Version));
        Assert.NotNull(await store.Get<ShareShelf>().Find(token, default));

        Assert.IsType<WriteResult.Saved>(await store.Boards.Save(Store.Machine, Slug, new RemoveThesis((await store.Board()).RowVersion(ItemKind.Thesis))));
        Assert.IsType<WriteResult.Saved>(await store.Boards.Save(Store.Machine, Slug, new CreateThesis(Slug, "Another", "", new Issuer { Name = "Somebody" })));
        Assert.Null(await store.Get<ShareShelf>().Find(token, default));
    }

    [Fact]
    public async Task Making_a_link_is_no_change_of_the_record_that_could_be_undone()
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        await Make(store, Store.Machine, new() { Name = "A" });
        var version = (await store.Board()).Version;

        Assert.IsType<WriteResult.Invalid>(await store.Get<Undo>().Take(Store.Machine, Slug, version));
        Assert.Equal(version, (await store.Board()).Version);
    }

    internal static async Task<(string Token, Guid Id)> Make(Store store, Actor actor, ShareChoices choices)
    {
        var token = ShareToken.New();
        var write = new MakeShareLink(ShareToken.HashOf(token), choices);
        Assert.IsType<WriteResult.Saved>(await store.Boards.Save(actor, Slug, write));
        return (token, write.Id);
    }
}
