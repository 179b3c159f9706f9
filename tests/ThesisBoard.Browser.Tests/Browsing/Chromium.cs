using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Hosting;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace ThesisBoard.Browser.Tests.Browsing;

public enum Theme { Light, Dark }

/// <summary>One browser for the whole assembly; each <see cref="Tab"/> has its own cookies and cache.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>The headless shell first: the same engine without the rest of a desktop program.</summary>
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];

    /// <summary>How long a test waits for what a page is to show. A machine that does two other things as well needs it; what comes at once costs nothing.</summary>
    private const float Patience = 30_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find(), Args = Flags });
    }

    /// <summary>A tab on that server, in a context of its own, with the system's colour scheme forced.</summary>
    public Task<Tab> NewTab(BoardServer server, Theme theme = Theme.Light, int width = 1280, bool scripts = true) => NewTab(server.Address, theme, width, scripts);

    /// <summary>The same at an address of its own, such as a proxy's.</summary>
    public async Task<Tab> NewTab(Uri server, Theme theme = Theme.Light, int width = 1280, bool scripts = true)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = server.ToString(),
            ColorScheme = theme == Theme.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 900 },
            JavaScriptEnabled = scripts,
            Locale = "en-US",
            TimezoneId = "UTC",
            ReducedMotion = ReducedMotion.Reduce,
        });
        return new Tab(server, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>From THESISBOARD_CHROMIUM, else from the path; null lets Playwright take the one it installed.</summary>
    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("THESISBOARD_CHROMIUM") is { Length: > 0 } named)
            return named;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
