using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Hosting;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: Parallelization(Mode = ParallelMode.Collections, MaxThreads = 2)]

namespace ThesisBoard.Browser.Tests.Browsing;

public enum Theme { Light, Dark }

/// <summary>One browser for the whole assembly; each <see cref="Tab"/> has its own cookies and cache.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>How long a test waits for what a page is to show. A machine that does two other things as well needs it; what comes at once costs nothing.</summary>
    private const float Patience = 30_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = InstalledChromium.Find(), Args = InstalledChromium.Flags });
    }

    /// <summary>A tab on that server, in a context of its own, with the system's colour scheme forced.</summary>
    public Task<Tab> NewTab(BoardServer server, Theme theme = Theme.Light, int width = 1280, bool scripts = true, bool keeps = false) =>
        NewTab(server.Address, theme, width, scripts, keeps);

    /// <summary>The same at an address of its own, such as a proxy's. Only where asked to it keeps pages to be read without a line: other tests see each page as a first visit does.</summary>
    public async Task<Tab> NewTab(Uri server, Theme theme = Theme.Light, int width = 1280, bool scripts = true, bool keeps = false, bool isTouched = false)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = server.ToString(),
            ColorScheme = theme == Theme.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 900 },
            JavaScriptEnabled = scripts,
            HasTouch = isTouched,
            IsMobile = isTouched,
            Locale = "en-US",
            TimezoneId = "UTC",
            ReducedMotion = ReducedMotion.Reduce,
            ServiceWorkers = keeps ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
        });
        return new Tab(server, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
