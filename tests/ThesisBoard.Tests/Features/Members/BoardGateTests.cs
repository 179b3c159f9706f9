using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Changes;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Theses;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Features.Members;

/// <summary>A board for members only is not there for anybody else.</summary>
public sealed class BoardGateTests
{
    private static readonly Issuer Somebody = new() { Name = "Somebody" };

    [Fact]
    public async Task For_a_stranger_every_address_of_a_private_board_answers_as_for_a_board_that_never_was()
    {
        var data = Directory.CreateTempSubdirectory("thesisboard-").FullName;
        await using var app = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("THESISBOARD_DATA", data);
            host.ConfigureLogging(logging => logging.ClearProviders());
        });
        using var client = app.CreateClient();
        var boards = app.Services.GetRequiredService<BoardTransaction>();
        Assert.IsType<WriteResult.Saved>(await boards.Save(Store.Machine, "secret", new CreateThesis("secret", "A secret title", "", Somebody, IsPrivate: true)));
        Assert.IsType<WriteResult.Saved>(await boards.Save(Store.Machine, "open", new CreateThesis("open", "An open title", "", Somebody)));
        foreach (var rest in new[] { "", "/", "/log", "/changes", "/thesis.json", "/charts/debt.csv", "/inbox", "/inbox/changes", "/silence", "?asOf=2026-01-01", "?asOf=nonsense" })
        {
            using var secret = await client.GetAsync($"/t/secret{rest}", TestContext.Current.CancellationToken);
            using var absent = await client.GetAsync($"/t/absent{rest}", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, secret.StatusCode);
            Assert.Equal(absent.StatusCode, secret.StatusCode);
            Assert.Equal(Names(absent), Names(secret));
            Assert.Equal(
                Plain(await absent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), "absent"),
                Plain(await secret.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), "secret"));
        }

        var list = await client.GetStringAsync("/", TestContext.Current.CancellationToken);
        Assert.Contains("An open title", list, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", list, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/t/open", TestContext.Current.CancellationToken)).StatusCode);
        await Folders.Delete(new(data));
    }

    [Fact]
    public async Task Who_makes_a_board_owns_it_and_it_comes_back_with_its_members()
    {
        await using var store = await Store.Open(DatabaseProvider.Sqlite);
        var editor = await store.Member(Role.Editor);
        Assert.IsType<WriteResult.Saved>(await store.Boards.Save(editor, "mine", new CreateThesis("mine", "Mine", "", Somebody, IsPrivate: true)));
        var shelf = store.Get<AccessShelf>();
        Assert.Equal(Role.Owner, (await shelf.Of("mine", default)).RoleOf(editor));
        Assert.False((await shelf.Of("mine", default)).MayRead(Actor.Anonymous));

        var removal = await store.Boards.Save(editor, "mine", new RemoveThesis((await store.Board("mine")).RowVersion(ItemKind.Thesis)));
        Assert.IsType<WriteResult.Saved>(await store.Get<Undo>().Take(editor, "mine", Assert.IsType<WriteResult.Saved>(removal).Version));
        Assert.Equal(Role.Owner, (await shelf.Of("mine", default)).RoleOf(editor));
    }

    [Fact]
    public async Task A_new_board_of_a_removed_name_begins_without_the_old_members()
    {
        await using var store = await Store.Open(DatabaseProvider.Sqlite);
        var editor = await store.Member(Role.Editor);
        Assert.IsType<WriteResult.Saved>(await store.Boards.Save(editor, "mine", new CreateThesis("mine", "Mine", "", Somebody)));
        Assert.IsType<WriteResult.Saved>(await store.Boards.Save(editor, "mine", new RemoveThesis((await store.Board("mine")).RowVersion(ItemKind.Thesis))));
        Assert.IsType<WriteResult.Saved>(await store.Boards.Save(Store.Machine, "mine", new CreateThesis("mine", "Another's", "", Somebody, IsPrivate: true)));
        Assert.Equal(Role.Editor, (await store.Get<AccessShelf>().Of("mine", default)).RoleOf(editor));
        Assert.IsType<WriteResult.Denied>(await store.Boards.Save(editor, "mine", new RemoveThesis((await store.Board("mine")).RowVersion(ItemKind.Thesis))));
    }

    [Fact]
    public async Task A_guest_has_a_role_on_one_board_and_none_elsewhere()
    {
        await using var store = await Store.Open(DatabaseProvider.Sqlite);
        foreach (var slug in (string[])["one", "other"])
            Assert.IsType<WriteResult.Saved>(await store.Boards.Save(Store.Machine, slug, new CreateThesis(slug, slug, "", Somebody, IsPrivate: true)));
        var links = store.Get<SignInLinks>();
        var guest = (await links.Redeem((await links.Create(Store.Machine, "Guest", Role.Anonymous))!))!;
        await using (var db = await store.Databases().CreateDbContextAsync())
        {
            (await db.Access.SingleAsync(a => a.Slug == "one")).Members.Add(new() { Slug = "one", AccountId = guest.MemberId!.Value, Role = Role.Editor });
            db.Entry(await db.Access.SingleAsync(a => a.Slug == "one")).State = EntityState.Modified;
            await db.SaveChangesAsync();
        }

        var shelf = store.Get<AccessShelf>();
        Assert.Equal(["one"], await shelf.Refresh(default));
        Assert.True((await shelf.Of("one", default)).MayRead(guest));
        Assert.False((await shelf.Of("other", default)).MayRead(guest));
        foreach (var (slug, expected) in new[] { ("one", typeof(WriteResult.Saved)), ("other", typeof(WriteResult.Denied)) })
        {
            var edit = new EditThesis("New", "", Somebody, (await store.Board(slug)).RowVersion(ItemKind.Thesis));
            Assert.IsType(expected, await store.Boards.Save(guest, slug, edit));
        }
    }

    private static string Names(HttpResponseMessage answer) => string.Join(' ', answer.Headers.Select(h => h.Key).Order());

    /// <summary>The page without what differs in every answer.</summary>
    private static string Plain(string page, string slug) =>
        string.Join('\n', page.Replace(slug, "x", StringComparison.Ordinal).Split('\n').Where(line => !line.Contains("nonce", StringComparison.Ordinal)));
}
