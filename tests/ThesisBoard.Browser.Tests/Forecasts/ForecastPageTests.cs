using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Editing;

namespace ThesisBoard.Browser.Tests.Forecasts;

/// <summary>A forecast is sealed by its form; whoever looks meanwhile sees that there is one.</summary>
public sealed class ForecastPageTests(Chromium chromium, OwnedBoard owned) : IClassFixture<OwnedBoard>
{
    private const string Forecasts = Editors.Board + "/forecasts";

    [Fact]
    public async Task A_forecast_is_sealed_and_others_see_only_its_commitment()
    {
        await using var owner = await chromium.NewTab(owned.Server, await owned.Owner(chromium), Theme.Dark, 390);
        await owner.Goto(Forecasts);
        Assert.SkipUnless(await owner.Page.Locator("#percent").IsVisibleAsync(), "The sample's next report is past due: nothing can be sealed on this day.");
        await owner.Page.GetByLabel("Criterion").SelectOptionAsync("ai-build-out");
        await owner.Page.GetByLabel("in percent").FillAsync("37");
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Seal it" }).ClickAsync();
        await Assertions.Expect(owner.Page.Locator("#forecast-said")).ToContainTextAsync("Only you see it");
        await Assertions.Expect(owner.Page.Locator(".forecasts .figure").First).ToHaveTextAsync("37\u202f%");
        await owner.Page.Locator(".forecasts details").First.EvaluateAsync("d => d.open = true");
        await Pictures.Take(owner.Page, "forecasts-Dark-390");
        owner.MustBeClean();

        await using var reader = await chromium.NewTab(owned.Server, Theme.Dark, 390);
        await reader.Goto(Forecasts);
        await Assertions.Expect(reader.Page.Locator(".forecasts .figure").First).ToHaveTextAsync("sealed");
        await Assertions.Expect(reader.Page.Locator(".forecasts code").First).ToContainTextAsync(await owner.Page.Locator(".forecasts code").First.InnerTextAsync());
        reader.MustBeClean();
    }
}
