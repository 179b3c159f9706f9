using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Browser.Tests.Editing;

/// <summary>What the page does by itself for a dialog, and for what is said after it, where MudBlazor would ask its script over the circuit.</summary>
public sealed class DialogTests(Chromium chromium)
{
    private const string Open = ".mud-dialog";

    [Fact]
    public async Task The_page_behind_a_dialog_does_not_scroll_and_Escape_closes_it_wherever_the_focus_is()
    {
        await using var server = await BoardServer.Start();
        await using var tab = await chromium.NewTab(server, await chromium.MakeOwner(server));
        await tab.Goto(Editors.Board);
        await tab.Open("add-source");
        Assert.Equal("hidden", await Overflow(tab));

        await tab.Page.EvaluateAsync("document.activeElement.blur()");
        await tab.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(tab.Page.Locator(Open)).ToHaveCountAsync(0);
        Assert.NotEqual("hidden", await Overflow(tab));
        tab.MustBeClean();
    }

    [Fact]
    public async Task A_menu_closes_by_Escape_and_by_a_click_beside_it()
    {
        await using var server = await BoardServer.Start();
        await using var tab = await chromium.NewTab(server, await chromium.MakeOwner(server));
        await tab.Goto(Editors.Board);
        var menu = tab.Page.Locator("#edit-menu");
        var summary = menu.Locator("summary");
        await summary.ClickAsync();
        await menu.Locator("button, a").First.FocusAsync();

        await tab.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(summary).ToBeFocusedAsync();
        await Assertions.Expect(menu).Not.ToHaveAttributeAsync("open", "");

        await summary.ClickAsync();
        await Assertions.Expect(menu).ToHaveAttributeAsync("open", "");
        await tab.Page.Locator("h1").First.ClickAsync();
        await Assertions.Expect(menu).Not.ToHaveAttributeAsync("open", "");
        tab.MustBeClean();
    }

    [Fact]
    public async Task A_letter_that_is_typed_is_not_sent_by_itself()
    {
        await using var server = await BoardServer.Start();
        await using var tab = await chromium.NewTab(server, await chromium.MakeOwner(server));
        var sent = 0;
        tab.Page.WebSocket += (_, socket) => socket.FrameSent += (_, _) => Interlocked.Increment(ref sent);
        await tab.Goto(Editors.Board);
        var dialog = await tab.Open("add-source");
        var field = dialog.Locator("[name='title']");
        await field.FocusAsync();
        await tab.Page.WaitForTimeoutAsync(500);
        var before = Volatile.Read(ref sent);
        Assert.True(before > 0);

        await tab.Page.Keyboard.TypeAsync("Restated results of the first quarter");

        await tab.Page.WaitForTimeoutAsync(300);
        Assert.InRange(Volatile.Read(ref sent) - before, 0, 2); // a sign of life may fall into it
        await tab.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(field).ToHaveValueAsync("Restated results of the first quarter");
        Assert.True(Volatile.Read(ref sent) > before);
        tab.MustBeClean();
    }

    [Fact]
    public async Task The_focus_goes_into_the_first_field_and_back_and_nothing_behind_can_be_reached()
    {
        await using var server = await BoardServer.Start();
        await using var tab = await chromium.NewTab(server, await chromium.MakeOwner(server));
        await tab.Goto(Editors.Board);
        var list = await tab.Open("record");
        await Assertions.Expect(list.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        Assert.True(await IsInert(tab, "main") && await IsInert(tab, "header.top"));

        var edit = list.GetByRole(AriaRole.Button, new() { NameRegex = new("^Edit ") }).First;
        await edit.ClickAsync();
        await Assertions.Expect(tab.Page.Locator(Open).Last.Locator("[name='metric']")).ToBeFocusedAsync();
        Assert.True(await IsInert(tab, ".mud-dialog-container"));

        await tab.Page.Mouse.ClickAsync(4, 400); // beside it
        await Assertions.Expect(tab.Page.Locator(Open).Last.Locator("[name='metric']")).ToBeFocusedAsync();

        await tab.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(edit).ToBeFocusedAsync();
        Assert.False(await IsInert(tab, ".mud-dialog-container"));

        await tab.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(tab.Page.Locator("main [data-do='record']").First).ToBeFocusedAsync();
        Assert.False(await IsInert(tab, "main") || await IsInert(tab, "header.top"));
        tab.MustBeClean();
    }

    [Fact]
    public async Task What_is_typed_and_closed_over_can_be_gone_on_with_and_what_is_saved_or_untouched_is_not_spoken_of()
    {
        await using var server = await BoardServer.Start();
        await using var tab = await chromium.NewTab(server, await chromium.MakeOwner(server));
        await tab.Goto(Editors.Board);
        var again = tab.Page.GetByRole(AriaRole.Button, new() { Name = "Go on with it" });
        var title = tab.Page.Locator(Open).Locator("[name='title']");
        await tab.Open("add-source");
        await tab.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(tab.Page.Locator(Open)).ToHaveCountAsync(0);
        await tab.Page.WaitForTimeoutAsync(300);
        await Assertions.Expect(again).ToHaveCountAsync(0);

        await tab.Open("add-source");
        await title.FillAsync("Restated results");
        await tab.Page.Keyboard.PressAsync("Escape");
        await Axe.Check(tab.Page);
        await again.ClickAsync();
        await Assertions.Expect(title).ToHaveValueAsync("Restated results");
        await Assertions.Expect(again).ToHaveCountAsync(0);

        await tab.Page.Locator(Open).GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await tab.Page.ReloadAsync(); // was closed on purpose: nothing comes back by itself
        await Assertions.Expect(tab.Page.Locator("main [data-do='record']").First).ToBeVisibleAsync();
        await tab.Open("add-source");
        await Assertions.Expect(title).ToHaveValueAsync("");
        tab.MustBeClean();
    }

    [Fact]
    public async Task What_is_typed_before_the_dialog_comes_stands_in_its_first_field()
    {
        await using var server = await BoardServer.Start();
        await using var tab = await chromium.NewTab(server, await chromium.MakeOwner(server));
        await tab.Goto(Editors.Board);
        await tab.Page.RouteAsync("**/dialogs*.css", async route =>
        {
            await Task.Delay(700);
            await route.ContinueAsync();
        });
        var button = tab.Page.Locator("main [data-do='add-criterion']").Last; // not the one in the menu above
        await button.FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.Keyboard.TypeAsync("both sides"); // "b" alone would lead to all boards

        var field = tab.Page.GetByRole(AriaRole.Dialog).Locator("input[type='text'], input:not([type]), textarea").First;
        await Assertions.Expect(field).ToHaveValueAsync("both sides");
        await Assertions.Expect(field).ToBeFocusedAsync();
        await tab.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(button).ToBeFocusedAsync();
        tab.MustBeClean();
    }

    [Fact]
    public async Task On_a_screen_that_is_touched_the_dialog_has_the_focus_so_that_no_keyboard_covers_it()
    {
        await using var server = await BoardServer.Start();
        await using var tab = await chromium.NewTab(server.Address, await chromium.MakeOwner(server), width: 390, isTouched: true);
        await tab.Goto(Editors.Board);
        var dialog = await tab.Open("edit-thesis");

        await Assertions.Expect(dialog.Locator("[name='title']")).ToBeVisibleAsync();
        await Assertions.Expect(dialog).ToBeFocusedAsync();
        tab.MustBeClean();
    }

    [Fact]
    public async Task What_is_said_is_said_once_and_passes_unless_somebody_points_at_it()
    {
        await using var server = await BoardServer.Start();
        await using var tab = await chromium.NewTab(server, await chromium.MakeOwner(server));
        await tab.Goto(Editors.Board);
        var said = tab.Page.Locator(".mud-snackbar");
        for (var turn = 1; turn <= 4; turn++)
        {
            var dialog = await tab.Open("edit-thesis");
            await dialog.Type("title", $"Title {turn}");
            await dialog.Press("Save");
            await Assertions.Expect(said).ToContainTextAsync($"Title {turn}"); // strict: a second one beside it would be a fault
        }

        await said.HoverAsync();
        Assert.Equal("paused", await said.EvaluateAsync<string>("s => s.getAnimations().find(a => a.animationName === 'pass').playState"));
        await tab.Page.Mouse.MoveAsync(4, 4);
        await said.EvaluateAsync("s => { s.getAnimations().find(a => a.animationName === 'pass').currentTime = 9_500; }"); // half a second is left
        await Assertions.Expect(said).ToBeHiddenAsync(new() { Timeout = 5_000 });
        tab.MustBeClean();
    }

    private static Task<bool> IsInert(Tab tab, string place) => tab.Page.EvaluateAsync<bool>("place => document.querySelector(place).inert", place);

    private static Task<string> Overflow(Tab tab) => tab.Page.EvaluateAsync<string>("getComputedStyle(document.body).overflowY");
}
