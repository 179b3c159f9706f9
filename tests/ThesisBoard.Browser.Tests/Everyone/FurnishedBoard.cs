using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Documents;
using ThesisBoard.Browser.Tests.Editing;
using ThesisBoard.Browser.Tests.Hosting;
using ThesisBoard.Browser.Tests.Shares;
using ThesisBoard.Tests.Shared.Edgar;

namespace ThesisBoard.Browser.Tests.Everyone;

/// <summary>An installation in which every page has something on it: an owner, filings, two versions of a document, a comment, a forecast, links, a correction.</summary>
public sealed class FurnishedBoard(Chromium chromium) : IAsyncLifetime
{
    private const string Release = """
        <html><head><title>Results</title></head><body><p>Exhibit 99.1</p><h1>Cango Inc. Reports First Quarter 2026 Results</h1>
        <p>Long-term debt was reduced to US$30.6 million as of March 31, 2026, from US$557.6 million as of December 31, 2025.</p>
        <h2>Mining</h2><p>The company sold 4,451 BTC in February 2026.</p>
        <table><tr><th>Item</th><th>2026</th></tr><tr><td>Long-term debt</td><td>30.6</td></tr></table></body></html>
        """;

    private static readonly string Newer = Release.Replace("US$30.6 million", "US$31.9 million", StringComparison.Ordinal);

    private readonly List<FakeEdgar> _edgar = [];

    public BoardServer Server { get; private set; } = null!;

    public IReadOnlyList<Cookie> Owner { get; private set; } = [];

    public string MemberLink { get; private set; } = "";

    public string Invitation { get; private set; } = "";

    public string Shared { get; private set; } = "";

    public string Following { get; private set; } = "";

    public string Locked { get; private set; } = "";

    public string Filing { get; private set; } = "";

    public string OldDocument { get; } = Address(Release);

    public string NewDocument { get; } = Address(Newer);

    public async ValueTask InitializeAsync()
    {
        var edgar = await FakeEdgar.Start();
        _edgar.Add(edgar);
        FakeIssuer.Cango(edgar).Publish(FakeFiling.ThirdQuarter(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)));
        Server = await BoardServer.Start(edgar.Settings);
    }

    /// <summary>Takes the owner's link, once somebody has looked at its page, and brings in all the rest.</summary>
    public async Task Furnish(Func<Task> before)
    {
        if (Owner.Count > 0)
            return;
        await before();
        Owner = await chromium.MakeOwner(Server);
        await Correct();
        MemberLink = new Uri((await Server.Run("user", "add", "Grace Brewster Hopper", "--role", "reviewer")).Trim()).PathAndQuery;
        await using var tab = await chromium.NewTab(Server, Owner, width: 1440);
        Shared = await tab.MakeLink("Everybody", pinned: "2026-05-31");
        Following = await tab.MakeLink("Whoever follows");
        Locked = await tab.MakeLink("Locked", password: "correct horse");
        await Invite(tab);
        await Forecast(tab);
        await Comment(tab);
        await ReaderSteps.Drop(tab, ("ex99-1.htm", Release));
        await ReaderSteps.OpenReader(tab, Release);
        await tab.Page.FrameLocator("iframe[data-reader]").GetByText("Long-term debt was reduced").WaitForAsync();
        await ReaderSteps.Attach(tab, "US$30.6 million", "Debt fell.");
        await ReaderSteps.Drop(tab, ("ex99-1.htm", Newer));
        await Receive(tab);
        tab.MustBeClean();
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        foreach (var edgar in _edgar)
            await edgar.DisposeAsync();
    }

    private static string Address(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    private async Task Invite(Tab tab)
    {
        await tab.Goto($"{Editors.Board}/members");
        await tab.Page.GetByLabel("E-mail").FillAsync("grace@example.com");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Make an invitation" }).ClickAsync();
        Invitation = new Uri(await tab.Page.Locator("#made-link").InputValueAsync()).PathAndQuery;
    }

    private static async Task Forecast(Tab tab)
    {
        await tab.Goto($"{Editors.Board}/forecasts");
        if (!await tab.Page.Locator("#percent").IsVisibleAsync())
            return; // the sample's next report is past due on this day
        await tab.Page.GetByLabel("in percent").FillAsync("37");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Seal it" }).ClickAsync();
        await tab.Page.Locator("#forecast-said").WaitForAsync();
    }

    private static async Task Comment(Tab tab)
    {
        await tab.Goto($"{Editors.Board}?open=debt-reduction");
        var talk = tab.Page.Locator("#talk-criterion-debt-reduction");
        await talk.EvaluateAsync("talk => talk.open = true");
        await talk.Locator("textarea").First.FillAsync("Does the note say who was paid?");
        await talk.GetByRole(AriaRole.Button, new() { Name = "Comment", Exact = true }).ClickAsync();
        await talk.Locator(".said").WaitForAsync();
    }

    private async Task Receive(Tab tab)
    {
        await tab.Goto(ReaderSteps.Inbox);
        var filing = tab.Page.GetByRole(AriaRole.Link, new() { Name = "Form 6-K" });
        if (await filing.CountAsync() == 0)
            await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Check now" }).ClickAsync();
        Filing = new Uri(Server.Address, await filing.First.GetAttributeAsync("href")).PathAndQuery;
    }

    /// <summary>By the command line: another note on the first item that has one, and the last of two kinds withdrawn.</summary>
    private async Task Correct()
    {
        var file = Path.Combine(Server.DataFolder, "corrected.thesis.json");
        await Server.Run("export", "cango-ai-pivot", file);
        var board = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        var (evidence, figures) = (board["record"]!["evidence"]!.AsArray(), board["record"]!["observations"]!.AsArray());
        var noted = evidence.First(e => e!["note"] is not null)!;
        noted["note"] = $"Seen again. {noted["note"]}";
        foreach (var item in (JsonNode[])[evidence[^1]!, figures[^1]!])
            item["withdrawn"] = new JsonObject { ["at"] = "2026-06-01T00:00:00Z", ["by"] = "Ada", ["reason"] = "It was read from another row." };
        await File.WriteAllTextAsync(file, board.ToJsonString());
        await Server.Run("import", file, "--replace");
    }
}
