using Microsoft.Playwright;

namespace ThesisBoard.Browser.Tests.Browsing;

/// <summary>Where the keyboard is. At each stop it must be seen: an outline that nothing cuts off, in the window and not below a bar that stays (WCAG 2.4.7, 2.4.11).</summary>
internal static class Focus
{
    private const int MostStops = 150;

    /// <summary>What is wrong with the stop at which the focus is; blank when nothing is. In a frame the document shows its own.</summary>
    private const string Seen = """
        () => {
          const e = document.activeElement, name = `${e.tagName.toLowerCase()}${e.id && "#" + e.id}.${e.className} "${(e.ariaLabel ?? e.textContent ?? "").trim().slice(0, 40)}"`;
          if (e === document.body) return "nothing has the focus";
          if (e.matches("iframe, main, .mud-dialog, [class*=mud-dialog]")) return "";
          const drawn = s => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2;
          const shows = [e, e.closest("label, .file")].find(x => x && drawn(getComputedStyle(x)));
          if (!shows) return `${name} shows no focus`;
          const style = getComputedStyle(shows), reach = parseFloat(style.outlineOffset) + parseFloat(style.outlineWidth) - 1, line = shows.getBoundingClientRect();
          for (let p = shows.parentElement; p && p !== document.body; p = p.parentElement) {
            if (getComputedStyle(p).overflowX === "visible") continue;
            const frame = p.getBoundingClientRect();
            const cut = [line.left - reach < frame.left, line.right + reach > frame.right, line.top - reach < frame.top, line.bottom + reach > frame.bottom].filter(Boolean).length;
            if (cut > 1) return `the focus of ${name} is cut off by ${p.tagName.toLowerCase()}.${p.className}`;
          }
          const box = e.getClientRects()[0] ?? e.getBoundingClientRect();
          if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) return `${name} is outside of the window`;
          const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 2), y = Math.min(Math.max(box.top + Math.min(box.height / 2, 12), 1), innerHeight - 2);
          const top = document.elementFromPoint(x, y);
          return !top || e.contains(top) || top.contains(e) || top.closest("label")?.control === e ? "" : `${name} is covered by ${top.tagName.toLowerCase()}.${top.className}`;
        }
        """;

    private const string EveryStop = $$"""
        () => {
          const seen = {{Seen}}, wrong = new Set(), from = document.activeElement, place = [...document.querySelectorAll(".mud-dialog, dialog[open]")].at(-1) ?? document;
          const stops = [...place.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter(e => e.tabIndex >= 0 && !e.disabled && !e.matches(".pointer-events-none") && e.checkVisibility({ visibilityProperty: true }));
          for (const e of [...stops, ...stops.toReversed()]) {
            e.focus();
            const says = document.activeElement === e && seen();
            if (says) wrong.add(says);
          }
          from.focus();
          scrollTo(0, 0);
          return [...wrong].slice(0, 5);
        }
        """;

    /// <summary>Presses Tab until the focus is on an element of that selector. Every stop on the way must be seen.</summary>
    public static async Task TabTo(this IPage page, string selector)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.Equal("", await page.EvaluateAsync<string>(Seen));
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                return;
        }

        Assert.Fail($"After {MostStops} presses of Tab the focus was not on {selector}.");
    }

    /// <summary>Goes to every stop there is, forwards and back, wide and on a phone, and tells those that are not seen. One press of a key first: only then does the browser show the focus.</summary>
    public static async Task<string[]> Find(IPage page)
    {
        await page.Keyboard.PressAsync("Tab");
        var wrong = new List<string>();
        foreach (var width in (int[])[1440, 320])
        {
            await page.SetViewportSizeAsync(width, 900);
            wrong.AddRange(await page.EvaluateAsync<string[]>(EveryStop));
        }

        return [.. wrong.Distinct()];
    }
}
