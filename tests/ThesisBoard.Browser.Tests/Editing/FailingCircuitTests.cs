using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Browser.Tests.Editing;

/// <summary>What an editor sees when the server refuses a circuit or something fails in one: never a page that stays dead.</summary>
public sealed partial class FailingCircuitTests(Chromium chromium)
{
    private static readonly LocatorAssertionsToBeVisibleOptions Soon = new() { Timeout = 30_000 };

    [Fact]
    public async Task A_page_whose_descriptors_are_refused_reloads_by_itself_once_and_then_says_so()
    {
        await using var server = await BoardServer.Start();
        await using var tab = await chromium.NewTab(server, await chromium.MakeOwner(server));
        var (loads, spoilt) = (0, 1);
        await tab.Page.RouteAsync("**" + Editors.Board, async route =>
        {
            loads++;
            var answer = await route.FetchAsync();
            var page = await answer.TextAsync();
            await route.FulfillAsync(new() { Response = answer, Body = loads <= spoilt ? Descriptor().Replace(page, "\"descriptor\":\"stale\"") : page });
        });

        await tab.Page.RunAndWaitForResponseAsync(() => tab.Goto(Editors.Board), answer => answer.Url.EndsWith(Editors.Board, StringComparison.Ordinal) && loads == 2);
        var dialog = await tab.Open("rename-criterion", "debt-reduction");
        await Assertions.Expect(dialog).ToBeVisibleAsync(Soon);
        Assert.Equal(2, loads);

        spoilt = int.MaxValue; // it never gets better
        await tab.Goto(Editors.Board);
        await Assertions.Expect(tab.Page.GetByText("failed, twice in a row")).ToBeVisibleAsync(Soon);
        Assert.Equal(3, loads);
        await Axe.Check(tab.Page);
    }

    [Fact]
    public async Task A_page_too_many_says_that_it_cannot_be_edited_and_can_be_read()
    {
        await using var server = await BoardServer.Start(new Dictionary<string, string> { ["Limits__CircuitsPerMember"] = "1" });
        var owner = await chromium.MakeOwner(server);
        await using var first = await chromium.NewTab(server, owner);
        await first.Goto(Editors.Board);
        await first.Open("rename-criterion", "debt-reduction");
        await using var second = await chromium.NewTab(server, owner, Theme.Dark, width: 390);
        await second.Goto(Editors.Board);

        await Assertions.Expect(second.Page.GetByText("could not be opened for editing")).ToBeVisibleAsync(Soon);
        await Assertions.Expect(second.Page.Locator("#connection button")).ToBeVisibleAsync();
        await Axe.Check(second.Page);
        await Pictures.Take(second.Page, "page-too-many-Dark-390", wholePage: false);
        first.MustBeClean();
    }

    [Fact]
    public async Task A_form_that_fails_says_so_and_the_next_one_opens()
    {
        await using var server = await BoardServer.Start();
        await using var tab = await chromium.NewTab(server, await chromium.MakeOwner(server), width: 1440);
        await tab.Goto(Editors.Board);
        var dialog = await tab.Open("rename-criterion", "debt-reduction");
        await dialog.Press("Cancel");
        await Assertions.Expect(tab.Page.Locator(".mud-dialog")).ToHaveCountAsync(0, new() { Timeout = 30_000 }); // while one is open, no other opens
        await tab.Page.RunAndWaitForResponseAsync(
            () => Change(server, "BEGIN IMMEDIATE; UPDATE Theses SET Version = Version + 1; ALTER TABLE Milestones RENAME TO Away; COMMIT;"),
            response => response.Status == 500, // the page was told of it, and waits
            new() { Timeout = 30_000 });

        await tab.Page.Locator("main [data-do='rename-criterion']").First.EvaluateAsync("b => b.click()");
        await Assertions.Expect(tab.Page.GetByText("This form failed")).ToBeVisibleAsync(Soon);
        await Assertions.Expect(tab.Page.Locator("#announce")).Not.ToHaveTextAsync("The board was updated."); // for it was not
        await tab.Page.CheckBoth("form-failed", tab.Page.Locator(".mud-dialog-container"));
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();
        await Change(server, "ALTER TABLE Away RENAME TO Milestones;");

        await Assertions.Expect(await tab.Open("rename-criterion", "debt-reduction")).ToBeVisibleAsync(Soon);
    }

    [Fact]
    public async Task A_page_of_another_origin_cannot_frame_a_board()
    {
        await using var server = await BoardServer.Start();
        await using var tab = await chromium.NewTab(server);
        await tab.Page.SetContentAsync($"<title>Another origin</title><iframe src='{new Uri(server.Address, Editors.Board)}'></iframe>");
        await Assertions.Expect(tab.Page.Locator("iframe")).ToBeVisibleAsync();

        Assert.Contains(tab.Faults, fault => fault.Contains("frame-ancestors", StringComparison.Ordinal) || fault.Contains("X-Frame-Options", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(0, await tab.Page.FrameLocator("iframe").Locator("#board").CountAsync());
    }

    private static async Task Change(BoardServer server, string sql)
    {
        await using var database = new SqliteConnection($"Data Source={Path.Combine(server.DataFolder, "thesisboard.db")};Pooling=False");
        await database.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = database.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("\"descriptor\":\"[^\"]+\"")]
    private static partial Regex Descriptor();
}
