using Microsoft.Extensions.Time.Testing;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Presence;
using ThesisBoard.Nodes;
using Xunit;

namespace ThesisBoard.Tests.Features.Presence;

/// <summary>Who is here, on one node and on two that hear one another.</summary>
public sealed class BoardPresenceTests
{
    private const string Slug = "board";
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private readonly Actor ada = Member("Ada");
    private readonly Actor ben = Member("Ben");

    [Fact]
    public void Whoever_has_a_page_open_is_here_once_and_on_that_board_only()
    {
        var presence = new BoardPresence(new OtherNodes(), clock);
        using var first = presence.Enter(Slug, ben);
        using var second = presence.Enter(Slug, ben);
        using var other = presence.Enter(Slug, ada);
        using var elsewhere = presence.Enter("other", Member("Cleo"));
        using var nobody = presence.Enter(Slug, Actor.Anonymous);
        Assert.Equal(["Ada", "Ben"], presence.Of(Slug).Select(p => p.Name));
    }

    [Fact]
    public void Who_leaves_is_gone_within_ten_seconds_and_who_loads_the_page_anew_never_was()
    {
        var presence = new BoardPresence(new OtherNodes(), clock);
        presence.Enter(Slug, ada).Dispose();
        using var again = presence.Enter(Slug, ada);
        var page = presence.Enter(Slug, ben);
        Pass(presence, 9);
        page.Dispose();
        presence.Beat();
        Assert.Equal(["Ada", "Ben"], presence.Of(Slug).Select(p => p.Name));
        Pass(presence, 9);
        Assert.Equal(["Ada"], presence.Of(Slug).Select(p => p.Name));
    }

    [Fact]
    public void What_somebody_edits_shows_while_the_dialog_is_open_and_the_member_is_here()
    {
        var presence = new BoardPresence(new OtherNodes(), clock);
        using var page = presence.Enter(Slug, ada);
        var dialog = presence.Edit(Slug, ada, "debt");
        using var left = presence.Edit(Slug, ben, "debt"); // a circuit whose page is gone
        Assert.Equal(["debt"], Assert.Single(presence.Of(Slug)).Edits);
        dialog.Dispose();
        Assert.Empty(Assert.Single(presence.Of(Slug)).Edits);
    }

    [Fact]
    public void Another_nodes_members_are_here_too_until_it_falls_silent()
    {
        var (near, far) = (new OtherNodes(), new OtherNodes());
        near.Join(far.Hear);
        far.Join(near.Hear);
        var (here, there) = (new BoardPresence(near, clock), new BoardPresence(far, clock));
        using var page = there.Enter(Slug, ben);
        using var dialog = there.Edit(Slug, ben, "debt");
        Assert.Equal(["Ben"], here.Of(Slug).Select(p => p.Name));
        Assert.Equal(["debt"], here.Of(Slug)[0].Edits);
        for (var seconds = 0; seconds < 60; seconds += 3)
        {
            clock.Advance(TimeSpan.FromSeconds(3));
            there.Beat();
            here.Beat();
        }

        Assert.Single(here.Of(Slug));
        Pass(here, 9); // the other node was killed
        Assert.Empty(here.Of(Slug));
        near.Hear("here", "{\"Node\":\"nonsense\"");
        near.Hear("here", "{}");
    }

    [Fact]
    public async Task Whoever_watches_is_given_a_sign_at_every_coming_and_going()
    {
        var presence = new BoardPresence(new OtherNodes(), clock);
        await using var signs = presence.Watch(Slug, TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await signs.MoveNextAsync());
        var page = presence.Enter(Slug, ada);
        Assert.True(await signs.MoveNextAsync());
        page.Dispose();
        var next = signs.MoveNextAsync();
        Assert.False(next.IsCompleted);
        Pass(presence, 3);
        Assert.True(await next);
        Assert.Empty(presence.Of(Slug));
    }

    [Theory]
    [InlineData("judge", "debt", "debt")]
    [InlineData("attach-evidence", null, "")]
    [InlineData("edit-evidence", "claim", "e-claim")]
    [InlineData("edit-thesis", null, "")]
    public void A_dialog_has_its_place_on_the_page(string verb, string? key, string place) => Assert.Equal(place, EditedPlace.Of(verb, key));

    private void Pass(BoardPresence presence, int seconds)
    {
        for (var passed = 0; passed < seconds; passed += 3)
        {
            clock.Advance(TimeSpan.FromSeconds(3));
            presence.Beat();
        }
    }

    private static Actor Member(string name) => Actor.Member(AccountRow.Create(Guid.NewGuid(), name, Role.Editor, new DateTime(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc)));
}
