using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Editing;

namespace ThesisBoard.Browser.Tests.Everyone;

/// <summary>What people come for, with no hand on a mouse; and what they asked their system for: stillness, its own colours.</summary>
public sealed class NeedsTests(Chromium chromium, OwnedBoard owned) : IClassFixture<OwnedBoard>
{
    private const string WhatMoves = """
        () => {
          const longest = times => Math.max(...times.split(",").map(parseFloat));
          return [...document.querySelectorAll("*")].flatMap(e => [null, "::before", "::after"].map(part => [e, getComputedStyle(e, part)]))
            .filter(([, s]) => longest(s.transitionDuration) > .01 || s.animationName !== "none" && longest(s.animationDuration) > .01 || s.scrollBehavior === "smooth")
            .map(([e]) => `${e.tagName.toLowerCase()}.${e.className}`).concat(document.getAnimations().map(a => a.animationName ?? "an animation"));
        }
        """;

    /// <summary>The least contrast of what an element is drawn with, its letters, line or ground, to the system's ground: WCAG's formula.</summary>
    private const string Weak = """
        ([selector, least]) => {
          const probe = document.body.appendChild(Object.assign(document.createElement("i"), { style: "forced-color-adjust: none; color: Canvas" }));
          const ground = getComputedStyle(probe).color;
          const light = colour => {
            const [r, g, b, a = 1] = colour.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
            const linear = [r, g, b].map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
            return a < .1 ? null : .2126 * linear[0] + .7152 * linear[1] + .0722 * linear[2];
          };
          const contrast = colour => { const [x, y] = [light(colour), light(ground)]; return x === null ? 1 : (Math.max(x, y) + .05) / (Math.min(x, y) + .05); };
          const all = [...document.querySelectorAll(selector)];
          if (!all.length) return [`there is no ${selector}`];
          const of = e => { const s = getComputedStyle(e); return document.activeElement === e ? [s.outlineColor] : e instanceof SVGElement ? [s.stroke, s.fill] : [e.textContent ? s.color : s.backgroundColor]; };
          return all.filter(e => Math.max(...of(e).map(contrast)) < least).map(e => `${e.tagName}.${e.getAttribute("class")} ${of(e)} on ${ground}`).slice(0, 5);
        }
        """;

    [Fact]
    public async Task A_criterion_is_opened_evidence_attached_the_date_changed_and_the_board_shared_by_keys_alone()
    {
        await using var tab = await chromium.NewTab(owned.Server, await owned.Owner(chromium));
        var page = tab.Page;
        await tab.Goto(Editors.Board);
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter"); // past the head, to the content

        await page.TabTo("#as-of-date");
        await page.Keyboard.TypeAsync("04102026");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".notice.turned")).ToContainTextAsync("10 Apr 2026");
        await Assertions.Expect(page.Locator("#announce")).ToContainTextAsync("10 Apr 2026"); // and it is read out
        await Assertions.Expect(page.Locator("#as-of-date")).ToBeFocusedAsync();
        await page.TabTo("#as-of-today");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".notice.turned")).ToHaveCountAsync(0);

        await page.TabTo("#row-debt-reduction > summary");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#row-debt-reduction")).ToHaveAttributeAsync("open", "");
        await page.TabTo("#row-debt-reduction [data-do='attach-evidence']");
        await Attach(page, "Attached by keys alone.");
        await Assertions.Expect(page.Locator("#row-debt-reduction [data-do='attach-evidence']")).ToBeFocusedAsync();

        await tab.Goto(Editors.Board + "?q=by+keys+alone");
        await Assertions.Expect(page.Locator("#evidence .evi")).ToContainTextAsync("Attached by keys alone.");
        await page.TabTo("#sharing-link");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/sharing");
        await page.TabTo("[name='Form.Name']");
        await page.Keyboard.TypeAsync("By keys");
        await page.TabTo("#make-link .btn.primary");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".token code")).ToBeVisibleAsync();
        tab.MustBeClean();
    }

    [Fact]
    public async Task Whoever_asks_for_stillness_sees_nothing_move()
    {
        await using var tab = await chromium.NewTab(owned.Server, await owned.Owner(chromium));
        await tab.Goto(Editors.Board);
        await tab.Open("edit-thesis"); // what moves at all comes with the dialogs
        Assert.Empty((await tab.Page.EvaluateAsync<string[]>(WhatMoves)).Distinct());
        await tab.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.NoPreference });
        Assert.NotEmpty(await tab.Page.EvaluateAsync<string[]>(WhatMoves));
        tab.MustBeClean();
    }

    [Theory]
    [InlineData(Theme.Light)]
    [InlineData(Theme.Dark)]
    public async Task In_the_systems_own_colours_standings_charts_and_the_focus_are_still_seen(Theme theme)
    {
        await using var tab = await chromium.NewTab(owned.Server, theme);
        var page = tab.Page;
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await tab.Goto(Editors.Board + "?asOf=2026-11-22");
        await Charts.ScrollThrough(page);
        var marks = await page.Locator("#checklist summary .st").EvaluateAllAsync<string[]>("marks => marks.map(m => `${m.textContent.trim()}|${m.querySelector('path').getAttribute('d')}`)");
        Assert.True(marks.Distinct().Count() >= 4, "The board has too few standings to tell apart.");
        Assert.Equal(marks.Distinct().Count(), marks.Select(m => m.Split('|')[0]).Distinct().Count());
        Assert.Equal(marks.Distinct().Count(), marks.Select(m => m.Split('|')[1]).Distinct().Count());
        await page.Locator("#as-of-date").FocusAsync();
        foreach (var drawn in (string[])
            [".st svg", ".st", ".verdict > svg", "#as-of-date", ".meter:not(.unknown, .silent) b", ".chart-svg rect:not([fill*=unknown-bg])", ".chart-svg path", ".chart-svg circle", ".chart-plot .bars path", ".chart-plot .js-line", ".spark polyline"])
            Assert.Empty(await page.EvaluateAsync<string[]>(Weak, new object[] { drawn, 3 }));
        await Pictures.Take(page, $"forced-{theme}");
        tab.MustBeClean();
    }

    private static async Task Attach(IPage page, string claim)
    {
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".dlg form[data-form]").WaitForAsync();
        await page.WaitForFunctionAsync("() => document.activeElement.closest('.mud-dialog')"); // the focus is in the dialog
        if (!await page.EvaluateAsync<bool>("document.activeElement.matches(\"[name='claim']\")"))
            await page.TabTo("[name='claim']");
        await page.Keyboard.TypeAsync(claim);
        await page.TabTo("[name='source']");
        await page.Keyboard.TypeAsync("2026"); // the first that begins so
        await page.TabTo("[name$='.stance']");
        await page.Keyboard.TypeAsync("sup");
        await page.TabTo(".dlg-actions .btn.primary");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);
    }
}
