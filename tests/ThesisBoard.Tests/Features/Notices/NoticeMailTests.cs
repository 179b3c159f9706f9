using Microsoft.Extensions.DependencyInjection;
using ThesisBoard.Features.Comments;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Notices;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Features.Notices;

/// <summary>Mail to those who follow, over a real connection to a mail server of the test's own.</summary>
public sealed class NoticeMailTests
{
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mail_at_once_says_what_is_new_with_a_link_and_the_way_to_end_it()
    {
        await using var house = await NoticeHouse.Open();
        await Told(house, await house.Member("Ben", address: "ben@example.com"), FollowMode.AtOnce, "fresh");
        Assert.Equal(1, await house.Get<NoticeMailer>().Send(Now));
        var mail = (await house.Mail.Next(Now)).Replace("\r\n ", "", StringComparison.Ordinal); // long headers are folded
        Assert.Contains("To: ben@example.com", mail, StringComparison.Ordinal);
        Assert.Contains("New evidence: The claim of fresh.", mail, StringComparison.Ordinal);
        Assert.Contains("https://board.example.com/t/cango-ai-pivot#e-fresh", mail, StringComparison.Ordinal);
        Assert.Matches("List-Unsubscribe: ?<https://board.example.com/unsubscribe/", mail);
        Assert.Equal(0, await house.Get<NoticeMailer>().Send(Now));
        Assert.Empty(house.Mail.Mails);
    }

    [Fact]
    public async Task The_daily_mail_waits_for_the_morning_and_holds_everything()
    {
        await using var house = await NoticeHouse.Open();
        await Told(house, await house.Member("Ben", address: "ben@example.com"), FollowMode.Daily, "first", "second");
        Assert.Equal(0, await house.Get<NoticeMailer>().Send(Now));
        house.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 7, 0, 1, TimeSpan.Zero));
        Assert.Equal(1, await house.Get<NoticeMailer>().Send(Now));
        var mail = await house.Mail.Next(Now);
        Assert.Contains(": 2 news", mail, StringComparison.Ordinal);
        Assert.Contains("The claim of first.", mail, StringComparison.Ordinal);
        Assert.Contains("The claim of second.", mail, StringComparison.Ordinal);
        await house.Get<NoticeMailer>().Send(Now);
        Assert.Empty(house.Mail.Mails);
    }

    [Fact]
    public async Task Several_nodes_send_each_letter_once()
    {
        await using var house = await NoticeHouse.Open();
        await Told(house, await house.Member("Ben", address: "ben@example.com"), FollowMode.AtOnce, "fresh");
        var other = house.AnotherNode().GetRequiredService<NoticeMailer>();
        var sent = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => (n % 2 == 0 ? house.Get<NoticeMailer>() : other).Send(Now)));
        Assert.Equal(1, sent.Sum());
        Assert.Single(house.Mail.Mails);
    }

    [Fact]
    public async Task What_a_mail_server_does_not_take_is_tried_again_later_and_not_for_ever()
    {
        await using var house = await NoticeHouse.Open();
        await Told(house, await house.Member("Ben", address: "ben@example.com"), FollowMode.AtOnce, "fresh");
        await house.StopMail();
        Assert.Equal(0, await house.Get<NoticeMailer>().Send(Now));
        var due = Assert.Single(await Due(house));
        Assert.Equal((new DateTime(2026, 11, 22, 12, 2, 0, DateTimeKind.Utc), 1), due);
        Assert.Equal(0, await house.Get<NoticeMailer>().Send(Now));
        Assert.Equal(due, Assert.Single(await Due(house)));
    }

    [Theory]
    [InlineData(FollowMode.Off, "ben@example.com", true)]
    [InlineData(FollowMode.AtOnce, null, true)]
    [InlineData(FollowMode.AtOnce, "ben@example.com", false)]
    public async Task No_mail_goes_to_who_wants_none_has_no_confirmed_address_or_where_mail_is_not_set_up(FollowMode mode, string? address, bool hasMail)
    {
        await using var house = await NoticeHouse.Open(hasMail);
        await Told(house, await house.Member("Ben", address: address), mode, "fresh");
        Assert.Equal(0, await house.Get<NoticeMailer>().Send(Now));
        Assert.Empty(house.Mail.Mails);
    }

    [Fact]
    public async Task A_mention_is_mailed_to_who_decided_nothing_and_not_to_who_ended_mail()
    {
        await using var house = await NoticeHouse.Open();
        var (ada, ben, cleo) = (await house.Member("Ada", Role.Reviewer), await house.Member("Ben", address: "ben@example.com"), await house.Member("Cleo", address: "cleo@example.com"));
        await house.Follow(cleo, FollowMode.Off);
        Assert.IsType<CommentResult.Saved>(await house.Get<CommentShelf>().Save(ada, NoticeHouse.Slug, new AddComment(new(CommentPlace.Criterion, "debt-reduction"), "@Ben and @Cleo: look.")));
        Assert.Equal(1, await house.Get<NoticeMailer>().Send(Now));
        Assert.Contains("To: ben@example.com", await house.Mail.Next(Now), StringComparison.Ordinal);
        Assert.Single(await house.Texts(cleo));
    }

    [Fact]
    public async Task What_waits_for_review_is_mailed_to_a_reviewer_who_decided_nothing()
    {
        await using var house = await NoticeHouse.Open();
        var (ada, _) = (await house.Member("Ada", Role.Editor, "ada@example.com"), await house.Member("Rita", Role.Reviewer, "rita@example.com"));
        await house.NeedReview();
        await house.Look();
        await house.Attach(ada, "fresh");
        await house.Look();
        Assert.Equal(1, await house.Get<NoticeMailer>().Send(Now));
        var mail = await house.Mail.Next(Now);
        Assert.Contains("To: rita@example.com", mail, StringComparison.Ordinal);
        Assert.Contains("waits for your review", mail, StringComparison.Ordinal);
        Assert.Contains("https://board.example.com/t/cango-ai-pivot/reviews#debt-reduction", mail, StringComparison.Ordinal);
    }

    private static async Task Told(NoticeHouse house, Actor member, FollowMode mode, params string[] evidence)
    {
        await house.Follow(member, mode);
        await house.Look();
        foreach (var key in evidence)
            await house.Attach(Store.Machine, key);
        await house.Look();
    }

    private static async Task<IReadOnlyList<(DateTime At, int Attempts)>> Due(NoticeHouse house)
    {
        await using var db = await house.Database();
        return [.. db.Notices.Where(n => n.MailAt != null).Select(n => new { n.MailAt, n.Attempts }).AsEnumerable().Select(n => (n.MailAt!.Value, n.Attempts))];
    }
}
