using System.Text;
using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Editing;
using ThesisBoard.Filings.Tests.Pdf;
using static ThesisBoard.Browser.Tests.Documents.ReaderSteps;

namespace ThesisBoard.Browser.Tests.Documents;

/// <summary>Words of a PDF as evidence, an anchor that is lost, and a file whose sending is cancelled.</summary>
public sealed class AnchorTests(Chromium chromium, OwnedBoard owned) : IClassFixture<OwnedBoard>
{
    [Fact]
    public async Task Words_of_a_pdf_become_evidence_with_an_anchor_and_the_board_leads_back_to_them()
    {
        var pdf = PdfFile.Pages(
            PdfFile.Draw("Cango Inc. Reports First Quarter 2026 Results", 72, 720) + PdfFile.Draw("The company sold 4,451 BTC in February 2026.", 72, 690),
            PdfFile.Draw("Liquidity", 72, 720) + PdfFile.Draw("Long-term debt was reduced to US$30.6 million as of March 31, 2026.", 72, 690));
        await using var tab = await chromium.NewTab(owned.Server, await owned.Owner(chromium));
        await Drop(tab, ("first-quarter.pdf", pdf));
        await OpenReader(tab, pdf);
        var page = tab.Page.FrameLocator("iframe[data-reader]");
        await page.GetByText("Long-term debt was reduced").WaitForAsync();
        await Attach(tab, "Long-term debt was reduced to US$30.6 million", "Debt fell, says the PDF.");
        await Assertions.Expect(page.Locator("mark")).ToHaveTextAsync("Long-term debt was reduced to US$30.6 million");

        await tab.Goto(Editors.Board + "?q=says+the+PDF");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Open in the document: Debt fell, says the PDF." }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".asked")).ToContainTextAsync("exact");
        await Assertions.Expect(page.Locator("mark").First).ToBeInViewportAsync();
        await Pictures.Take(tab.Page, "reader-pdf", wholePage: false);
        tab.MustBeClean();
    }

    [Fact]
    public async Task Of_a_lost_passage_the_places_are_shown_and_a_person_chooses_among_them()
    {
        var name = "lost-Dark-390.htm";
        var old = $"<html><head><title>{name}</title></head><body><h1>Results</h1><p>Miners were sold.</p><p>As planned, long-term debt was reduced to US$30.6 million by selling coins.</p><p>Costs rose.</p></body></html>";
        var newer = $"""
            <html><head><title>{name}</title></head><body><h1>Results</h1><p>Nothing was sold.</p>
            <p>A rival says that its own long-term debt was reduced to US$30.6 million, which we did not check.</p>
            <p>Our bank writes: long-term debt was reduced to US$30.6 million on March 31.</p></body></html>
            """;
        await using var tab = await chromium.NewTab(owned.Server, await owned.Owner(chromium), Theme.Dark, 390);
        await Drop(tab, (name, old));
        await OpenReader(tab, old);
        await tab.Page.FrameLocator("iframe[data-reader]").GetByText("As planned").WaitForAsync();
        var claim = $"Debt fell, {name}.";
        await Attach(tab, "long-term debt was reduced to US$30.6 million", claim);
        await Drop(tab, (name, newer));
        await OpenReader(tab, old);
        await tab.Page.Locator("#versions .anchored a").First.ClickAsync();

        await Assertions.Expect(tab.Page.Locator(".compared h2")).ToContainTextAsync("lost");
        await Assertions.Expect(tab.Page.Locator(".both blockquote")).ToHaveCountAsync(1); // nothing stands beside the quote as if it were the same
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Places to look at; none was chosen" })).ToBeVisibleAsync();
        var places = tab.Page.Locator(".places li");
        await Assertions.Expect(places).ToHaveCountAsync(2);
        await Assertions.Expect(places.First).ToContainTextAsync("A rival says");
        await Axe.Check(tab.Page);
        await Fit.Check(tab.Page);
        await Pictures.Take(tab.Page, "reader-lost-Dark-390");

        await places.Nth(1).GetByRole(AriaRole.Button).ClickAsync();
        var dialog = tab.Page.GetByRole(AriaRole.Dialog).Last;
        await Assertions.Expect(dialog.GetByLabel("The exact words of the source")).ToHaveValueAsync("long-term debt was reduced to US$30.6 million", new() { Timeout = 15_000 });
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".lede")).ToContainTextAsync("No evidence is anchored in the earlier document.", new() { Timeout = 15_000 });
        await OpenReader(tab, newer);
        var page = tab.Page.FrameLocator("iframe[data-reader]");
        await Assertions.Expect(page.Locator("mark")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("p:has(mark)")).ToContainTextAsync("Our bank writes");
        tab.MustBeClean();
    }

    [Fact]
    public async Task A_file_on_its_way_is_cancelled_and_nothing_of_it_stays()
    {
        await using var tab = await chromium.NewTab(owned.Server, await owned.Owner(chromium));
        await tab.Goto(Inbox);
        var before = await tab.Page.Locator(".filing").CountAsync();
        var slow = await tab.Page.Context.NewCDPSessionAsync(tab.Page);
        await slow.SendAsync("Network.enable");
        await Throttle(slow, 100_000);
        var large = Encoding.UTF8.GetBytes($"<html><body><p>Cancelled release.</p>{string.Concat(Enumerable.Repeat("<p>Long-term debt was reduced to US$30.6 million.</p>", 60_000))}</body></html>");
        await tab.Page.Locator("#upload input[type=file]").SetInputFilesAsync(new FilePayload { Name = "cancelled.htm", MimeType = "text/html", Buffer = large });
        var line = tab.Page.Locator(".uploads li", new() { HasText = "cancelled.htm" });
        await Assertions.Expect(line).ToContainTextAsync("sending");
        await line.GetByRole(AriaRole.Button, new() { Name = "Cancel cancelled.htm" }).ClickAsync();
        await Assertions.Expect(line).ToContainTextAsync("Cancelled.");
        await Assertions.Expect(line.Locator("progress, button")).ToHaveCountAsync(0);

        await Throttle(slow, -1);
        await Drop(tab, ("after-the-cancel.htm", "<html><body><p>The company sold 4,451 BTC in February 2026.</p></body></html>"));
        await tab.Goto(Inbox);
        await Assertions.Expect(tab.Page.Locator(".filing")).ToHaveCountAsync(before + 1);
        await Assertions.Expect(tab.Page.Locator(".filings")).Not.ToContainTextAsync("cancelled.htm");
        tab.MustBeClean();
    }

    private static async Task Throttle(ICDPSession session, int bytesPerSecond) => await session.SendAsync("Network.emulateNetworkConditions", new()
    {
        ["offline"] = false,
        ["latency"] = 0,
        ["downloadThroughput"] = -1,
        ["uploadThroughput"] = bytesPerSecond,
    });
}
