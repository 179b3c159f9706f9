using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Browser.Tests;

/// <summary>Hands on the keyboard: the command palette, and the single keys.</summary>
public sealed class PaletteTests(Chromium chromium, BoardServer server) : IClassFixture<BoardServer>
{
    private const string Board = "/t/cango-ai-pivot?asOf=2026-11-22";

    [Fact]
    public async Task A_criterion_is_found_by_a_few_letters_and_opened_with_the_focus_on_it()
    {
        await using var tab = await chromium.NewTab(server, Theme.Dark, 390);
        await tab.Goto(Board);
        var page = tab.Page;
        await page.Keyboard.PressAsync("Control+k");
        var field = page.GetByRole(AriaRole.Combobox, new() { Name = "Search and jump" });
        await Assertions.Expect(field).ToBeFocusedAsync();
        await Assertions.Expect(Options(page).Filter(new() { HasText = "Criterion" }).First).ToBeVisibleAsync();
        await Pictures.Take(page, "palette-Dark-390", wholePage: false);

        await field.FillAsync("debt fall");
        await Assertions.Expect(Options(page).First).ToContainTextAsync("Debt falls materially");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#row-debt-reduction")).ToHaveAttributeAsync("open", "");
        await Assertions.Expect(page.Locator("#row-debt-reduction > summary")).ToBeFocusedAsync();
        tab.MustBeClean();
    }

    [Fact]
    public async Task A_date_turns_the_board_in_place_and_escape_gives_the_focus_back()
    {
        await using var tab = await chromium.NewTab(server);
        await tab.Goto(Board);
        var page = tab.Page;
        await tab.Mark();
        await page.Locator("[data-palette-open]").ClickAsync();
        await page.Keyboard.TypeAsync("10 apr 2026");
        await Assertions.Expect(Options(page).First).ToContainTextAsync("2026-04-10");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".notice.turned")).ToContainTextAsync("10 Apr 2026");
        Assert.True(await tab.IsSameDocument(), "The page was loaded anew.");

        await page.Locator("[data-palette-open]").FocusAsync();
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("no such thing anywhere");
        await Assertions.Expect(page.Locator(".palette [role=status]")).ToHaveTextAsync("Nothing found. Try fewer words.");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("[data-palette-open]")).ToBeFocusedAsync();
        tab.MustBeClean();
    }

    [Fact]
    public async Task What_is_typed_while_it_is_still_on_its_way_is_searched_for_and_a_second_press_opens_no_second_one()
    {
        await using var tab = await chromium.NewTab(server);
        await tab.Goto(Board);
        var page = tab.Page;
        var asked = new TaskCompletionSource();
        var mayCome = new TaskCompletionSource();
        await page.RouteAsync("**/palette.*js", async route =>
        {
            asked.SetResult();
            await mayCome.Task;
            await route.ContinueAsync();
        });
        await page.Keyboard.PressAsync("Control+k");
        await asked.Task;
        await page.Keyboard.TypeAsync("debt falx");
        await page.Keyboard.PressAsync("Backspace");
        await page.Keyboard.PressAsync("Control+k");
        mayCome.SetResult();
        await Assertions.Expect(page.Locator(".palette")).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "Search and jump" })).ToHaveValueAsync("debt fal");
        await Assertions.Expect(Options(page).First).ToContainTextAsync("Debt falls materially");
        await page.Keyboard.TypeAsync("ls");
        await Assertions.Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "Search and jump" })).ToHaveValueAsync("debt falls");
        tab.MustBeClean();
    }

    [Fact]
    public async Task Single_keys_walk_and_turn_the_board_and_can_be_switched_off()
    {
        await using var tab = await chromium.NewTab(server);
        await tab.Goto(Board);
        var page = tab.Page;
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator("details.row > summary").Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("[");
        await Assertions.Expect(page.Locator(".notice.turned")).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("?");
        var list = page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" });
        await Assertions.Expect(list).ToContainTextAsync("Search the evidence");
        await Pictures.Take(page, "shortcuts", wholePage: false);
        await list.GetByRole(AriaRole.Checkbox).UncheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.Locator("#evidence input[type=search]")).Not.ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "Search and jump" })).ToBeFocusedAsync();
        tab.MustBeClean();
    }

    private static ILocator Options(IPage page) => page.Locator("#palette-list").GetByRole(AriaRole.Option);
}
