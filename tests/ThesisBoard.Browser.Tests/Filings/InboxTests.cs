using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Editing;
using ThesisBoard.Browser.Tests.Hosting;
using ThesisBoard.Tests.Shared.Edgar;

namespace ThesisBoard.Browser.Tests.Filings;

/// <summary>The inbox in a browser, with the fake EDGAR at the other end of the built app.</summary>
public sealed class InboxTests(Chromium chromium)
{
    private const string Inbox = Editors.Board + "/inbox";

    [Fact]
    public async Task A_new_filing_arrives_in_every_open_page_and_is_dismissed_and_brought_back()
    {
        await using var edgar = await FakeEdgar.Start();
        FakeIssuer.Cango(edgar).Publish(FakeFiling.ThirdQuarter(Today));
        await using var server = await BoardServer.Start(edgar.Settings);
        var owner = await chromium.MakeOwner(server);
        await using var board = await chromium.NewTab(server, owner);
        await board.Goto(Editors.Board);
        await using var tab = await chromium.NewTab(server, owner);
        await tab.Goto(Inbox);
        if (await tab.Page.Locator(".filing").CountAsync() == 0) // else the watcher was faster
            await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Check now" }).ClickAsync();

        await Assertions.Expect(tab.Page.Locator(".filing h2")).ToContainTextAsync("Form 6-K");
        await Assertions.Expect(tab.Page.Locator(".filing")).ToContainTextAsync("6-K, EX-99.1");
        await Assertions.Expect(board.Page.Locator(".btn .count")).ToHaveTextAsync("1 waiting");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Dismiss: Form 6-K" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".filing h2")).ToContainTextAsync("dismissed by Ada");
        await Assertions.Expect(board.Page.Locator(".btn .count")).ToHaveCountAsync(0);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(board.Page.Locator(".btn .count")).ToHaveTextAsync("1 waiting");
        board.MustBeClean();
        tab.MustBeClean();
    }

    [Fact]
    public async Task The_inbox_reads_well_full_and_empty()
    {
        await using var edgar = await FakeEdgar.Start();
        var issuer = FakeIssuer.Cango(edgar);
        await using var server = await BoardServer.Start(edgar.Settings);
        await using var tab = await chromium.NewTab(server, await chromium.MakeOwner(server), Theme.Dark, 390);
        await tab.Goto(Inbox);
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Nothing waits" })).ToBeVisibleAsync();
        await Axe.Check(tab.Page);
        await Pictures.Take(tab.Page, "inbox-empty-Dark-390");

        issuer.Publish(FakeFiling.ThirdQuarter(Today));
        issuer.Publish(FakeFiling.ThirdQuarter(Today) with { Accession = "0001213900-26-099002" }, underCik: 320193);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Check now" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".filing")).ToHaveCountAsync(2);
        await Assertions.Expect(tab.Page.Locator(".held")).ToHaveTextAsync("held back");
        await Axe.Check(tab.Page);
        await Fit.Check(tab.Page);
        await Pictures.Take(tab.Page, "inbox-Dark-390");
        tab.MustBeClean();
    }

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
}
