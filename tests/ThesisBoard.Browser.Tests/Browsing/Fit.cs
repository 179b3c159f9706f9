using Microsoft.Playwright;
using Xunit;

namespace ThesisBoard.Browser.Tests.Browsing;

/// <summary>A page is never wider than its window. What sticks out is named.</summary>
internal static class Fit
{
    private const string WhatSticksOut = """
        () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.body.querySelectorAll("*")]
          .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && ![...e.children].some(c => c.getBoundingClientRect().right > innerWidth + 1))
          .slice(0, 5).map(e => `${e.tagName.toLowerCase()}.${e.className} "${(e.textContent ?? "").trim().slice(0, 60)}" ends at ${Math.round(e.getBoundingClientRect().right)} of ${innerWidth}`)
        """;

    public static async Task Check(IPage page) => Assert.Empty(await page.EvaluateAsync<string[]>(WhatSticksOut));
}
