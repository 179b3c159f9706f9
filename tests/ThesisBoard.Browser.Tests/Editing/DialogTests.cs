using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Browser.Tests.Editing;

/// <summary>What the page does for a dialog by itself, where MudBlazor would ask its script over the circuit.</summary>
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

    private static Task<string> Overflow(Tab tab) => tab.Page.EvaluateAsync<string>("getComputedStyle(document.body).overflowY");
}
