using Microsoft.Playwright;

namespace ThesisBoard.Browser.Tests.Browsing;

/// <summary>The charts of a board page, which are drawn when they come near the screen.</summary>
internal static class Charts
{
    public const string Drawn = ".chart-plot[data-painted]";

    /// <summary>Brings every chart onto the screen and waits until it is drawn.</summary>
    public static async Task ScrollThrough(IPage page)
    {
        var charts = page.Locator("#charts [data-chart]:has(.chart-plot)");
        for (var n = 0; n < await charts.CountAsync(); n++)
        {
            await charts.Nth(n).ScrollIntoViewIfNeededAsync();
            await charts.Nth(n).Locator(Drawn).WaitForAsync();
        }
    }
}
