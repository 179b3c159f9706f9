using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Editing;

namespace ThesisBoard.Browser.Tests.Everyone;

/// <summary>Every page of the product. A route without a row here fails <see cref="EveryPlaceTests"/>.</summary>
internal static class Places
{
    private const string Board = Editors.Board;
    private const string OnADay = "?asOf=2026-11-22";
    private const string Issuer = "&name=Apple+Inc.&ticker=AAPL&cik=320193&regime=domestic&year-end=9";

    /// <summary>Before anybody is the owner.</summary>
    public static Place Setup(FurnishedBoard house) => new("Become the owner", "/setup/{Token}") { Path = house.Server.OwnerLink!.PathAndQuery };

    /// <summary>As somebody sees them who is not signed in.</summary>
    public static IEnumerable<Place> OfReaders(FurnishedBoard house) =>
    [
        new("Boards", "/") { Path = "/" },
        new("Board, every row open and every chart drawn", "/t/{Slug}") { Path = Board + OnADay, Open = OpenAll },
        new("Board past its line", "/t/{Slug}") { Path = Board + "?asOf=2027-01-01" },
        new("Board before its record", "/t/{Slug}") { Path = Board + "?asOf=2025-01-01" },
        new("No such board", "/t/{Slug}") { Path = "/t/none" },
        new("Search and jump", "/t/{Slug}") { Path = Board + OnADay, Open = Palette, Part = ".palette" },
        new("Keyboard shortcuts", "/t/{Slug}") { Path = Board + OnADay, Open = tab => Press(tab, "?", ".palette[open]"), Part = ".palette[open]" },
        new("Replay", "/t/{Slug}/replay") { Path = Board + "/replay?on=2026-03-17" },
        new("Report", "/t/{Slug}/report") { Path = Board + "/report" + OnADay },
        new("Looking back", "/t/{Slug}/review") { Path = Board + "/review?asOf=2027-01-01" },
        new("Contracts", "/t/{Slug}/contracts") { Path = Board + "/contracts" },
        new("Log", "/t/{Slug}/log") { Path = Board + "/log" },
        new("Audit", "/t/{Slug}/audit") { Path = Board + "/audit" },
        new("Corrections", "/t/{Slug}/corrections") { Path = Board + "/corrections", Open = Unfold },
        new("Shared board, pinned", "/s/{Token}") { Path = house.Shared },
        new("Shared board behind a password", "/s/{Token}") { Path = house.Locked },
        new("A share link that does not work", "/s/{Token}") { Path = "/s/none" },
        new("Panel of a shared board", "/s/{Token}/panel") { Open = tab => Panel(tab, house.Shared + "/panel") },
        new("Shared replay", "/s/{Token}/replay") { Path = house.Shared + "/replay" },
        new("Shared report", "/s/{Token}/report") { Path = house.Shared + "/report" },
        new("Corrections of a shared board", "/s/{Token}/corrections") { Path = house.Following + "/corrections" },
        new("Kept on this device", "/kept") { Path = "/kept" },
        new("Sign in", "/account/sign-in") { Path = "/account/sign-in" },
        new("Sign in, the code", "/account/sign-in/code") { Path = "/account/sign-in/code" },
        new("Forgotten password", "/account/forgot") { Path = "/account/forgot" },
        new("New password", "/account/recover") { Path = "/account/recover" },
        new("Confirmed address", "/account/confirm") { Path = "/account/confirm" },
        new("Back from another sign-in", "/account/external/done") { Path = "/account/external/done" },
        new("One-time link", "/sign-in/{Token}") { Path = house.MemberLink },
        new("Invitation", "/join/{Token}") { Path = house.Invitation },
        new("Invitation that does not work", "/join/{Token}") { Path = "/join/none" },
        new("No more mail", "/unsubscribe/{Token}") { Path = "/unsubscribe/none" },
        new("Not found", "/not-found") { Path = "/not-found" },
        new("Something failed", "/error") { Path = "/error" },
    ];

    /// <summary>As the owner sees them.</summary>
    public static IEnumerable<Place> OfMembers(FurnishedBoard house) =>
    [
        new("Boards, for a member", "/") { Path = "/" },
        new("Start a board, who", "/start") { Path = "/start" },
        new("Start a board, the claim", "/start") { Path = "/start?step=2" + Issuer },
        new("Start a board, what breaks it", "/start") { Path = "/start?step=3&claim=Its+debt+stays+in+hand" + Issuer, Open = Unfold },
        new("Make it mine", "/t/{Slug}/copy") { Path = Board + "/copy" },
        new("Board, for an editor", "/t/{Slug}") { Path = Board, Open = OpenOne },
        new("Contracts, for an editor", "/t/{Slug}/contracts") { Path = Board + "/contracts", Open = Unfold },
        new("Reviews", "/t/{Slug}/reviews") { Path = Board + "/reviews", Open = Unfold },
        new("Forecasts", "/t/{Slug}/forecasts") { Path = Board + "/forecasts", Open = Unfold },
        new("Inbox", "/t/{Slug}/inbox") { Path = Board + "/inbox", Open = Unfold },
        new("Opened filing", "/t/{Slug}/inbox/{Id:guid}") { Path = house.Filing, Open = Unfold },
        new("What the filings do not say", "/t/{Slug}/silence") { Path = Board + "/silence", Open = Unfold },
        new("Document", "/t/{Slug}/documents/{Hash}") { Path = $"{Board}/documents/{house.OldDocument}", Open = Unfold },
        new("Two versions, chosen in the form", "/t/{Slug}/documents/{Hash}/compare") { Path = $"{Board}/documents/{house.OldDocument}/compare?with={house.NewDocument}" },
        new("Two versions", "/t/{Slug}/documents/{Hash}/compare/{Newer}") { Path = $"{Board}/documents/{house.OldDocument}/compare/{house.NewDocument}" },
        new("People of a board", "/t/{Slug}/members") { Path = Board + "/members" },
        new("Share links", "/t/{Slug}/sharing") { Path = Board + "/sharing", Open = Unfold },
        new("A comment that was refused", "/t/{Slug}/comments") { Path = Board + "/comments" },
        new("Notices", "/notices") { Path = "/notices" },
        new("Account", "/account") { Path = "/account" },
        new("Second factor", "/account/two-factor") { Path = "/account/two-factor" },
        new("People of this installation", "/account/people") { Path = "/account/people" },
        new("Sign out", "/sign-out") { Path = "/sign-out" },
    ];

    private static async Task OpenAll(Tab tab)
    {
        await tab.Page.EvaluateAsync("document.querySelectorAll('details.row, details.talk').forEach(row => row.open = true)");
        await Charts.ScrollThrough(tab.Page);
    }

    private static async Task OpenOne(Tab tab) =>
        await tab.Page.Locator("#row-debt-reduction").EvaluateAsync("row => { row.open = true; row.querySelectorAll('details').forEach(fold => fold.open = true); }");

    /// <summary>No script runs in a panel, axe's neither: here it comes without the header that says so.</summary>
    private static async Task Panel(Tab tab, string path)
    {
        await tab.Page.RouteAsync("**" + path, async route =>
        {
            var panel = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = panel, Headers = panel.Headers.Where(h => h.Key != "content-security-policy") });
        });
        await tab.Goto(path);
    }

    private static async Task Unfold(Tab tab) => await tab.Page.EvaluateAsync("document.querySelectorAll('main details').forEach(fold => fold.open = true)");

    private static async Task Palette(Tab tab)
    {
        await Press(tab, "Control+k", ".palette[open]");
        await tab.Page.Locator("#palette-list [role=option]").First.WaitForAsync();
    }

    private static async Task Press(Tab tab, string key, string opens)
    {
        await tab.Page.Keyboard.PressAsync(key);
        await tab.Page.Locator(opens).WaitForAsync();
    }
}
