using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Editing;
using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Browser.Tests.Shares;

/// <summary>Share links from the form to the reader's screen.</summary>
public sealed class SharePageTests(Chromium chromium, OwnedBoard owned) : IClassFixture<OwnedBoard>
{
    private const string Sharing = Editors.Board + "/sharing";

    [Fact]
    public async Task A_link_is_made_by_its_form_and_its_page_reads_well()
    {
        await using var owner = await chromium.NewTab(owned.Server, await owned.Owner(chromium), Theme.Dark, 390);
        var link = await owner.MakeLink("Investors", pinned: "2026-05-31");
        await Pictures.Take(owner.Page, "sharing-Dark-390");
        owner.MustBeClean();

        await using var reader = await chromium.NewTab(owned.Server, Theme.Dark, 390);
        await reader.Goto(link);
        await Assertions.Expect(reader.Page.Locator("#pinned")).ToContainTextAsync("Pinned at 31 May 2026");
        await Assertions.Expect(reader.Page.Locator(".verdict h2")).ToHaveTextAsync("Verdict: Strained");
        await reader.Page.Locator("#row-debt-reduction > summary").ClickAsync();
        await Pictures.Take(reader.Page, "shared-Dark-390");
        reader.MustBeClean();
    }

    [Fact]
    public async Task A_door_opens_by_its_password_and_reads_well()
    {
        await using var owner = await chromium.NewTab(owned.Server, await owned.Owner(chromium));
        var link = await owner.MakeLink("Locked", password: "correct horse");
        await using var reader = await chromium.NewTab(owned.Server, Theme.Dark, 390);
        await reader.Goto(link);
        await reader.Page.GetByLabel("Password").FillAsync("wrong horse");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Open the board" }).ClickAsync();
        await Assertions.Expect(reader.Page.Locator("#password-wrong")).ToBeVisibleAsync();
        await Axe.Check(reader.Page);
        await Fit.Check(reader.Page);
        await Pictures.Take(reader.Page, "door-Dark-390", wholePage: false);
        await reader.Page.GetByLabel("Password").FillAsync("correct horse");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Open the board" }).ClickAsync();
        await Assertions.Expect(reader.Page.Locator(".verdict h2")).ToBeVisibleAsync();
        reader.MustBeClean();
    }

    [Fact]
    public async Task An_edit_reaches_an_open_shared_page_in_its_place_and_a_revoked_link_ends_it()
    {
        await using var owner = await chromium.NewTab(owned.Server, await owned.Owner(chromium));
        var link = await owner.MakeLink("Live", hasPreview: false);
        await using var reader = await chromium.NewTab(owned.Server, Theme.Dark, 390);
        await reader.Goto(link);
        Assert.StartsWith("Strained:", await reader.Page.TitleAsync(), StringComparison.Ordinal); // the open page says what the preview of the link does not
        await reader.Page.EvaluateAsync("window.sameDocument = true");
        await reader.Page.Locator("#row-further-sales > summary").ClickAsync();
        await reader.Page.Locator("#evidence-title").ScrollIntoViewIfNeededAsync();
        var scrolled = await reader.Page.EvaluateAsync<int>("Math.round(scrollY)");
        Assert.True(scrolled > 500, $"The page is scrolled to {scrolled} only.");

        await owner.Goto(Editors.Board);
        var dialog = await owner.Open("edit-thesis");
        await dialog.Type("title", "A title that was changed just now");
        await dialog.Press("Save");

        await Assertions.Expect(reader.Page.Locator("h1")).ToHaveTextAsync("A title that was changed just now", new() { Timeout = 15_000 });
        Assert.True(await reader.Page.EvaluateAsync<bool>("window.sameDocument === true"), "The page was loaded anew.");
        Assert.True(await reader.Page.Locator("#row-further-sales").EvaluateAsync<bool>("row => row.open"));
        Assert.InRange(await reader.Page.EvaluateAsync<int>("Math.round(scrollY)"), scrolled - 60, scrolled + 60);
        reader.MustBeClean();

        await owner.Goto(Sharing);
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Revoke: Live" }).ClickAsync();
        await Assertions.Expect(owner.Page.GetByText("The link is revoked")).ToBeVisibleAsync();
        await Assertions.Expect(reader.Page.Locator("h1")).ToHaveTextAsync("This link does not work", new() { Timeout = 15_000 });
        await Axe.Check(reader.Page);
        owner.MustBeClean();
    }

    [Fact]
    public async Task Without_scripts_everything_is_there_to_read()
    {
        await using var owner = await chromium.NewTab(owned.Server, await owned.Owner(chromium));
        var link = await owner.MakeLink("Plain");
        await using var reader = await chromium.NewTab(owned.Server, width: 390, scripts: false);
        await reader.Goto($"{link}?asOf=2026-11-22");
        await reader.Page.Locator("#row-debt-reduction > summary").ClickAsync();
        await Assertions.Expect(reader.Page.Locator("#row-debt-reduction .layers")).ToBeVisibleAsync();
        await Assertions.Expect(reader.Page.Locator("#charts svg").First).ToBeVisibleAsync();
        await Assertions.Expect(reader.Page.Locator("#evidence .evi").First).ToBeVisibleAsync();
        reader.MustBeClean();
    }

    [Fact]
    public async Task Its_panel_is_drawn_in_a_frame_of_somebody_elses_page_and_leads_to_the_board()
    {
        await using var owner = await chromium.NewTab(owned.Server, await owned.Owner(chromium));
        var link = await owner.MakeLink("Panel");
        await using var elsewhere = WebApplication.CreateSlimBuilder().Build();
        elsewhere.Urls.Add($"{BoardServer.At("127.0.0.1")}");
        elsewhere.MapGet("/", () => Results.Content($"<!DOCTYPE html><html lang=en><title>Elsewhere</title><iframe 390=360 height=420 src='{new Uri(owned.Server.Address, link)}/panel'></iframe></html>", "text/html"));
        await elsewhere.StartAsync(TestContext.Current.CancellationToken);
        await using var reader = await chromium.NewTab(owned.Server, Theme.Dark, 390);
        await reader.Page.GotoAsync(elsewhere.Urls.First());
        var panel = reader.Page.FrameLocator("iframe");
        await Assertions.Expect(panel.Locator(".panel-verdict")).ToContainTextAsync("Strained");
        await Assertions.Expect(panel.Locator(".panel-verdict svg")).ToHaveCSSAsync("fill", "none"); // by the style sheet: without it the mark is a black triangle
        Assert.InRange((await panel.Locator(".panel-verdict svg").BoundingBoxAsync())!.Width, 8, 40);
        await Pictures.Take(reader.Page, "panel-Dark-390");

        var opened = await reader.Page.Context.RunAndWaitForPageAsync(() => panel.GetByRole(AriaRole.Link).First.ClickAsync());
        await Assertions.Expect(opened.Locator(".verdict h2")).ToHaveTextAsync("Verdict: Strained");
    }

    [Fact]
    public async Task Printed_it_is_a_report_without_what_only_a_screen_can_use()
    {
        await using var owner = await chromium.NewTab(owned.Server, await owned.Owner(chromium));
        var link = await owner.MakeLink("Paper", pinned: "2026-05-31");
        await using var reader = await chromium.NewTab(owned.Server, width: 800);
        await reader.Goto(link);
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var screen in (string[])[".top", ".foot", ".actions", ".filters", ".follow", ".asof .field"])
            await Assertions.Expect(reader.Page.Locator(screen).First).ToBeHiddenAsync();
        foreach (var paper in (string[])["h1", "#pinned", ".verdict h2", "#row-debt-reduction", "#charts svg", "#evidence .evi"])
            await Assertions.Expect(reader.Page.Locator(paper).First).ToBeVisibleAsync();
        await Pictures.Take(reader.Page, "printed");
        reader.MustBeClean();
    }

    [Fact]
    public async Task A_shared_board_loads_at_most_130_KB_before_charts_450_KB_with_them_and_15_KB_again()
    {
        await using var owner = await chromium.NewTab(owned.Server, await owned.Owner(chromium));
        var link = $"{await owner.MakeLink("Bytes")}?asOf=2026-11-22";
        await using var first = await chromium.NewTab(owned.Server, width: 390);
        AssertAtMost(130, await Transfer.Cold(first.Page, () => first.Page.GotoAsync(link)));
        await using var whole = await chromium.NewTab(owned.Server, width: 390);
        AssertAtMost(450, await Transfer.Cold(whole.Page, () => Visit(whole.Page, link)));
        AssertAtMost(15, await Transfer.Warm(whole.Page, () => Visit(whole.Page, link)));
        whole.MustBeClean();
    }

    private static async Task Visit(IPage page, string link)
    {
        await page.GotoAsync(link);
        await Charts.ScrollThrough(page);
    }

    private static void AssertAtMost(int kilobytes, TransferReport cost)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{cost}");
        Assert.True(cost.HttpBytes + cost.WebSocketBytes <= kilobytes * 1024, $"More than {kilobytes} KB: {cost}");
    }
}
