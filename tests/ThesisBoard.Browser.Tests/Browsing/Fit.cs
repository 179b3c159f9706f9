using Microsoft.Playwright;
using Xunit;

namespace ThesisBoard.Browser.Tests.Browsing;

/// <summary>Neither a page nor a dialog is wider than the window. What sticks out is named.</summary>
internal static class Fit
{
    private const string WhatSticksOut = """
        () => [...(document.documentElement.scrollWidth > innerWidth ? document.body : document).querySelectorAll(document.documentElement.scrollWidth > innerWidth ? "*" : ".mud-dialog, .mud-dialog :is(.field, .btn), dialog[open]")]
          .filter(e => e.matches(".mud-dialog *") && e.getBoundingClientRect().left < -1 || e.getBoundingClientRect().right > innerWidth + 1 && ![...e.children].some(c => c.getBoundingClientRect().right > innerWidth + 1))
          .slice(0, 5).map(e => `${e.tagName.toLowerCase()}.${e.className} "${(e.textContent ?? "").trim().slice(0, 60)}" ends at ${Math.round(e.getBoundingClientRect().right)} of ${innerWidth}`)
        """;

    private const string WhatIsCutOff = """
        () => [...document.querySelectorAll("h1, h2, h3, label, summary, th, .btn, .st, .tag, .field:not(input)")]
          .filter(e => e.checkVisibility() && !e.closest(".sr, .who") && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1 && getComputedStyle(e).overflowX !== "visible" && getComputedStyle(e).textOverflow !== "ellipsis")
          .slice(0, 5).map(e => `${e.tagName.toLowerCase()}.${e.className} "${(e.textContent ?? "").trim().slice(0, 60)}" is cut off at 200 %`)
        """;

    public static async Task Check(IPage page) => Assert.Empty(await Find(page));

    /// <summary>What sticks out or is cut off once letters are twice as large, in a window of 1280 pixels.</summary>
    public static async Task<string[]> FindAtTwiceTheText(IPage page)
    {
        await page.SetViewportSizeAsync(1280, 900);
        await page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
        string[] found = [.. await Find(page), .. await page.EvaluateAsync<string[]>(WhatIsCutOff)];
        await page.EvaluateAsync("document.documentElement.style.fontSize = ''");
        return found;
    }

    public static Task<string[]> Find(IPage page) => page.EvaluateAsync<string[]>(WhatSticksOut);
}
