using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;

namespace ThesisBoard.Browser.Tests.Editing;

/// <summary>Making a board from a file, evidencing a milestone until it is complete, and exploring the figures.</summary>
public sealed class MakingTests(Chromium chromium, OwnedBoard owned) : IClassFixture<OwnedBoard>
{
    [Fact]
    public async Task A_board_is_made_from_a_file_and_a_file_that_is_none_says_why()
    {
        await using var tab = await chromium.NewTab(owned.Server, await owned.Owner(chromium));
        await tab.Goto(Editors.Board);
        var file = await (await tab.Page.APIRequest.GetAsync($"{Editors.Board}/thesis.json")).BodyAsync();
        await tab.Goto("/");
        var dialog = await tab.Open("create-file");
        await dialog.Locator("#thesis-file").SetInputFilesAsync(new FilePayload { Name = "broken.thesis.json", MimeType = "application/json", Buffer = "{ \"format\": 1"u8.ToArray() });
        await Assertions.Expect(dialog.Locator("#file-wrong")).Not.ToBeEmptyAsync();

        await dialog.Locator("#thesis-file").SetInputFilesAsync(new FilePayload { Name = "cango.thesis.json", MimeType = "application/json", Buffer = file });
        await Assertions.Expect(dialog).ToContainTextAsync("9 criteria");
        await dialog.Type("slug", "cango-again");
        await dialog.Press("Make the board");

        await Assertions.Expect(tab.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/t/cango-again$"), new() { Timeout = 15_000 });
        Assert.Equal(9, await tab.Page.Locator("#checklist details.row").CountAsync());
        await tab.Goto("/");
        await Assertions.Expect(tab.Page.Locator(".boards a[href='/t/cango-again']")).ToBeVisibleAsync();
        tab.MustBeClean();
    }

    [Fact]
    public async Task A_board_for_members_only_is_not_there_for_others()
    {
        await using var tab = await chromium.NewTab(owned.Server, await owned.Owner(chromium), Theme.Dark, width: 390);
        await tab.Goto("/");
        var dialog = await tab.Open("create-blank");
        await dialog.Type("title", "A private thesis");
        await dialog.Type("issuer.name", "Somebody");
        await dialog.GetByLabel("Only members may read it").CheckAsync();
        await Axe.Check(tab.Page);
        await Pictures.Take(tab.Page, "create-private");
        await dialog.Press("Make the board");
        await Assertions.Expect(tab.Page.Locator("h1")).ToHaveTextAsync("A private thesis", new() { Timeout = 15_000 });
        tab.MustBeClean();

        await using var stranger = await chromium.NewTab(owned.Server);
        var answer = await stranger.Page.GotoAsync("/t/a-private-thesis");
        Assert.Equal(404, answer!.Status);
        await Assertions.Expect(stranger.Page.Locator("h1")).ToHaveTextAsync("There is no such board");
        await stranger.Goto("/");
        await Assertions.Expect(stranger.Page.GetByText("A private thesis")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Criteria_are_arranged_by_keyboard_and_the_checklist_follows()
    {
        await using var tab = await chromium.NewTab(owned.Server, await owned.Owner(chromium));
        await tab.Goto(Editors.Board);
        var titles = tab.Page.Locator("#checklist details.row").First.Locator("xpath=following-sibling::h3[1]/following-sibling::details");
        var before = await titles.EvaluateAllAsync<string[]>("rows => rows.map(r => r.dataset.title)");
        var dialog = await tab.Open("arrange", "criteria");
        await dialog.GetByLabel($"Move “{before[1]}” up").FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(dialog.GetByRole(AriaRole.Status)).ToContainTextAsync($"“{before[1]}” is now 1 of");
        await Assertions.Expect(dialog.GetByLabel($"Move “{before[1]}” down")).ToBeFocusedAsync();
        await Axe.Check(tab.Page.Locator(".mud-dialog-container"));
        await Pictures.Take(tab.Page, "arrange", wholePage: false);
        await dialog.Press("Save the order");
        await Assertions.Expect(titles.First).ToHaveAttributeAsync("data-title", before[1]);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Undo", Exact = true }).ClickAsync();
        await Assertions.Expect(titles.First).ToHaveAttributeAsync("data-title", before[0]);
        tab.MustBeClean();
    }

    [Fact]
    public async Task A_milestone_is_complete_once_dollars_capacity_and_a_customer_are_evidenced()
    {
        await using var tab = await chromium.NewTab(owned.Server, await owned.Owner(chromium));
        await tab.Goto(Editors.Board);
        var leg = tab.Page.Locator("#leg-ai-build-out .st").First;
        await Assertions.Expect(leg).Not.ToContainTextAsync("Met");
        var dialog = await tab.OpenFromRecord("Milestones");

        foreach (var (element, amount) in new[] { ("dollars", "1.2M"), ("capacity", "10 MW"), ("customer", "") })
        {
            await dialog.Choose("element", element);
            await dialog.Type("amount#amount", amount);
            await dialog.Locator("[name=evidence]").SelectOptionAsync(new SelectOptionValue { Index = 1 });
            await dialog.Press("Record it");
            await Assertions.Expect(dialog.Locator(".rows")).ToContainTextAsync(element, new() { Timeout = 15_000, IgnoreCase = true });
        }

        await Assertions.Expect(leg).ToContainTextAsync("Met", new() { Timeout = 15_000 });
        tab.MustBeClean();
    }

    [Fact]
    public async Task Figures_are_explored_in_a_chart_that_the_wrapper_of_the_drawing_library_draws()
    {
        await using var tab = await chromium.NewTab(owned.Server, await owned.Owner(chromium));
        await tab.Goto(Editors.Board);
        await tab.Page.Locator("[data-do='explore']").First.ClickAsync();
        var dialog = tab.Page.GetByRole(AriaRole.Dialog).Last;

        await Assertions.Expect(dialog.Locator(".main-svg").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        Assert.True(await dialog.Locator(".point").CountAsync() > 0);
        var ground = dialog.Locator(".main-svg").First;
        var light = await ground.EvaluateAsync<string>("svg => getComputedStyle(svg).backgroundColor");
        await tab.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Assertions.Expect(ground).Not.ToHaveCSSAsync("background-color", light); // it follows the system while it is open
        await dialog.GetByText("Show data").ClickAsync();
        Assert.True(await dialog.Locator("table tbody tr").CountAsync() > 0);
        tab.MustBeClean();
    }
}
