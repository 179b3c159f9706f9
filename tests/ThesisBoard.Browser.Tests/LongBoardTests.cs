using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Hosting;
using ThesisBoard.Core.Theses;
using ThesisBoard.Tests.Shared;

namespace ThesisBoard.Browser.Tests;

/// <summary>A record of 10,000 figures, 2,000 pieces of evidence and 200 criteria, as a reader meets it.</summary>
public sealed class LongBoardTests(Chromium chromium, BoardServer server) : IClassFixture<BoardServer>
{
    [Fact]
    public async Task It_stays_within_130_KB_before_charts_and_a_row_brings_the_rest_when_it_is_opened()
    {
        await Import();
        await using var tab = await chromium.NewTab(server);

        var cost = await Transfer.Cold(tab.Page, () => tab.Page.GotoAsync("/t/big?asOf=2027-12-31", new() { WaitUntil = WaitUntilState.Load, Timeout = 60_000 }));
        TestContext.Current.TestOutputHelper?.WriteLine($"{cost}");
        Assert.True(cost.HttpBytes <= 130 * 1024, $"{cost}");

        Assert.Equal(200, await tab.Page.Locator("#checklist details.row").CountAsync());
        var row = tab.Page.Locator("#row-s7-earns");
        Assert.Equal(0, await row.Locator(".layers").CountAsync());
        await row.Locator("summary").ClickAsync();
        await Assertions.Expect(row.Locator(".layers")).ToBeVisibleAsync(new() { Timeout = 15_000 });
        tab.MustBeClean();
    }

    [Fact]
    public async Task With_every_chart_drawn_it_stays_within_450_KB()
    {
        Assert.SkipWhen(BuiltApp.Published is null, "Only what is published has Brotli files; the test command publishes when it runs every browser test.");
        await Import();
        await using var tab = await chromium.NewTab(server);

        var cost = await Transfer.Cold(tab.Page, async () =>
        {
            await tab.Page.GotoAsync("/t/big?asOf=2027-12-31", new() { WaitUntil = WaitUntilState.Load, Timeout = 60_000 });
            await Charts.ScrollThrough(tab.Page);
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{cost}");
        Assert.NotEqual(0, await tab.Page.Locator(Charts.Drawn).CountAsync());
        Assert.True(cost.HttpBytes <= 450 * 1024, $"{cost}");
        tab.MustBeClean();
    }

    [Fact]
    public async Task Without_scripts_the_link_in_the_row_opens_it()
    {
        await Import();
        await using var tab = await chromium.NewTab(server, scripts: false);
        var page = tab.Page;
        await page.GotoAsync("/t/big?asOf=2027-12-31");
        await page.Locator("#row-s7-earns summary").ClickAsync();
        await page.Locator("#row-s7-earns a[data-rest]").ClickAsync();

        await Assertions.Expect(page.Locator("#row-s7-earns .layers")).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await Assertions.Expect(page.Locator("#checklist a[data-rest]")).ToHaveCountAsync(199, new() { Timeout = 15_000 });
    }

    private async Task Import()
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        using var there = await http.GetAsync(new Uri("/t/big", UriKind.Relative));
        if (there.IsSuccessStatusCode)
            return;
        var (thesis, record) = BigRecord.Generate(10_000);
        var file = Path.Combine(server.DataFolder, "big.thesis.json");
        await File.WriteAllTextAsync(file, ThesisFile.Write(thesis, record));
        await server.Run("import", file);
        for (var turn = 0; turn < 150; turn++) // the running server notices what another process wrote within seconds
        {
            using var answer = await http.GetAsync(new Uri("/t/big", UriKind.Relative));
            if (answer.IsSuccessStatusCode)
                return;
            await Task.Delay(200);
        }
    }
}
