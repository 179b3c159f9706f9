using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Editing;
using ThesisBoard.Browser.Tests.Hosting;
using ThesisBoard.Tests.Shared.Edgar;

namespace ThesisBoard.Browser.Tests.Filings;

/// <summary>What the filings do not say, kept as evidence, until a newer filing says it.</summary>
public sealed class SilenceTests(Chromium chromium)
{
    private const string Silence = Editors.Board + "/silence";

    [Fact]
    public async Task A_search_without_a_hit_becomes_evidence_and_is_out_of_date_when_a_newer_filing_speaks()
    {
        await using var edgar = await FakeEdgar.Start();
        var issuer = FakeIssuer.Cango(edgar);
        issuer.Publish(FakeFiling.ThirdQuarter(Today.AddDays(-1)));
        await using var server = await BoardServer.Start(edgar.Settings);
        var owner = await chromium.MakeOwner(server);
        await using var tab = await chromium.NewTab(server, owner, Theme.Dark, 320);
        await Check(tab, 1);

        await tab.Goto($"{Silence}?criterion=ai-build-out");
        await Look(tab, "silence-Dark-320");
        await Search(tab, "customer agreement");
        await Assertions.Expect(tab.Page.Locator(".hit mark").First).ToHaveTextAsync("customer agreement");
        await Search(tab, "hyperscaler\ntenant lease");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "No hit" })).ToBeVisibleAsync();
        await Look(tab, "silence-found-none-Dark-320");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Attach as evidence of non-disclosure" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByText("Kept on the record")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.Locator("#searches-list")).ToContainTextAsync("it stands");
        await tab.Goto(Editors.Board + "?q=hyperscaler");
        await Assertions.Expect(tab.Page.Locator("#evidence .evi").First).ToContainTextAsync("Searched for “hyperscaler” or “tenant lease” in 2 documents, no hit; by Ada");

        issuer.Publish(Newer("0001213900-26-099002", "Nothing of note happened. "));
        await Check(tab, 2);
        await tab.Goto(Silence);
        await Assertions.Expect(tab.Page.Locator("#searches-list")).ToContainTextAsync("Still silent: no hit in 1 newer document");
        await tab.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Add them to this search") }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator("#searches-list")).ToContainTextAsync("in 3 documents, no hit");

        issuer.Publish(Newer("0001213900-26-099003", "A hyperscaler signed a lease. "));
        await Check(tab, 3);
        await tab.Goto(Silence);
        await Assertions.Expect(tab.Page.Locator("#searches-list")).ToContainTextAsync("Out of date");
        await Look(tab, "silence-broken-Dark-320");
        await tab.Goto(Editors.Board + "?q=hyperscaler");
        await Assertions.Expect(tab.Page.Locator("#evidence .evi").First).ToContainTextAsync("Out of date: a newer filing says it.");
        await Look(tab, "silence-board-Dark-320");
        tab.MustBeClean();
    }

    /// <summary>A filing of today whose cover says one thing more.</summary>
    private static FakeFiling Newer(string accession, string says)
    {
        var third = FakeFiling.ThirdQuarter(Today);
        return third with { Accession = accession, Documents = [third.Documents[0] with { Name = "new-6k.htm", Body = third.Documents[0].Body.Replace("<p>", "<p>" + says, StringComparison.Ordinal) }] };
    }

    private static async Task Check(Tab tab, int filings)
    {
        await tab.Goto(Editors.Board + "/inbox");
        if (await tab.Page.Locator(".filing").CountAsync() < filings)
            await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Check now" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".filing")).ToHaveCountAsync(filings);
    }

    private static async Task Search(Tab tab, string terms)
    {
        await tab.Page.Locator("#terms").FillAsync(terms);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Search the filings" }).ClickAsync();
    }

    private static async Task Look(Tab tab, string name)
    {
        await Axe.Check(tab.Page);
        await Fit.Check(tab.Page);
        await Pictures.Take(tab.Page, name);
    }

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
}
