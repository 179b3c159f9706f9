using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Editing;
using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Browser.Tests;

/// <summary>What a visit to the board costs in bytes, and what is loaded only when it is needed. KB are 1,024 bytes.</summary>
public sealed class TransferTests(Chromium chromium, BoardServer server) : IClassFixture<BoardServer>
{
    private const string Board = "/t/cango-ai-pivot?asOf=2026-11-22";

    [Fact]
    public async Task A_reader_loads_at_most_130_KB_before_charts_and_450_KB_with_all_of_them()
    {
        await using var tab = await chromium.NewTab(server, width: 390);
        var before = await Transfer.Cold(tab.Page, () => Visit(tab.Page));
        Assert.DoesNotContain(before.Items, IsDrawingLibrary);
        AssertAtMost(130, before);

        await using var other = await chromium.NewTab(server, width: 390);
        var all = await Transfer.Cold(other.Page, async () =>
        {
            await Visit(other.Page);
            await Charts.ScrollThrough(other.Page);
        });
        Assert.Single(all.Items, IsDrawingLibrary);
        AssertAtMost(450, all);
        other.MustBeClean();
    }

    [Fact]
    public async Task The_drawing_library_is_asked_for_when_a_chart_comes_near_and_not_before()
    {
        await using var tab = await chromium.NewTab(server, width: 390);
        var asked = 0;
        tab.Page.Request += (_, request) => asked += request.Url.Contains("plotly", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        await Visit(tab.Page);
        Assert.Equal(0, asked);

        await tab.Page.Locator("#charts [data-chart]").First.ScrollIntoViewIfNeededAsync();
        await tab.Page.Locator("#charts " + Charts.Drawn).First.WaitForAsync();
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_second_visit_costs_a_reader_at_most_15_KB()
    {
        await using var tab = await chromium.NewTab(server);
        await Visit(tab.Page);
        await Charts.ScrollThrough(tab.Page);
        var warm = await Transfer.Warm(tab.Page, async () =>
        {
            await Visit(tab.Page);
            await Charts.ScrollThrough(tab.Page);
        });
        AssertAtMost(15, warm);
    }

    [Fact]
    public async Task An_editor_loads_at_most_130_KB_before_charts_with_the_circuit_and_its_messages()
    {
        await using var own = await BoardServer.Start();
        var owner = await chromium.MakeOwner(own);
        await using var tab = await chromium.NewTab(own, owner, width: 390);
        var cost = await Transfer.Cold(tab.Page, async () =>
        {
            await Visit(tab.Page);
            await tab.Page.WaitForFunctionAsync("performance.getEntriesByType('resource').some(r => r.name.includes('island'))");
            await tab.Page.WaitForTimeoutAsync(1500); // the circuit's first renderings; nothing in the page says that they are over
        });
        Assert.Contains(cost.Items, item => item.Url.Contains("blazor.web", StringComparison.Ordinal));
        Assert.True(cost.WebSocketFrames > 0, $"No circuit was opened. {cost}");
        Assert.DoesNotContain(cost.Items, IsDrawingLibrary);
        AssertAtMost(130, cost);
        tab.MustBeClean();
    }

    private static Task<IResponse?> Visit(IPage page) => page.GotoAsync(Board, new() { WaitUntil = WaitUntilState.Load });

    private static bool IsDrawingLibrary(TransferItem item) => item.Url.Contains("plotly", StringComparison.OrdinalIgnoreCase);

    private static void AssertAtMost(int kilobytes, TransferReport cost)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{cost}");
        Assert.True(cost.HttpBytes + cost.WebSocketBytes <= kilobytes * 1024, $"More than {kilobytes} KB: {cost}");
    }
}
