using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Hosting;
using ThesisBoard.Filings.Tests.Corpus;

namespace ThesisBoard.Browser.Tests.Starts;

/// <summary>
/// The whole way of somebody new, as the README tells it: from the link in the terminal to an own board with a criterion judged from a real filing, counted in
/// clicks. On a phone, in the dark.
/// </summary>
public sealed class NewcomerTests(Chromium chromium)
{
    private const int MostClicks = 12;
    private int clicks;

    [Fact]
    public async Task From_the_link_in_the_terminal_to_an_own_criterion_judged_from_a_real_filing()
    {
        var report = CorpusFolder.File("ixbrl", "aapl_10q_2025-03-29.htm");
        await using var server = await BoardServer.Start();
        await using var tab = await chromium.NewTab(server, Theme.Dark, width: 390);
        var page = tab.Page;
        clicks++;
        await tab.Goto(server.OwnerLink!.PathAndQuery);
        await page.GetByLabel("Your name").FillAsync("Ada");
        await Press(page, "Become the owner");
        await Click(page.GetByRole(AriaRole.Link, new() { Name = "Start a board" }));

        await Look(tab, "start-1", "Which company is it about?");
        clicks++;
        await page.Locator("#start-file input[type=file]").SetInputFilesAsync(report);
        await Assertions.Expect(page.GetByLabel("Company")).ToHaveValueAsync("Apple Inc.");
        await Assertions.Expect(page.GetByLabel("Ticker", new() { Exact = true })).ToHaveValueAsync("AAPL");
        await Look(tab, "start-1-read", "Which company is it about?");
        await Press(page, "Next: the claim");

        await page.GetByLabel("In one sentence").FillAsync("Apple keeps its debt in hand");
        await page.ReloadAsync(); // what is typed is not lost, though no button was pressed
        await Assertions.Expect(page.GetByLabel("In one sentence")).ToHaveValueAsync("Apple keeps its debt in hand");
        await Look(tab, "start-2", "What do you claim about Apple Inc.?");
        await page.GetByLabel("In one sentence").PressAsync("Enter"); // the keyboard goes on as the button does

        await Click(page.GetByLabel("Debt grows too high"));
        await Assertions.Expect(page.GetByText("$78.57B, 29 Mar 2025")).ToBeVisibleAsync();
        await Press(page, "Next: the line");
        await Assertions.Expect(page.Locator(".wrong").First).ToContainTextAsync("Write the level at which it breaks");
        clicks--; // the newcomer did not make this mistake
        await page.GetByLabel("Broken above").First.FillAsync("100B");
        await Look(tab, "start-3", "What would break it?");
        await Press(page, "Next: the line");
        await Assertions.Expect(page.Locator(".preview .st")).ToHaveTextAsync("Met");
        await Look(tab, "start-4", "When are you wrong?");
        await page.GoBackAsync();
        await Assertions.Expect(page.GetByLabel("Broken above").First).ToHaveValueAsync("100B");
        await page.GoForwardAsync();
        await Press(page, "Make the board");

        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("10-Q");
        await Assertions.Expect(page.GetByLabel("Published on")).ToHaveValueAsync("2025-05-02"); // as its signature says
        await Click(page.GetByLabel("Accept Long-term debt, 29 Mar 2025"));
        await Look(tab, "start-filing", "Figures");
        await Press(page, "Accept the ticked figures");
        await Assertions.Expect(page.Locator(".notice.done")).ToContainTextAsync("Met");
        await Click(page.GetByRole(AriaRole.Link, new() { Name = "Open the board" }));

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Apple keeps its debt in hand");
        await Assertions.Expect(page.Locator(".leg .st")).ToHaveTextAsync("Met");
        await Assertions.Expect(page.Locator("#first-steps")).ToHaveCountAsync(0);
        await Look(tab, "start-board", "Checklist");
        Assert.True(clicks <= MostClicks, $"It took {clicks} clicks.");

        await tab.Goto("/t/cango-ai-pivot");
        await page.GetByRole(AriaRole.Link, new() { Name = "Make it mine" }).ClickAsync();
        await Look(tab, "make-it-mine", "Make it mine");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make it mine" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Checklist" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#first-steps")).ToBeVisibleAsync();
        await Look(tab, "mine", "Checklist");
        tab.MustBeClean();
    }

    /// <summary>Once the page with that heading is there.</summary>
    private static async Task Look(Tab tab, string name, string heading)
    {
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true })).ToBeVisibleAsync();
        await Axe.Check(tab.Page);
        await Fit.Check(tab.Page);
        await Pictures.Take(tab.Page, name);
    }

    private Task Press(IPage page, string button) => Click(page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }));

    private async Task Click(ILocator target)
    {
        clicks++;
        await target.ClickAsync();
    }
}
