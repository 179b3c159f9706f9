using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Browser.Tests;

/// <summary>The least that must hold in a real browser for any other browser test to mean something.</summary>
public sealed class SmokeTests(Chromium chromium, BoardServer server) : IClassFixture<BoardServer>
{
    [Theory]
    [InlineData(Theme.Light, 1440)]
    [InlineData(Theme.Dark, 1440)]
    [InlineData(Theme.Light, 390)]
    [InlineData(Theme.Dark, 390)]
    public async Task A_page_comes_with_its_fingerprinted_stylesheet_and_nothing_amiss(Theme theme, int width)
    {
        await using var tab = await chromium.NewTab(server, theme, width);
        await tab.Goto("/not-found");

        var stylesheet = await tab.Page.Locator("link[rel=stylesheet]").First.GetAttributeAsync("href");
        Assert.Matches(@"^app\.\w+\.css$", stylesheet);
        Assert.True(await tab.Page.EvaluateAsync<int>("document.styleSheets[0].cssRules.length") > 0);
        await Axe.Check(tab.Page);
        await Pictures.Take(tab.Page, Invariant($"not-found-{theme}-{width}"));
        tab.MustBeClean();
    }
}
