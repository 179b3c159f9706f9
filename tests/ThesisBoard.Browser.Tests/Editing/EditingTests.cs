using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Browser.Tests.Editing;

/// <summary>What a person does to a board, in a real browser against the real app.</summary>
public sealed class EditingTests(Chromium chromium)
{
    private static readonly LocatorAssertionsToBeVisibleOptions Soon = new() { Timeout = 15_000 };

    [Fact]
    public async Task The_first_link_makes_the_owner_once()
    {
        await using var server = await BoardServer.Start();
        await using var reader = await chromium.NewTab(server);
        await reader.Goto(Editors.Board);
        Assert.Equal(0, await reader.Page.Locator("[data-do]").CountAsync());
        Assert.Contains("in the terminal", await reader.Page.InnerTextAsync("main"), StringComparison.Ordinal);

        var owner = await chromium.MakeOwner(server);

        await using var tab = await chromium.NewTab(server, owner);
        await tab.Goto(Editors.Board);
        Assert.True(await tab.Page.Locator("[data-do]").CountAsync() > 0);
        await using var second = await chromium.NewTab(server);
        var used = await second.Goto(server.OwnerLink!.PathAndQuery);
        Assert.Equal(404, used.Status);
        Assert.Contains("does not work any more", await second.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restated_debt_breaks_leg_one_from_its_publication_on_and_at_once_on_the_page_of_a_second_browser()
    {
        await using var server = await BoardServer.Start();
        var owner = await chromium.MakeOwner(server);
        await using var reader = await chromium.NewTab(server);
        await reader.Goto(Editors.Board);
        await Assertions.Expect(Leg(reader)).ToContainTextAsync("Met");
        await reader.Page.EvaluateAsync("window.sameDocument = true");
        await using var tab = await chromium.NewTab(server, owner);
        await tab.Goto(Editors.Board);

        var dialog = await tab.Open("add-observation");
        await dialog.Choose("metric", "long-term-debt");
        await dialog.Type("period#end", "2026-03-31");
        await dialog.Type("value#amount", "$600M");
        await Assertions.Expect(dialog).ToContainTextAsync("Already on file");
        await dialog.Choose("source", "(new)");
        await dialog.Type("new-source/title", "Restated results of the first quarter");
        await dialog.Type("new-source/publisher", "SEC");
        await dialog.Locator("[name='new-source/published']").FillAsync("2026-06-15");
        await dialog.Choose("new-source/kind", "filing");
        await dialog.Choose("new-source/grade", "unaudited-filing");
        await dialog.Press("Save");
        await Assertions.Expect(tab.Page.Locator(".mud-snackbar")).ToBeVisibleAsync(Soon);

        await Assertions.Expect(Leg(reader)).ToContainTextAsync("Broken", new() { Timeout = 15_000 });
        Assert.True(await reader.Page.EvaluateAsync<bool>("window.sameDocument"));
        await Assertions.Expect(Leg(tab)).ToContainTextAsync("Broken", new() { Timeout = 15_000 });
        foreach (var (day, standing) in new[] { ("2026-06-14", "Met"), ("2026-06-15", "Broken") })
        {
            await reader.Goto($"{Editors.Board}?asOf={day}");
            await Assertions.Expect(Leg(reader)).ToContainTextAsync(standing);
        }

        tab.MustBeClean();
        reader.MustBeClean();
    }

    private static ILocator Leg(Tab tab) => tab.Page.Locator("#leg-debt-reduction .st").First;
}
