using Microsoft.Extensions.DependencyInjection;
using ThesisBoard.Features.Comments;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Notices;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Features.Notices;

/// <summary>Who is told what, once.</summary>
public sealed class NoticeTakingTests
{
    private static readonly CommentSubject Leg = new(CommentPlace.Criterion, "debt-reduction");

    [Fact]
    public async Task New_evidence_is_told_to_those_who_follow_and_not_to_who_attached_it()
    {
        await using var house = await NoticeHouse.Open(hasMail: false);
        var (ada, ben, cleo) = (await house.Member("Ada", Role.Editor), await house.Member("Ben"), await house.Member("Cleo"));
        await house.Follow(ada, FollowMode.AtOnce);
        await house.Follow(ben, FollowMode.Daily);
        await house.Follow(cleo, FollowMode.Off);
        Assert.Equal(0, await house.Look());
        await house.Attach(ada, "fresh");
        Assert.Equal(1, await house.Look());
        Assert.Equal(["New evidence: The claim of fresh."], await house.Texts(ben));
        Assert.Empty(await house.Texts(ada));
        Assert.Empty(await house.Texts(cleo));
        Assert.Equal(0, await house.Look());
    }

    [Fact]
    public async Task A_standing_that_turns_by_the_passing_of_a_date_alone_is_told_too()
    {
        await using var house = await NoticeHouse.Open(hasMail: false);
        var ben = await house.Member("Ben");
        await house.Follow(ben, FollowMode.AtOnce);
        await house.Look();
        house.Clock.SetUtcNow(new DateTimeOffset(2027, 1, 1, 0, 30, 0, TimeSpan.Zero));
        await house.Look();
        var texts = await house.Texts(ben);
        Assert.Contains(texts, t => t.StartsWith("The verdict moved from Strained to Broken.", StringComparison.Ordinal));
        Assert.Contains(texts, t => t.Contains(" moved from Unknown to Undisclosed.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_deadline_is_told_as_many_days_ahead_as_the_member_wants_and_only_once()
    {
        await using var house = await NoticeHouse.Open(hasMail: false);
        var (ben, cleo) = (await house.Member("Ben"), await house.Member("Cleo"));
        await house.Follow(ben, FollowMode.AtOnce, daysAhead: 30);
        await house.Follow(cleo, FollowMode.AtOnce, daysAhead: 5);
        await house.Look();
        house.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, await house.Look());
        house.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 2, 12, 0, 0, TimeSpan.Zero));
        var told = await house.Look();
        Assert.True(told > 0);
        Assert.All(await house.Texts(ben), t => Assert.Contains(" is due on 31 Dec 2026", t, StringComparison.Ordinal));
        Assert.Empty(await house.Texts(cleo));
        house.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 3, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, await house.Look());
        Assert.Equal(told, (await house.Texts(ben)).Count);
    }

    [Fact]
    public async Task Nodes_that_look_at_once_tell_everybody_once()
    {
        await using var house = await NoticeHouse.Open(hasMail: false);
        var ben = await house.Member("Ben");
        await house.Follow(ben, FollowMode.AtOnce);
        await house.Look();
        var other = house.AnotherNode();
        await house.Attach(Store.Machine, "fresh");
        await other.GetRequiredService<ThesisBoard.Data.BoardShelf>().Refresh(default);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => n % 2 == 0 ? house.Look() : other.GetRequiredService<NoticeTaking>().Look(NoticeHouse.Slug)));
        Assert.Single(await house.Texts(ben));
    }

    [Fact]
    public async Task Whoever_may_review_is_told_what_waits_and_who_wrote_it_or_may_not_is_not()
    {
        await using var house = await NoticeHouse.Open(hasMail: false);
        var (ada, rita, vic) = (await house.Member("Ada", Role.Editor), await house.Member("Rita", Role.Reviewer), await house.Member("Vic"));
        var (silent, follower) = (await house.Member("Sil", Role.Reviewer), await house.Member("Fay", Role.Reviewer));
        await house.Follow(silent, FollowMode.Off);
        await house.Follow(follower, FollowMode.Daily);
        await house.Look();
        await house.Attach(ada, "unasked");
        await house.Look(); // nobody asks for review here: only who follows is told
        Assert.Equal(["Debt falls materially waits for your review. Nobody has reviewed it.", "New evidence: The claim of unasked."], (await house.Texts(follower)).Order());
        Assert.Empty(await house.Texts(rita));

        await house.NeedReview();
        await house.Look();
        await house.Attach(ada, "asked");
        await house.Look();
        Assert.Equal(["Debt falls materially waits for your review. Nobody has reviewed it."], await house.Texts(rita));
        var notice = Assert.Single(await house.Get<NoticeShelf>().Read(rita));
        Assert.Equal("/t/cango-ai-pivot/reviews#debt-reduction", NoticeUrls.To(notice));
        foreach (var member in new[] { ada, vic, silent })
            Assert.DoesNotContain(await house.Texts(member), t => t.Contains("review", StringComparison.Ordinal));

        await house.Approve(rita, "debt-reduction");
        Assert.Equal(0, await house.Look());
        await house.Attach(ada, "later");
        await house.Look();
        Assert.Contains("Approval out of date", (await house.Texts(rita))[0], StringComparison.Ordinal);
        Assert.Equal(0, await house.Look());
    }

    [Fact]
    public async Task Whoever_is_mentioned_is_told_and_what_is_removed_is_gone_from_there_too()
    {
        await using var house = await NoticeHouse.Open(hasMail: false);
        var (ada, ben) = (await house.Member("Ada", Role.Reviewer), await house.Member("Ben"));
        var comments = house.Get<CommentShelf>();
        var id = Assert.IsType<CommentResult.Saved>(await comments.Save(ada, NoticeHouse.Slug, new AddComment(Leg, "@Ben and @Ada: look."))).Id;
        Assert.Equal(["Ada mentioned you: @Ben and @Ada: look."], await house.Texts(ben));
        Assert.Empty(await house.Texts(ada));
        Assert.Equal(1, await house.Get<NoticeShelf>().Unread(ben));

        await comments.Save(ada, NoticeHouse.Slug, new EditComment(id, "@Ben: look again."));
        Assert.Equal(["Ada mentioned you: @Ben: look again."], await house.Texts(ben));
        await comments.Save(ada, NoticeHouse.Slug, new RemoveComment(id));
        Assert.Empty(await house.Texts(ben));
    }

    [Fact]
    public async Task Who_may_not_read_a_board_neither_follows_it_nor_reads_what_was_told_of_it()
    {
        await using var house = await NoticeHouse.Open(hasMail: false);
        var guest = await house.Member("Guest", Role.Anonymous);
        Assert.False(await house.Get<FollowBoard>().Set(Actor.Anonymous, NoticeHouse.Slug, new(FollowMode.AtOnce, 7)));
        await house.Follow(guest, FollowMode.AtOnce); // it is public
        await house.Look();
        await house.Attach(Store.Machine, "fresh");
        await house.Look();
        Assert.Single(await house.Texts(guest));
        await using (var db = await house.Database())
        {
            (await db.Access.FindAsync(NoticeHouse.Slug))!.IsPublic = false;
            await db.SaveChangesAsync();
        }

        await house.Get<AccessShelf>().Refresh(default);
        Assert.Empty(await house.Texts(guest));
        Assert.False(await house.Get<FollowBoard>().Set(guest, NoticeHouse.Slug, new(FollowMode.Daily, 7)));
    }
}
