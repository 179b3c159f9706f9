using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;

namespace ThesisBoard.Load.Pace;

/// <summary>What a visit weighs, in KB of 1,024 bytes as they come over the wire. The same on every machine.</summary>
/// <param name="Cold">The first visit, before charts.</param>
/// <param name="WithCharts">The first visit, with every chart drawn; null where the page has none.</param>
/// <param name="Warm">The second visit.</param>
internal sealed record Weights(double Cold, double? WithCharts, double Warm)
{
    public static Task<Weights> Board(PaceBrowser browser, Uri server, string path) => Of(browser, server, path, path, Charts.ScrollThrough);

    public static Task<Weights> Page(PaceBrowser browser, Uri server, string path) => Of(browser, server, path, null, null);

    public static Task<Weights> Floor(PaceBrowser browser, Uri server) =>
        Of(browser, server, "/", "/charts", page => page.WaitForFunctionAsync("document.querySelectorAll('.main-svg').length > 2"));

    private static async Task<Weights> Of(PaceBrowser browser, Uri server, string path, string? chartPath, Func<IPage, Task>? draw)
    {
        var (cold, warm) = await browser.Visit(server, async page =>
        {
            var first = await Transfer.Cold(page, () => Settle(page, path));
            await Settle(page, path);
            var second = await Transfer.Warm(page, () => Settle(page, path));
            return (first, second);
        });
        double? charts = chartPath is null || draw is null ? null : await browser.Visit(server, async page => Kilobytes(await Transfer.Cold(page, async () =>
        {
            await Settle(page, chartPath);
            await draw(page);
        })));
        return new(Kilobytes(cold), charts, Kilobytes(warm));
    }

    /// <summary>Nothing in a page says that its circuit has drawn for the first time.</summary>
    private static async Task Settle(IPage page, string path)
    {
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
        await page.WaitForTimeoutAsync(1500);
    }

    private static double Kilobytes(TransferReport report) => (report.HttpBytes + report.WebSocketBytes) / 1024.0;
}
