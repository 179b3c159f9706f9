using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;
using ThesisBoard.Features.Members;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Features.Members;

public sealed class SignInLinksTests
{
    public static TheoryData<DatabaseProvider> Engines => Store.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task The_first_link_makes_the_owner_once_and_then_there_is_no_other(DatabaseProvider engine)
    {
        await using var store = await Store.Open(engine);
        var links = store.Get<SignInLinks>();
        var old = (await links.CreateFirst())!;
        var token = (await links.CreateFirst())!;
        Assert.Null(await links.Redeem(old, "Late"));
        Assert.Null(await links.Redeem(token, "  "));
        Assert.Equal(Role.Owner, (await links.Find(token))!.Role);
        var owner = (await links.Redeem(token, "Ada"))!;
        Assert.Equal(("Ada", Role.Owner), (owner.Name, owner.Role));
        Assert.Null(await links.Redeem(token, "Eve"));
        Assert.Null(await links.Find(token));
        Assert.Null(await links.CreateFirst());
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Of_many_who_use_one_link_at_once_one_gets_in(DatabaseProvider engine)
    {
        await using var store = await Store.Open(engine);
        var links = store.Get<SignInLinks>();
        var token = (await links.CreateFirst())!;
        var tries = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => links.Redeem(token, $"Person {n}"))));
        Assert.Single(tries, actor => actor is not null);
        Assert.Single(await store.Get<ThesisBoard.Features.Members.Members>().All());
    }

    [Fact]
    public async Task A_link_ends_after_a_day_and_is_kept_only_as_a_hash()
    {
        await using var store = await Store.Open(DatabaseProvider.Sqlite);
        var links = store.Get<SignInLinks>();
        var token = (await links.Create(Store.Machine, "Grace", Role.Editor))!;
        Assert.True(token.Length * 6 >= 128);
        await using var db = await store.Databases().CreateDbContextAsync();
        Assert.DoesNotContain(token, (await db.SignInLinks.SingleAsync()).TokenHash, StringComparison.Ordinal);
        store.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Null(await links.Redeem(token));
    }

    [Fact]
    public async Task Only_an_owner_invites_and_the_last_owner_stays()
    {
        await using var store = await Store.Open(DatabaseProvider.Sqlite);
        var links = store.Get<SignInLinks>();
        var members = store.Get<ThesisBoard.Features.Members.Members>();
        var editor = await store.Member(Role.Editor);
        var owner = await store.Member(Role.Owner);
        Assert.Null(await links.Create(editor, "Eve", Role.Owner));
        Assert.Null(await links.Create(Actor.Anonymous, "Eve", Role.Owner));
        var row = (await members.All()).Single(m => m.Role == Role.Owner);
        Assert.False(await members.SetRole(owner, row.Id, Role.Viewer, row.RowVersion));
        Assert.False(await members.SetRole(editor, row.Id, null, row.RowVersion));
    }

    [Fact]
    public async Task A_changed_role_reaches_the_cookie_within_seconds_and_a_removed_member_is_nobody()
    {
        await using var store = await Store.Open(DatabaseProvider.Sqlite);
        var members = store.Get<ThesisBoard.Features.Members.Members>();
        var editor = await store.Member(Role.Editor);
        Assert.Equal(editor, Actor.From(editor.Principal("Test")));
        Assert.Equal(editor, await members.Refresh(editor));
        var row = (await members.All()).Single();
        Assert.True(await members.SetRole(Store.Machine, row.Id, Role.Viewer, row.RowVersion));
        Assert.Equal(Role.Viewer, (await members.Refresh(editor))!.Role);
        row = (await members.All()).Single();
        Assert.True(await members.SetRole(Store.Machine, row.Id, null, row.RowVersion));
        Assert.Null(await members.Refresh(editor));
    }
}
