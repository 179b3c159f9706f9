using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;

namespace ThesisBoard.Load.Pace;

/// <summary>A real browser that comes to each page for the first time.</summary>
internal sealed class PaceBrowser : IAsyncDisposable
{
    private const string FirstPaint = """
        () => new Promise(answer => new PerformanceObserver(list => {
          for (const entry of list.getEntriesByName("first-contentful-paint")) answer(entry.startTime);
        }).observe({ type: "paint", buffered: true }))
        """;

    private const string Appears = """
        selector => new Promise(answer => {
          const look = () => document.querySelector(selector) ? answer(performance.now()) : requestAnimationFrame(look);
          look();
        })
        """;

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private PaceBrowser(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    public static async Task<PaceBrowser> Launch()
    {
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = InstalledChromium.Find(), Args = InstalledChromium.Flags }));
    }

    public string Version => browser.Version;

    /// <summary>Milliseconds from the navigation to the first paint with something in it, with an empty cache.</summary>
    public Task<double> Paint(Uri server, string path) => Visit(server, async page =>
    {
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
        return await page.EvaluateAsync<double>(FirstPaint);
    });

    /// <summary>Milliseconds from the navigation until something stands on the page, with an empty cache.</summary>
    public Task<double> Until(Uri server, string path, string selector) => Visit(server, async page =>
    {
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Commit });
        return await page.EvaluateAsync<double>(Appears, selector);
    });

    /// <summary>A visit by somebody who was never there: no cookies, an empty cache, no worker that answers in the server's place.</summary>
    public async Task<T> Visit<T>(Uri server, Func<IPage, Task<T>> visit)
    {
        await using var context = await browser.NewContextAsync(new() { BaseURL = $"{server}", ViewportSize = new() { Width = 1280, Height = 900 }, ServiceWorkers = ServiceWorkerPolicy.Block });
        return await visit(await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
