using Microsoft.Playwright;

namespace ThesisBoard.Browser.Tests.Browsing;

/// <summary>Pictures for a person to look at, written only where THESISBOARD_PICTURES names a folder.</summary>
internal static class Pictures
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("THESISBOARD_PICTURES");

    /// <summary>Writes <c>name.png</c>: the whole page, or only what the window shows.</summary>
    public static async Task Take(IPage page, string name, bool wholePage = true)
    {
        if (string.IsNullOrEmpty(Folder))
            return;
        await page.ScreenshotAsync(new()
        {
            Path = Path.Combine(Path.GetFullPath(Folder), name + ".png"),
            FullPage = wholePage,
            Animations = ScreenshotAnimations.Disabled,
        });
    }
}
