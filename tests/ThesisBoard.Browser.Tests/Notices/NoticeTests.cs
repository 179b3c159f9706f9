using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Editing;

namespace ThesisBoard.Browser.Tests.Notices;

/// <summary>A member follows a board and is told what another does.</summary>
public sealed class NoticeTests(Chromium chromium, OwnedBoard owned) : IClassFixture<OwnedBoard>
{
    [Fact]
    public async Task A_board_is_followed_from_its_page_and_a_mention_shows_at_the_bell()
    {
        await using var ada = await chromium.NewTab(owned.Server, await owned.Owner(chromium));
        await using var ben = await chromium.NewTab(owned.Server, await chromium.MakeMember(owned.Server, "Ben390", "viewer"), Theme.Dark, 390);
        await ben.Goto(Editors.Board);
        await Fit.Check(ben.Page);
        await ben.Page.GetByRole(AriaRole.Link, new() { Name = "Follow", Exact = true }).ClickAsync();
        await ben.Page.GetByLabel("Tell me").SelectOptionAsync("Daily");
        await ben.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(ben.Page.GetByText("Saved.")).ToBeVisibleAsync();
        await Assertions.Expect(ben.Page.GetByLabel("Tell me")).ToHaveValueAsync("Daily");

        await ada.Goto(Editors.Board);
        await ada.Page.Locator("#row-treasury-balance").EvaluateAsync("row => row.open = true");
        await ada.Page.Locator("#talk-criterion-treasury-balance").EvaluateAsync("talk => talk.open = true");
        await ada.Page.Locator("#say-criterion-treasury-balance-").FillAsync("@Ben390, does it close?");
        await ada.Page.Locator("#talk-criterion-treasury-balance").GetByRole(AriaRole.Button, new() { Name = "Comment", Exact = true }).ClickAsync();
        await Assertions.Expect(ada.Page.Locator("#talk-criterion-treasury-balance .said").Last).ToHaveTextAsync("@Ben390, does it close?", new() { Timeout = 15_000 });

        for (var n = 0; n < 30 && await ben.Page.Locator("#bell .count").CountAsync() == 0; n++) // counts are believed for some seconds
        {
            await Task.Delay(500, TestContext.Current.CancellationToken);
            await ben.Page.ReloadAsync();
        }

        await Assertions.Expect(ben.Page.Locator("#bell .count")).ToContainTextAsync("1");
        await Axe.Check(ben.Page);
        await Fit.Check(ben.Page);
        await Pictures.Take(ben.Page, "notices-390");
        await ben.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("mentioned you") }).ClickAsync();
        await ben.Page.WaitForURLAsync("**/t/cango-ai-pivot#treasury-balance");
        ada.MustBeClean();
        ben.MustBeClean();
    }
}
