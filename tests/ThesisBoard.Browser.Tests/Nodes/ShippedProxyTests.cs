using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Editing;
using ThesisBoard.Browser.Tests.Hosting;
using ThesisBoard.Tests.Nodes;

namespace ThesisBoard.Browser.Tests.Nodes;

/// <summary>The settings of the proxy that stand beside the program, in the real proxy.</summary>
public sealed class ShippedProxyTests(Chromium chromium, TwoNodes nodes) : IClassFixture<TwoNodes>
{
    [Fact]
    public async Task It_keeps_an_editor_with_one_node_lets_changes_through_and_goes_on_with_the_other_when_that_dies()
    {
        if (RedisServer.Program is null || Caddy.Program is null)
            Assert.Skip("redis-server or caddy is not installed: on Debian and Ubuntu the test command installs them.");
        await using var proxy = await Caddy.Before(nodes.First.Address, nodes.Second.Address);
        await using var editor = await chromium.NewTab(proxy.Address, await nodes.Owner());
        await using var reader = await chromium.NewTab(nodes.Second);
        await editor.Goto(Editors.Board);
        await reader.Goto(Editors.Board);

        var dialog = await editor.Open("edit-thesis"); // a circuit, through the proxy
        await dialog.Type("title", "Renamed through the shipped proxy");
        await dialog.Press("Save");
        await Assertions.Expect(editor.Page.Locator("#board h1")).ToHaveTextAsync("Renamed through the shipped proxy"); // an event stream, through the proxy
        await Assertions.Expect(reader.Page.Locator("#board h1")).ToHaveTextAsync("Renamed through the shipped proxy");
        editor.MustBeClean();

        dialog = await editor.Open("add-source");
        await dialog.Locator("[name=title]").FillAsync("Half typed");
        await editor.Mark();
        await (await IsOn(editor, nodes.First) ? nodes.First : nodes.Second).Kill();
        await editor.IsLoadedAgain();
        await Assertions.Expect(editor.Page.GetByRole(AriaRole.Dialog).Locator("[name=title]")).ToHaveValueAsync("Half typed");
    }

    /// <summary>A page that is kept for all readers carries a stamp of the node that made it.</summary>
    private static async Task<bool> IsOn(Tab tab, BoardServer node)
    {
        using var direct = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = node.Address };
        using var there = await direct.GetAsync(Editors.Board, TestContext.Current.CancellationToken);
        var stay = (await tab.Page.Context.CookiesAsync()).Single(c => c.Name == "stay");
        using var through = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(tab.Page.Url), Editors.Board));
        through.Headers.Add("Cookie", $"stay={stay.Value}");
        using var here = await direct.SendAsync(through, TestContext.Current.CancellationToken);
        Assert.NotNull(there.Headers.ETag);
        return there.Headers.ETag.Tag == here.Headers.ETag?.Tag;
    }
}
