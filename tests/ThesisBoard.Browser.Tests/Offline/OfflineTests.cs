using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Editing;
using ThesisBoard.Browser.Tests.Hosting;
using ThesisBoard.Browser.Tests.Shares;

namespace ThesisBoard.Browser.Tests.Offline;

/// <summary>What a browser keeps of what it read, shown without a line and never with one, and how it is rid of it.</summary>
public sealed class OfflineTests(Chromium chromium, OwnedBoard owned) : IClassFixture<OwnedBoard>
{
    private const string Report = Editors.Board + "/report";
    private const string Keys = "async () => (await (await caches.open('kept-pages')).keys()).map(key => new URL(key.url).pathname + new URL(key.url).search)";

    [Fact]
    public async Task What_was_read_opens_without_a_line_says_so_first_and_offers_nothing_that_needs_one()
    {
        await using var tab = await chromium.NewTab(owned.Server, Theme.Dark, 390, keeps: true);
        var page = tab.Page;
        await tab.Goto(Editors.Board); // before there is a worker
        await IsKept(page, Editors.Board);
        await tab.Goto(Report);
        await IsKept(page, Report);
        tab.MustBeClean();

        await page.Context.SetOfflineAsync(true);
        await tab.Goto(Editors.Board);
        await Assertions.Expect(page.Locator("#away")).ToContainTextAsync("no line");
        await Assertions.Expect(page.Locator(".verdict h2")).ToHaveTextAsync("Verdict: Strained");
        await Pictures.Take(page, "kept-board", wholePage: false);
        await page.Locator("#row-debt-reduction > summary").ClickAsync();
        await Assertions.Expect(page.Locator("#row-debt-reduction .layers")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#charts svg").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".card").First).ToHaveCSSAsync("border-top-style", "solid"); // by its style sheet
        foreach (var needsALine in (string[])[".dock", ".actions", "#as-of-date", ".filters", ".top .btn"])
            await Assertions.Expect(page.Locator(needsALine).First).ToBeHiddenAsync();
        Assert.Equal(0, await page.Locator("script[src]:not([src*=kept])").CountAsync());
        await Axe.Check(page);
        await Fit.Check(page);
        await tab.Goto(Report);
        await Assertions.Expect(page.Locator("#away")).ToContainTextAsync("As read on");

        foreach (var other in (string[])["/", Editors.Board + "/log", Editors.Board + "?asOf=2026-03-17"])
        {
            await tab.Goto(other);
            await Assertions.Expect(page.Locator("#away")).ToContainTextAsync("is not kept here");
            await Assertions.Expect(page.Locator("#kept-list li")).ToHaveCountAsync(2);
        }

        await Axe.Check(page);
        await Fit.Check(page);
        await Pictures.Take(page, "kept-shelf");
        await page.Locator($"#kept-list a[href='{Report}']").ClickAsync();
        await Assertions.Expect(page.Locator(".report-verdict h2")).ToContainTextAsync("Strained");

        tab.ForgetFaults(); // a browser without a line says so in its console
        await page.Context.SetOfflineAsync(false);
        await page.GetByRole(AriaRole.Link, new() { Name = "The line is back" }).ClickAsync();
        await Assertions.Expect(page.Locator("#away")).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Print or save as PDF" })).ToBeVisibleAsync();
        tab.MustBeClean();
    }

    [Fact]
    public async Task With_a_line_a_member_edits_the_page_of_the_server_and_what_was_kept_goes_with_the_sign_in()
    {
        var owner = await owned.Owner(chromium);
        await using var tab = await chromium.NewTab(owned.Server, owner, keeps: true);
        var page = tab.Page;
        await tab.Goto(Editors.Board);
        await IsKept(page, Editors.Board);
        var dialog = await tab.Open("edit-thesis");
        await dialog.Type("title", "A title after the page was kept");
        await dialog.Press("Save");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("A title after the page was kept");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("A title after the page was kept");
        await (await tab.Open("edit-thesis")).Press("Cancel"); // its circuit is a fresh one

        await page.Context.SetOfflineAsync(true);
        await tab.Goto(Editors.Board);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("A title after the page was kept"); // the newest that was read
        Assert.Equal(0, await page.Locator("[data-do]:visible, .who:visible, form :is(input, select, textarea, button):visible").CountAsync());
        await Axe.Check(page);
        tab.ForgetFaults();
        await page.Context.SetOfflineAsync(false);

        await page.Context.ClearCookiesAsync(); // as if the session had been ended on another device
        await tab.Goto("/");
        await IsGone(page, Editors.Board);
        await page.Context.AddCookiesAsync(owner.Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path }));
        await tab.Goto(Editors.Board);
        await IsKept(page, Editors.Board);
        var again = await chromium.MakeMember(owned.Server, "Grace", "viewer");
        await page.Context.AddCookiesAsync(again.Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path }));
        await tab.Goto("/"); // somebody else now
        await IsGone(page, Editors.Board);
        await tab.Goto(Report);
        await IsKept(page, Report);
        await tab.Goto("/sign-out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");
        Assert.Empty(await page.EvaluateAsync<string[]>(Keys));
        tab.MustBeClean();
    }

    [Fact]
    public async Task A_revoked_link_takes_its_kept_page_along_and_behind_a_password_none_is_kept()
    {
        await using var owner = await chromium.NewTab(owned.Server, await owned.Owner(chromium));
        var open = await owner.MakeLink("Kept");
        var locked = await owner.MakeLink("Locked", password: "correct horse");
        await using var reader = await chromium.NewTab(owned.Server, keeps: true);
        var page = reader.Page;
        await reader.Goto(locked);
        await page.GetByLabel("Password").FillAsync("correct horse");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open the board" }).ClickAsync();
        await Assertions.Expect(page.Locator(".verdict h2")).ToBeVisibleAsync();
        await reader.Goto(open);
        await IsKept(page, open);
        Assert.Equal([open], await page.EvaluateAsync<string[]>(Keys));
        reader.MustBeClean();

        await owner.Goto(Editors.Board + "/sharing");
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Revoke: Kept" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("This link does not work");
        await IsGone(page, open);
        await page.Context.SetOfflineAsync(true);
        await reader.Goto(open);
        await Assertions.Expect(page.Locator("#away")).ToContainTextAsync("is not kept here");
        await Assertions.Expect(page.Locator("#kept-none")).ToBeVisibleAsync();
        Assert.DoesNotContain("Cango", await page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_most_eight_pages_are_kept_and_a_reader_can_have_none()
    {
        await using var tab = await chromium.NewTab(owned.Server, width: 320, keeps: true);
        var page = tab.Page;
        await tab.Goto(Editors.Board);
        await IsKept(page, Editors.Board);
        foreach (var day in Enumerable.Range(1, 8))
        {
            await tab.Goto(Invariant($"{Editors.Board}/report?asOf=2026-04-1{day}"));
            await IsKept(page, Invariant($"{Editors.Board}/report?asOf=2026-04-1{day}"));
        }

        await IsGone(page, Editors.Board);
        Assert.Equal(8, (await page.EvaluateAsync<string[]>(Keys)).Length);
        await tab.Goto("/kept");
        await Assertions.Expect(page.Locator("#kept-list li")).ToHaveCountAsync(8);
        await Axe.Check(page);
        await Fit.Check(page);
        await Pictures.Take(page, "kept-list");

        await page.GetByRole(AriaRole.Button, new() { Name = "Keep nothing on this device" }).ClickAsync();
        await Assertions.Expect(page.Locator("#kept-none")).ToBeVisibleAsync();
        await tab.Goto(Editors.Board);
        Assert.Empty(await page.EvaluateAsync<string[]>(Keys));
        Assert.Equal(0, await page.EvaluateAsync<int>("async () => (await navigator.serviceWorker.getRegistrations()).length"));
        await tab.Goto("/kept");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep boards on this device again" }).ClickAsync();
        await Assertions.Expect(page.Locator("#kept-switch")).ToHaveTextAsync("Keep nothing on this device");
        await tab.Goto(Editors.Board);
        await IsKept(page, Editors.Board);
        tab.MustBeClean();
    }

    [Fact]
    public async Task An_older_worker_gives_way_to_a_newer_one_and_none_of_its_pages_is_shown_afterwards()
    {
        const string old = """
            addEventListener("install", event => { skipWaiting(); event.waitUntil(keep()); });
            addEventListener("activate", event => event.waitUntil(clients.claim()));
            addEventListener("fetch", event => { if (event.request.mode === "navigate") event.respondWith(caches.match(event.request.url).then(page => page ?? fetch(event.request))); });
            async function keep() {
              const page = new Response("<!DOCTYPE html><title>Old</title><h1>As an older version had it</h1>", { headers: { "Content-Type": "text/html", "Keep-Until": "9999999999", "Keep-For": "anybody" } });
              await (await caches.open("kept-pages")).put("/t/cango-ai-pivot", page);
            }
            """;
        await using var tab = await chromium.NewTab(owned.Server, keeps: true);
        var page = tab.Page;
        await page.Context.RouteAsync("**/worker.js", route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = old }));
        await tab.Goto(Editors.Board);
        await IsKept(page, Editors.Board);
        await tab.Goto(Editors.Board);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("As an older version had it"); // it stands between the page and the server

        await page.Context.UnrouteAllAsync(); // the server has a newer one, which the browser finds by itself
        for (var visit = 0; await page.Locator("h1").InnerTextAsync() == "As an older version had it"; visit++)
        {
            Assert.True(visit < 20, "The older worker is there still.");
            await page.WaitForTimeoutAsync(2000); // the browser asks for a newer one a second after a visit, and each visit puts that off
            await tab.Goto(Editors.Board);
        }

        await Assertions.Expect(page.Locator(".verdict h2")).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("async path => !(await (await (await caches.open('kept-pages')).match(path)).text()).includes('an older version')", Editors.Board);
        await page.Context.SetOfflineAsync(true);
        await tab.Goto(Editors.Board);
        await Assertions.Expect(page.Locator("#away")).ToContainTextAsync("no line");
        await Assertions.Expect(page.Locator(".verdict h2")).ToBeVisibleAsync();
    }

    private static Task IsKept(IPage page, string path) => Becomes(page, path, true);

    private static Task IsGone(IPage page, string path) => Becomes(page, path, false);

    /// <summary>The worker keeps behind the page's back.</summary>
    private static async Task Becomes(IPage page, string path, bool isKept)
    {
        for (var turn = 0; (await page.EvaluateAsync<string[]>(Keys)).Contains(path) != isKept; turn++)
        {
            Assert.True(turn < 300, $"{path} is {(isKept ? "not kept" : "kept still")}.");
            await page.WaitForTimeoutAsync(50);
        }
    }
}
