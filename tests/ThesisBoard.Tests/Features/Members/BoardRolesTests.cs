using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Theses;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Features.Members;

/// <summary>Invitations, roles and visibility of a board, on both engines.</summary>
public sealed class BoardRolesTests
{
    private const string Slug = "mine";

    public static TheoryData<DatabaseProvider> Engines => Store.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task An_invitation_works_once_is_kept_as_a_hash_and_stands_in_the_log(DatabaseProvider engine)
    {
        await using var store = await Open(engine);
        var people = store.Get<BoardRoles>();
        var token = await Invite(store, Role.Reviewer);
        Assert.True(token.Length * 6 >= 128);
        await using (var db = await store.Databases().CreateDbContextAsync())
            Assert.DoesNotContain(token, (await db.Invitations.SingleAsync()).TokenHash, StringComparison.Ordinal);
        Assert.Equal(("Mine", Role.Reviewer), (await people.FindInvitation(token)) is { } found ? (found.Board, found.Role) : default);

        var grace = Assert.IsType<AccessResult.Saved>(await people.Save(Actor.Anonymous, Slug, new AcceptInvitation(token, "Grace"))).Member!;
        Assert.IsType<AccessResult.Missing>(await people.Save(Actor.Anonymous, Slug, new AcceptInvitation(token, "Eve")));
        Assert.Null(await people.FindInvitation(token));
        Assert.Equal(Role.Reviewer, (await store.Get<AccessShelf>().Of(Slug, default)).RoleOf(grace));
        var view = (await people.Read(Store.Machine, Slug))!;
        Assert.Equal(["Grace accepted the invitation of Test and is a reviewer", "Invited somebody by link as a reviewer"], view.Changes.Select(c => c.Summary));
        Assert.Equal(("Grace", Role.Reviewer, Role.Anonymous), (view.People.Single().Name, view.People.Single().Here!.Value, view.People.Single().Everywhere));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Of_many_who_accept_one_invitation_at_once_one_gets_in(DatabaseProvider engine)
    {
        await using var store = await Open(engine);
        var token = await Invite(store, Role.Editor);
        var tries = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => store.Get<BoardRoles>().Save(Actor.Anonymous, Slug, new AcceptInvitation(token, $"Person {n}")))));
        Assert.Single(tries, t => t is AccessResult.Saved);
        Assert.Single((await store.Get<BoardRoles>().Read(Store.Machine, Slug))!.People);
    }

    [Fact]
    public async Task An_invitation_ends_by_its_day_by_withdrawal_and_with_the_board()
    {
        await using var store = await Open(DatabaseProvider.Sqlite);
        var people = store.Get<BoardRoles>();
        var (late, withdrawn) = (await Invite(store, Role.Viewer), await Invite(store, Role.Editor));
        var open = (await people.Read(Store.Machine, Slug))!.Invitations.Single(i => i.Role == Role.Editor);
        Assert.IsType<AccessResult.Saved>(await people.Save(Store.Machine, Slug, new WithdrawInvitation(open.Id)));
        Assert.IsType<AccessResult.Missing>(await people.Save(Actor.Anonymous, Slug, new AcceptInvitation(withdrawn, "Eve")));
        store.Clock.Advance(TimeSpan.FromDays(7));
        Assert.IsType<AccessResult.Missing>(await people.Save(Actor.Anonymous, Slug, new AcceptInvitation(late, "Eve")));

        var last = await Invite(store, Role.Owner);
        Assert.IsType<WriteResult.Saved>(await store.Boards.Save(Store.Machine, Slug, new RemoveThesis((await store.Board(Slug)).RowVersion(ItemKind.Thesis))));
        Assert.Null(await people.FindInvitation(last));
        Assert.IsType<AccessResult.Missing>(await people.Save(Actor.Anonymous, Slug, new AcceptInvitation(last, "Eve")));
    }

    [Theory]
    [InlineData(Role.Anonymous, 7, "")]
    [InlineData(Role.Editor, 0, "")]
    [InlineData(Role.Editor, 91, "")]
    [InlineData(Role.Editor, 7, "nobody")]
    [InlineData(Role.Editor, 7, "a@example.com\r\nBcc: b@example.com")]
    public async Task An_invitation_that_makes_no_sense_is_refused(Role role, int days, string email)
    {
        await using var store = await Open(DatabaseProvider.Sqlite);
        Assert.IsType<AccessResult.Invalid>(await store.Get<BoardRoles>().Save(Store.Machine, Slug, new InviteToBoard(role, days, email)));
    }

    [Fact]
    public async Task The_last_owner_stays_and_a_role_that_changed_meanwhile_is_looked_at_again()
    {
        await using var store = await Open(DatabaseProvider.Sqlite);
        var people = store.Get<BoardRoles>();
        var ada = await Join(store, Role.Owner);
        Assert.IsType<AccessResult.Invalid>(await people.Save(ada, Slug, new SetBoardRole(ada.MemberId!.Value, Role.Editor, Role.Owner)));
        Assert.IsType<AccessResult.Invalid>(await people.Save(ada, Slug, new SetBoardRole(ada.MemberId.Value, null, Role.Owner)));
        var grace = await Join(store, Role.Editor);
        Assert.IsType<AccessResult.Invalid>(await people.Save(ada, Slug, new SetBoardRole(grace.MemberId!.Value, Role.Owner, Role.Viewer)));
        Assert.IsType<AccessResult.Saved>(await people.Save(ada, Slug, new SetBoardRole(grace.MemberId.Value, Role.Owner, Role.Editor)));
        Assert.IsType<AccessResult.Saved>(await people.Save(ada, Slug, new SetBoardRole(ada.MemberId.Value, null, Role.Owner)));
        Assert.IsType<AccessResult.Denied>(await people.Save(ada, Slug, new SetBoardVisibility(true)));
    }

    [Fact]
    public async Task An_invitation_adds_to_what_a_member_may_and_never_takes_away()
    {
        await using var store = await Open(DatabaseProvider.Sqlite);
        var people = store.Get<BoardRoles>();
        var grace = await Join(store, Role.Viewer);
        Assert.IsType<AccessResult.Saved>(await people.Save(grace, Slug, new AcceptInvitation(await Invite(store, Role.Editor))));
        var weaker = await Invite(store, Role.Viewer);
        Assert.IsType<AccessResult.Invalid>(await people.Save(grace, Slug, new AcceptInvitation(weaker)));
        Assert.NotNull(await people.FindInvitation(weaker)); // it stays for somebody else
        Assert.Equal(Role.Editor, (await store.Get<AccessShelf>().Of(Slug, default)).RoleOf(grace));
        Assert.Single((await people.Read(grace, Slug))!.People);
    }

    [Fact]
    public async Task What_ends_on_one_node_ends_on_another_with_its_next_look()
    {
        await using var store = await Open(DatabaseProvider.Sqlite);
        var grace = await store.Get<Sessions>().Start(await Join(store, Role.Viewer), "A browser");
        await using var other = store.AnotherProcess();
        var shelf = other.GetRequiredService<AccessShelf>();
        using var members = new ThesisBoard.Features.Members.Members(other.GetRequiredService<IDbContextFactory<BoardDb>>(), store.Clock);
        Assert.True((await shelf.Of(Slug, default)).MayRead(grace));
        Assert.NotNull(await members.Refresh(grace));

        Assert.IsType<AccessResult.Saved>(await store.Get<BoardRoles>().Save(Store.Machine, Slug, new SetBoardRole(grace.MemberId!.Value, null, Role.Viewer)));
        Assert.True(await store.Get<Sessions>().EndAll(grace));

        Assert.Equal([Slug], await shelf.Refresh(default)); // as every node does every three seconds, or as soon as it is told
        Assert.False((await shelf.Of(Slug, default)).MayRead(grace));
        store.Clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Null(await members.Refresh(grace));
    }

    private static async Task<Store> Open(DatabaseProvider engine)
    {
        var store = await Store.Open(engine);
        Assert.IsType<WriteResult.Saved>(await store.Boards.Save(Store.Machine, Slug, new CreateThesis(Slug, "Mine", "", new Issuer { Name = "Somebody" }, IsPrivate: true)));
        return store;
    }

    private static async Task<string> Invite(Store store, Role role) =>
        Assert.IsType<AccessResult.Saved>(await store.Get<BoardRoles>().Save(Store.Machine, Slug, new InviteToBoard(role, 7))).Token!;

    private static async Task<Actor> Join(Store store, Role role) =>
        Assert.IsType<AccessResult.Saved>(await store.Get<BoardRoles>().Save(Actor.Anonymous, Slug, new AcceptInvitation(await Invite(store, role), $"The {role}"))).Member!;
}
