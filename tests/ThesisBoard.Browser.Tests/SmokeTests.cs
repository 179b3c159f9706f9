using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Browser.Tests;

/// <summary>The least that must hold in a real browser for any other browser test to mean something.</summary>
public sealed class SmokeTests(Chromium chromium, BoardServer server) : IClassFixture<BoardServer>
{
    [Fact]
    public async Task A_page_comes_with_its_fingerprinted_stylesheet_and_nothing_amiss()
    {
        await using var tab = await chromium.NewTab(server, Theme.Dark, 390);
        await tab.Goto("/not-found");

        var stylesheet = await tab.Page.Locator("link[rel=stylesheet]").First.GetAttributeAsync("href");
        Assert.Matches(@"^look\.\w+\.css$", stylesheet);
        Assert.True(await tab.Page.EvaluateAsync<int>("document.styleSheets[0].cssRules.length") > 0);
        await Pictures.Take(tab.Page, "not-found-Dark-390");
        tab.MustBeClean();
    }
}
