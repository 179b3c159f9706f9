using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Editing;
using ThesisBoard.Browser.Tests.Hosting;
using ThesisBoard.Tests.Shared.Edgar;

namespace ThesisBoard.Browser.Tests.Filings;

/// <summary>From a filing on EDGAR to a leg of the invalidation line, in a real browser against the real app, counted in clicks.</summary>
public sealed class OpenedFilingTests(Chromium chromium)
{
    private const string Slug = "cango-before-the-release";
    private const string Board = $"/t/{Slug}";
    private const string Debt = "Long-term debt was reduced to US$30.6 million";
    private const int MostClicks = 6;
    private int clicks;

    [Fact]
    public async Task A_new_6_K_arrives_a_person_accepts_a_sentence_and_leg_one_turns_met_for_everybody()
    {
        await using var edgar = await FakeEdgar.Start();
        var issuer = FakeIssuer.Cango(edgar);
        await using var server = await BoardServer.Start(edgar.Settings);
        var owner = await chromium.MakeOwner(server);
        await Prepare(server);
        await using var reader = await chromium.NewTab(server);
        await reader.Goto(Board);
        await Assertions.Expect(Leg(reader)).ToContainTextAsync("Unknown");
        await reader.Page.EvaluateAsync("window.sameDocument = true");
        await using var tab = await chromium.NewTab(server, owner, width: 1440);
        await tab.Goto($"{Board}/inbox");
        issuer.Publish(FakeFiling.ThirdQuarter(Today));

        await Click(tab, tab.Page.GetByRole(AriaRole.Button, new() { Name = "Check now" }));
        await Click(tab, tab.Page.GetByRole(AriaRole.Link, new() { Name = "Form 6-K" }));
        var passage = tab.Page.Locator(".passage", new() { HasText = Debt });
        await Assertions.Expect(passage).ToContainTextAsync("→ 30,600,000 USD");
        await Assertions.Expect(passage).ToContainTextAsync("matched: Long-term debt");
        await Assertions.Expect(passage.Locator("select").First).ToHaveValueAsync("supports");
        await Assertions.Expect(tab.Page.Locator(".pick:checked")).ToHaveCountAsync(0);
        await Pictures.Take(tab.Page, "filing-opened");
        await Click(tab, passage.GetByRole(AriaRole.Button, new() { Name = "Accept this" }));
        await Assertions.Expect(tab.Page.Locator(".notice.done")).ToContainTextAsync("Met");
        await Pictures.Take(tab.Page, "filing-accepted");
        await Click(tab, tab.Page.GetByRole(AriaRole.Link, new() { Name = "Open the board" }));

        await Assertions.Expect(Leg(tab)).ToContainTextAsync("Met");
        await Assertions.Expect(Leg(reader)).ToContainTextAsync("Met", new() { Timeout = 15_000 });
        Assert.True(await reader.Page.EvaluateAsync<bool>("window.sameDocument"));
        Assert.True(clicks <= MostClicks, $"It took {clicks} clicks.");
        tab.MustBeClean();
        reader.MustBeClean();

        await tab.Goto($"{Board}/inbox");
        await Assertions.Expect(tab.Page.Locator(".filing h2")).ToContainTextAsync("new");
        await tab.Page.GoBackAsync();
        await tab.Page.GoBackAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByText("Taken back")).ToBeVisibleAsync();
        await Assertions.Expect(Leg(reader)).ToContainTextAsync("Unknown", new() { Timeout = 15_000 });
        await tab.Goto($"{Board}/inbox");
        await Assertions.Expect(tab.Page.Locator(".filing h2")).ToContainTextAsync("new");
    }

    [Fact]
    public async Task The_same_with_no_network_by_dropping_the_file()
    {
        await using var server = await BoardServer.Start();
        var owner = await chromium.MakeOwner(server);
        await Prepare(server);
        await using var reader = await chromium.NewTab(server);
        await reader.Goto(Board);
        await using var tab = await chromium.NewTab(server, owner, width: 1440);
        await tab.Goto($"{Board}/inbox");
        var release = FakeFiling.ThirdQuarter(Today).Documents[1];
        clicks++;
        await tab.Page.Locator("#upload input[type=file]").SetInputFilesAsync(new FilePayload { Name = release.Name, MimeType = release.ContentType, Buffer = release.Bytes });
        await Click(tab, tab.Page.Locator(".uploads a"));
        var passage = tab.Page.Locator(".passage", new() { HasText = Debt });
        await Click(tab, passage.GetByRole(AriaRole.Button, new() { Name = "Accept this" }));
        await Assertions.Expect(tab.Page.Locator(".notice.done")).ToContainTextAsync("Met");
        await Click(tab, tab.Page.GetByRole(AriaRole.Link, new() { Name = "Open the board" }));
        await Assertions.Expect(Leg(tab)).ToContainTextAsync("Met");
        await Assertions.Expect(Leg(reader)).ToContainTextAsync("Met", new() { Timeout = 15_000 });
        Assert.True(clicks <= MostClicks, $"It took {clicks} clicks.");
        tab.MustBeClean();
    }

    [Fact]
    public async Task An_opened_filing_reads_well_and_accepts_many_at_once_without_scripts()
    {
        await using var edgar = await FakeEdgar.Start();
        FakeIssuer.Cango(edgar).Publish(FakeFiling.ThirdQuarter(Today));
        await using var server = await BoardServer.Start(edgar.Settings);
        var owner = await chromium.MakeOwner(server);
        await Prepare(server);
        await using var tab = await chromium.NewTab(server, owner, Theme.Dark, 320);
        await tab.Goto($"{Board}/inbox");
        if (await tab.Page.Locator(".filing").CountAsync() == 0)
            await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Check now" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Form 6-K" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByText(Debt).First).ToBeVisibleAsync();
        await Axe.Check(tab.Page);
        await Fit.Check(tab.Page);
        await Pictures.Take(tab.Page, "filing-Dark-320");
        foreach (var pick in (await tab.Page.Locator(".pick").AllAsync()).Take(2))
            await pick.CheckAsync();
        await Assertions.Expect(tab.Page.Locator("[data-accept]")).ToHaveTextAsync("Accept 2");
        tab.MustBeClean();

        await using var plain = await chromium.NewTab(server, Theme.Dark, 320, scripts: false);
        await plain.Page.Context.AddCookiesAsync(owner);
        await plain.Goto(new Uri(tab.Page.Url).PathAndQuery);
        foreach (var pick in (await plain.Page.Locator(".pick").AllAsync()).Take(2))
            await pick.CheckAsync();
        await plain.Page.Locator("[data-accept]").ClickAsync();
        await Assertions.Expect(plain.Page.Locator(".notice.done")).ToContainTextAsync("Accepted");
        await tab.Page.ReloadAsync();
        await Assertions.Expect(tab.Page.GetByText("On file:")).ToHaveCountAsync(2);
        await Axe.Check(tab.Page);
    }

    [Fact]
    public async Task Tagged_figures_stand_beside_what_is_on_file_and_are_accepted()
    {
        await using var server = await BoardServer.Start();
        var owner = await chromium.MakeOwner(server);
        await Prepare(server);
        await using var tab = await chromium.NewTab(server, owner, Theme.Dark, 320);
        await tab.Goto($"{Board}/inbox");
        await tab.Page.Locator("#upload input[type=file]").SetInputFilesAsync(new FilePayload { Name = "interim.htm", MimeType = "text/html", Buffer = Encoding.UTF8.GetBytes(Tagged) });
        await tab.Page.Locator(".uploads a").ClickAsync();
        var debt = tab.Page.Locator(".facts-table tr", new() { HasText = "30 Sep 2026" });
        await Assertions.Expect(debt).ToContainTextAsync("$31.0M");
        await Assertions.Expect(tab.Page.Locator(".facts-table tr", new() { HasText = "31 Dec 2025" })).ToContainTextAsync("same as on file");
        await Axe.Check(tab.Page);
        await Fit.Check(tab.Page);
        await Pictures.Take(tab.Page, "filing-facts-Dark-320");
        await debt.Locator("input").CheckAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Accept 1" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".notice.done")).ToContainTextAsync("Met");
        tab.MustBeClean();
    }

    [Fact]
    public async Task A_held_filing_offers_nothing_until_a_person_lets_it_in()
    {
        await using var edgar = await FakeEdgar.Start();
        FakeIssuer.Cango(edgar).Publish(FakeFiling.ThirdQuarter(Today), underCik: 320193);
        await using var server = await BoardServer.Start(edgar.Settings);
        var owner = await chromium.MakeOwner(server);
        await Prepare(server);
        await using var tab = await chromium.NewTab(server, owner);
        await tab.Goto($"{Board}/inbox");
        if (await tab.Page.Locator(".filing").CountAsync() == 0)
            await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Check now" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Form 6-K" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".wrong")).ToContainTextAsync("320193");
        await Assertions.Expect(tab.Page.Locator(".passage").First).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Accept") })).ToHaveCountAsync(0);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Let it in" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Accept this") }).First).ToBeVisibleAsync();
        tab.MustBeClean();

        await using var stranger = await chromium.NewTab(server);
        Assert.Equal(403, (await stranger.Goto(new Uri(tab.Page.Url).PathAndQuery)).Status);
    }

    /// <summary>A report with two tagged balances, of our own making.</summary>
    private const string Tagged = """
        <?xml version="1.0" encoding="UTF-8"?>
        <html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" xmlns:xbrli="http://www.xbrl.org/2003/instance"
              xmlns:us-gaap="http://fasb.org/us-gaap/2025" xmlns:iso4217="http://www.xbrl.org/2003/iso4217">
        <head><title>Interim report</title></head><body>
        <div style="display:none"><ix:header><ix:resources>
          <xbrli:context id="now"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">0001725123</xbrli:identifier></xbrli:entity><xbrli:period><xbrli:instant>2026-09-30</xbrli:instant></xbrli:period></xbrli:context>
          <xbrli:context id="then"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">0001725123</xbrli:identifier></xbrli:entity><xbrli:period><xbrli:instant>2025-12-31</xbrli:instant></xbrli:period></xbrli:context>
          <xbrli:unit id="usd"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit>
        </ix:resources></ix:header></div>
        <table><tr><td>Long-term debt</td>
        <td><ix:nonFraction name="us-gaap:LongTermDebtNoncurrent" contextRef="now" unitRef="usd" decimals="-5" scale="6">31.0</ix:nonFraction></td>
        <td><ix:nonFraction name="us-gaap:LongTermDebtNoncurrent" contextRef="then" unitRef="usd" decimals="-5" scale="6">557.6</ix:nonFraction></td></tr></table>
        </body></html>
        """;

    /// <summary>The sample as it was before it was activated and before the debt of 31 March 2026 was on file: what is taken back is gone.</summary>
    private static async Task Prepare(BoardServer server)
    {
        var file = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(BuiltApp.Root, "src", "ThesisBoard", "Samples", "cango.thesis.json")))!;
        file["thesis"]!["slug"] = Slug;
        file["thesis"]!.AsObject().Remove("activated");
        var figures = file["record"]!["observations"]!.AsArray();
        figures.Remove(figures.Single(o => (string?)o!["key"] == "long-term-debt-2026-03-31"));
        var path = Path.Combine(server.DataFolder, "before.thesis.json");
        await File.WriteAllTextAsync(path, file.ToJsonString());
        await server.Run("import", path);
        await server.Restart();
    }

    private async Task Click(Tab tab, ILocator target)
    {
        clicks++;
        await target.ClickAsync();
        await tab.Page.WaitForLoadStateAsync();
    }

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    private static ILocator Leg(Tab tab) => tab.Page.Locator("#leg-debt-reduction .st").First;
}
