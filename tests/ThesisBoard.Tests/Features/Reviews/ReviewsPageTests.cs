using System.Net;
using System.Text.RegularExpressions;
using ThesisBoard.Data;
using ThesisBoard.Features.Evidence;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Reviews;
using ThesisBoard.Tests.Features.Shares;
using Xunit;
using Store = ThesisBoard.Tests.Data.Store;

namespace ThesisBoard.Tests.Features.Reviews;

/// <summary>The page of reviews as browsers without scripts use it.</summary>
public sealed partial class ReviewsPageTests
{
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;
    private static readonly string Page = ReviewUrls.Page(ShareHouse.Slug);

    [Fact]
    public async Task It_says_for_whom_each_criterion_waits_and_approves_what_was_shown()
    {
        await using var house = new ShareHouse();
        using var reviewer = await house.Member(Role.Reviewer);
        using var owner = await house.Member(Role.Owner);
        using var viewer = await house.Member(Role.Viewer);
        using (var asked = await ShareHouse.Post(owner, Page, "review-act", ("Act", "need")))
            Assert.Contains("provisional from now on", await asked.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
        Assert.Contains("Nobody has reviewed it", await reviewer.GetStringAsync($"/t/{ShareHouse.Slug}?open=debt-reduction", Now), StringComparison.Ordinal);

        var act = Button(await reviewer.GetStringAsync(Page, Now), "approve:debt-reduction:");
        using (var approved = await ShareHouse.Post(reviewer, Page, "review-act", ("Act", act)))
            Assert.Contains("It holds until something that it rests on changes", await approved.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
        var page = await viewer.GetStringAsync(Page, Now);
        Assert.Contains("Approved by The Reviewer, 22 Nov 2026.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"approve:", page, StringComparison.Ordinal);
        Assert.Contains("Approved by The Reviewer", await viewer.GetStringAsync($"/t/{ShareHouse.Slug}?open=debt-reduction", Now), StringComparison.Ordinal);

        using (var again = await ShareHouse.Post(reviewer, Page, "review-act", ("Act", act)))
            Assert.Contains("You have approved exactly this already", await again.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
        using (var denied = await ShareHouse.Post(viewer, Page, "review-act", ("Act", act)))
            Assert.Contains("You may not do this with your role", await denied.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
        using (var bare = await reviewer.PostAsync(Page, new FormUrlEncodedContent([new("_handler", "review-act"), new("Act", act)]), Now))
            Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
    }

    [Fact]
    public async Task Whoever_wrote_part_of_it_is_told_so_and_cannot_send_the_form_all_the_same()
    {
        await using var house = new ShareHouse();
        using var editor = await house.Member(Role.Editor);
        var ann = (await house.Get<SignInLinks>().Redeem((await house.Get<SignInLinks>().CreateFor(Store.Machine, (await house.Get<ThesisBoard.Features.Members.Members>().All()).Single(m => m.Name == "The Editor").Id))!))!;
        var board = (await house.Get<BoardShelf>().Board(ShareHouse.Slug, Now))!;
        var claim = board.Content.Record.Evidence[0] with { Key = "anns", Claim = "Ann <b>says</b> so.", Stances = [new("debt-reduction", Core.Evidence.Stance.Supports)] };
        Assert.IsType<WriteResult.Saved>(await house.Get<BoardTransaction>().Save(ann, ShareHouse.Slug, new AttachEvidence(claim), Now));

        var page = await editor.GetStringAsync(Page, Now);
        Assert.DoesNotContain("value=\"approve:debt-reduction:", page, StringComparison.Ordinal);
        Assert.Contains("value=\"approve:further-sales:", page, StringComparison.Ordinal);
        Assert.Contains("You wrote part of it: 1 piece of evidence.", page, StringComparison.Ordinal);
        Assert.Contains("Ann &lt;b&gt;says&lt;/b&gt; so.", page, StringComparison.Ordinal);
        using var reviewer = await house.Member(Role.Reviewer);
        var act = Button(await reviewer.GetStringAsync(Page, Now), "approve:debt-reduction:");
        using var forced = await ShareHouse.Post(editor, Page, "review-act", ("Act", act));
        Assert.Contains("You wrote part of what you would approve", await forced.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);

        using (await ShareHouse.Post(reviewer, Page, "review-act", ("Act", act)))
            Assert.Contains("Approved by The Reviewer", await editor.GetStringAsync(Page, Now), StringComparison.Ordinal);
        board = (await house.Get<BoardShelf>().Board(ShareHouse.Slug, Now))!;
        Assert.IsType<WriteResult.Saved>(await house.Get<BoardTransaction>().Save(ann, ShareHouse.Slug, new WithdrawEvidence("anns", "It was misread.", board.RowVersion(ItemKind.Evidence, "anns")), Now));
        var changed = await reviewer.GetStringAsync(Page, Now);
        Assert.Contains("Approval out of date: 1 piece of evidence changed since The Reviewer approved on 22 Nov 2026.", changed, StringComparison.Ordinal);
    }

    private static string Button(string page, string begins) => AnyButton().Matches(page).Select(m => m.Groups[1].Value).Single(value => value.StartsWith(begins, StringComparison.Ordinal));

    [GeneratedRegex("name=\"Act\" value=\"([^\"]*)\"")]
    private static partial Regex AnyButton();
}
