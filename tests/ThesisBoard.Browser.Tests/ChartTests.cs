using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Browser.Tests;

/// <summary>The charts of the Cango board, drawn by Plotly over their static pictures.</summary>
public sealed class ChartTests(Chromium chromium, BoardServer server) : IClassFixture<BoardServer>
{
    private const string InNovember = "/t/cango-ai-pivot?asOf=2026-11-22";

    /// <summary>Points on screen against points in the figure that stands in the page.</summary>
    private const string Counts = """
        charts => charts.map(chart => {
          const figure = JSON.parse(chart.querySelector("script").textContent);
          const meant = figure.data.flatMap(trace => trace.y).filter(y => y !== null).length;
          return `${chart.dataset.chart}: ${chart.querySelectorAll(".chart-plot .point").length} of ${meant}`;
        })
        """;

    [Fact]
    public async Task Every_chart_is_painted_with_all_its_points_where_its_picture_stood()
    {
        await using var tab = await Open();
        var before = await Boxes(tab.Page);
        await Paint(tab.Page);

        Assert.Equal(
            ["treasury: 33 of 33", "debt: 11 of 11", "sale: 2 of 2", "income: 12 of 12", "build-out: 2 of 2"],
            await tab.Page.Locator("#charts .charts [data-chart]").EvaluateAllAsync<string[]>(Counts));
        Assert.Equal(before, await Boxes(tab.Page));
        tab.MustBeClean();
    }

    [Fact]
    public async Task The_drawing_library_loads_only_when_a_chart_comes_near()
    {
        await using var tab = await Open();
        var loaded = () => tab.Page.EvaluateAsync<bool>("performance.getEntriesByType('resource').some(r => r.name.includes('plotly'))");

        Assert.False(await loaded());
        await Paint(tab.Page);
        Assert.True(await loaded());
    }

    [Fact]
    public async Task Without_the_drawing_library_the_pictures_stand_and_the_next_approach_tries_again()
    {
        await using var tab = await Open();
        var asked = 0;
        await tab.Page.RouteAsync("**/plotly*", route =>
        {
            asked++;
            return route.AbortAsync();
        });
        await tab.Page.Locator("#charts").ScrollIntoViewIfNeededAsync();
        await tab.Page.WaitForTimeoutAsync(1500);
        Assert.InRange(asked, 1, 5); // once a chart that came near
        Assert.Equal(0, await tab.Page.Locator(Charts.Drawn).CountAsync());

        await tab.Page.UnrouteAllAsync();
        await tab.Page.EvaluateAsync("scrollTo(0, 0)");
        await tab.Page.WaitForTimeoutAsync(200);
        await Paint(tab.Page);
    }

    [Fact]
    public async Task A_price_to_try_redraws_the_sale_and_leaves_the_other_charts_painted()
    {
        await using var tab = await Open();
        await Paint(tab.Page);
        await tab.Page.EvaluateAsync("document.querySelector('#chart-treasury .main-svg').dataset.same = 'yes'");

        await tab.Page.Locator("#sale-price").FillAsync("50000");

        await Assertions.Expect(tab.Page.Locator("#chart-sale figcaption")).ToContainTextAsync("worth $82.45M less");
        await Assertions.Expect(tab.Page.Locator("#chart-sale .chart-plot .point")).ToHaveCountAsync(3);
        Assert.Equal(1, await tab.Page.Locator("#chart-treasury .main-svg[data-same]").CountAsync());
        tab.MustBeClean();
    }

    [Fact]
    public async Task A_shorter_range_shows_its_part_and_stays_pressed()
    {
        await using var tab = await Open();
        await Paint(tab.Page);
        var chart = tab.Page.Locator("#chart-treasury");
        await chart.Locator("[data-range='1y']:not(.chart-plot)").ClickAsync();

        await Assertions.Expect(chart.Locator("button[data-range='1y']")).ToHaveAttributeAsync("aria-pressed", "true");
        await tab.Page.WaitForFunctionAsync("() => document.querySelector('#chart-treasury .chart-plot').layout.xaxis.range[0].startsWith('2025-11-22')");
        tab.MustBeClean();
    }

    [Fact]
    public async Task A_chart_is_downloaded_as_a_picture_and_as_a_table()
    {
        await using var tab = await Open();
        await Paint(tab.Page);
        var chart = tab.Page.Locator("#chart-debt");

        var picture = await Bytes(await tab.Page.RunAndWaitForDownloadAsync(() => chart.Locator("[data-png]").ClickAsync()));
        var table = await Bytes(await tab.Page.RunAndWaitForDownloadAsync(() => chart.GetByRole(AriaRole.Link, new() { Name = "CSV" }).ClickAsync()));

        Assert.Equal([0x89, .. "PNG\r\n"u8], picture[..6]);
        Assert.True(picture.Length > 10_000, $"{picture.Length} bytes are no picture of a chart.");
        Assert.StartsWith("Metric,Period,Value,Unit,Published,Source\r\nLong-term debt,", System.Text.Encoding.UTF8.GetString(table), StringComparison.Ordinal);
        tab.MustBeClean();
    }

    [Fact]
    public async Task The_other_theme_redraws_in_its_own_colours()
    {
        await using var tab = await Open();
        await Paint(tab.Page);
        const string Colour = "document.querySelector('#chart-treasury .chart-plot').data[0].line.color";
        var light = await tab.Page.EvaluateAsync<string>(Colour);

        await tab.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });

        await tab.Page.WaitForFunctionAsync($"() => {Colour} !== '{light}'");
        tab.MustBeClean();
    }

    [Fact]
    public async Task A_point_leads_to_the_evidence_from_its_source()
    {
        await using var tab = await Open();
        await Paint(tab.Page);
        var point = tab.Page.Locator("#chart-debt .chart-plot .point").Nth(1);
        await point.ScrollIntoViewIfNeededAsync();
        var box = (await point.BoundingBoxAsync())!;
        await tab.Page.Mouse.MoveAsync(box.X + box.Width / 2, box.Y + box.Height / 2);
        await tab.Page.WaitForTimeoutAsync(200); // the drawing library takes note of the pointer at most so often
        await tab.Page.Mouse.ClickAsync(box.X + box.Width / 2, box.Y + box.Height / 2);

        await Assertions.Expect(tab.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("source=pr-2026-05-31#evidence$"));
        tab.MustBeClean();
    }

    private async Task<Tab> Open()
    {
        var tab = await chromium.NewTab(server);
        await tab.Page.GotoAsync(InNovember);
        return tab;
    }

    /// <summary>Brings each chart near the screen and waits until it is drawn.</summary>
    private static async Task Paint(IPage page)
    {
        foreach (var chart in await page.Locator("#charts .charts [data-chart]").AllAsync())
        {
            await chart.ScrollIntoViewIfNeededAsync();
            await Assertions.Expect(chart.Locator(".chart-plot[data-painted] .main-svg").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        }
    }

    private static async Task<byte[]> Bytes(IDownload download) => await File.ReadAllBytesAsync(await download.PathAsync());

    private static async Task<string[]> Boxes(IPage page) => await page.Locator("#charts .chart-frame").EvaluateAllAsync<string[]>(
        "frames => frames.map(f => [f.offsetLeft, f.offsetTop, f.offsetWidth, f.offsetHeight].join())");
}
