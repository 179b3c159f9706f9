using Microsoft.Playwright;

namespace ThesisBoard.Browser.Tests.Browsing;

/// <summary>The two looks that differ most: a wide window in the light, a phone in the dark. Whoever is on a page already changes from one to the other, which takes no time.</summary>
internal static class Looks
{
    /// <summary>Checks the page with axe in both looks, and takes a picture of each: <c>name-Light-1440</c>, <c>name-Dark-390</c>. It is light and wide again afterwards.</summary>
    public static async Task CheckBoth(this IPage page, string name, ILocator? part = null)
    {
        foreach (var (scheme, width, height) in new[] { (ColorScheme.Dark, 390, 844), (ColorScheme.Light, 1440, 900) })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.SetViewportSizeAsync(width, height);
            await (part is null ? Axe.Check(page) : Axe.Check(part));
            await Pictures.Take(page, Invariant($"{name}-{scheme}-{width}"), wholePage: false);
        }
    }
}
