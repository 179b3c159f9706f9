using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;

namespace ThesisBoard.Browser.Tests.Editing;

/// <summary>Every dialog, in both themes, wide and on a phone: accessible, inside the screen, closed by Esc, and the focus back where it was.</summary>
public sealed class DialogLookTests(Chromium chromium, OwnedBoard owned) : IClassFixture<OwnedBoard>
{
    private static readonly (string Verb, string? Key)[] Dialogs =
    [
        ("edit-thesis", null), ("draw-line", null), ("add-criterion", null), ("edit-criterion", "mining-headwinds"), ("rename-criterion", "debt-reduction"),
        ("judge", "debt-reduction"), ("add-observation", null), ("paste-observations", null), ("attach-evidence", "debt-reduction"), ("edit-evidence", null),
        ("add-metric", null), ("add-milestone", null), ("add-source", null), ("add-conflict", null), ("arrange", "criteria"), ("remove-board", null), ("record", null),
    ];

    [Theory]
    [InlineData(Theme.Light, 1440)]
    [InlineData(Theme.Dark, 390)]
    public async Task Every_dialog_is_accessible_and_gives_the_focus_back(Theme theme, int width)
    {
        await using var tab = await chromium.NewTab(owned.Server, await owned.Owner(chromium), theme, width);
        await tab.Goto(Editors.Board);
        foreach (var (verb, key) in Dialogs)
        {
            await tab.Open(verb, key);
            var box = await tab.Page.Locator(".mud-dialog").BoundingBoxAsync();
            Assert.True(box!.X >= 0 && box.X + box.Width <= width, $"{verb} leaves the screen");
            Assert.True(await tab.Page.Locator(".mud-dialog .field:visible").EvaluateAllAsync<bool>("fields => fields.every(f => f.getBoundingClientRect().right <= innerWidth)"), $"A field of {verb} leaves the screen");
            await Axe.Check(tab.Page.Locator(".mud-dialog-container"));
            await Pictures.Take(tab.Page, Invariant($"dialog-{verb}-{theme}-{width}"), wholePage: false);

            await tab.Page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(tab.Page.Locator(".mud-dialog")).ToHaveCountAsync(0, new() { Timeout = 15_000 });
            await tab.Page.WaitForFunctionAsync("verb => document.activeElement?.dataset.do === verb || document.activeElement?.tagName === 'SUMMARY'", verb);
        }

        tab.MustBeClean();
    }
}
