using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Editing;
using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Browser.Tests;

/// <summary>A board in the hand, and on paper.</summary>
public sealed partial class PhoneTests(Chromium chromium, OwnedBoard owned) : IClassFixture<OwnedBoard>
{
    private const string InNovember = Editors.Board + "?asOf=2026-11-22";

    /// <summary>Links in running text are as high as their line; whatever stands for itself is no smaller than WCAG 2.2 asks.</summary>
    private const string TooSmall = """
        () => [...document.querySelectorAll("button, summary, select, input, .btn, .dock a")]
          .filter(e => e.checkVisibility() && !e.closest(".sr, .skip") && Math.min(e.getBoundingClientRect().width, e.getBoundingClientRect().height) < 24)
          .map(e => `${e.tagName} "${e.textContent.trim().slice(0, 40)}" ${Math.round(e.getBoundingClientRect().width)} x ${Math.round(e.getBoundingClientRect().height)}`)
        """;

    private const string LastIsCovered = """
        () => {
          const all = [...document.querySelectorAll("main a[href], main button, main summary, footer button, footer a")].filter(e => e.checkVisibility() && !e.closest(".dock"));
          const last = all.at(-1);
          last.focus();
          return last.getBoundingClientRect().bottom > document.querySelector(".dock").getBoundingClientRect().top;
        }
        """;

    [Theory]
    [InlineData(Theme.Light, 390)]
    [InlineData(Theme.Dark, 320)]
    public async Task Where_the_thesis_stands_comes_first_and_what_is_done_most_is_in_reach_of_the_thumb(Theme theme, int width)
    {
        await using var reader = await chromium.NewTab(owned.Server, theme, width);
        await using var owner = await chromium.NewTab(owned.Server, await owned.Owner(chromium), theme, width);
        foreach (var (name, tab) in new[] { ("reader", reader), ("owner", owner) })
        {
            var page = tab.Page;
            await tab.Goto(InNovember);
            var (reason, first) = (await Box(page.Locator(".verdict .reason")), await Box(page.Locator("main :is(.btn, button, select):visible").First));
            Assert.True(reason.Bottom < 844 - 60, $"The reason ends at {reason.Bottom}.");
            Assert.True(reason.Bottom < first.Top, $"A button at {first.Top} stands above the verdict.");
            var dock = page.Locator(".dock");
            await Assertions.Expect(dock).ToBeInViewportAsync(new() { Ratio = 1 });
            foreach (var target in await dock.Locator("> a, > button, summary").AllAsync())
                Assert.True((await Box(target)) is { Width: >= 44, Height: >= 44 }, await target.InnerTextAsync());
            Assert.False(await page.EvaluateAsync<bool>(LastIsCovered));
            await dock.Locator("#dock-more > summary").ClickAsync();
            await Assertions.Expect(dock.GetByRole(AriaRole.Link, new() { Name = "Report to print" })).ToBeInViewportAsync(new() { Ratio = 1 });
            await Axe.Check(page);
            await Fit.Check(page);
            await Pictures.Take(page, $"dock-{name}-{theme}-{width}", wholePage: false);
            await page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(dock.Locator("#dock-more > summary")).ToBeFocusedAsync();
            await dock.GetByRole(AriaRole.Link, new() { Name = "Criteria" }).ClickAsync();
            await Assertions.Expect(page.Locator("#checklist-title")).ToBeInViewportAsync();
            await page.EvaluateAsync("document.querySelectorAll('main details:not(.menu)').forEach(row => row.open = true)");
            await Fit.Check(page);
            Assert.Empty(await page.EvaluateAsync<string[]>(TooSmall));
            await Axe.Check(page);
            await Pictures.Take(page, $"phone-{name}-{theme}-{width}");
        }

        await owner.Page.Locator("#dock-add > summary").ClickAsync();
        await owner.Page.Locator(".dock [data-do='attach-evidence']").ClickAsync();
        await owner.Page.GetByRole(AriaRole.Dialog).Last.Press("Cancel");
        await Assertions.Expect(owner.Page.Locator("#dock-add > summary")).ToBeFocusedAsync();
        await owner.Page.SetViewportSizeAsync(1280, 900);
        await Assertions.Expect(owner.Page.Locator(".dock")).ToBeHiddenAsync();
        reader.MustBeClean();
        owner.MustBeClean();
    }

    [Theory]
    [InlineData(Theme.Light, 320)]
    [InlineData(Theme.Dark, 1440)]
    public async Task The_report_reads_well_and_prints_black_on_white_on_two_sheets_at_most(Theme theme, int width)
    {
        await using var tab = await chromium.NewTab(owned.Server, theme, width);
        var page = tab.Page;
        await tab.Goto(Editors.Board + "/report?asOf=2026-11-22");
        await Axe.Check(page);
        await Fit.Check(page);
        await Pictures.Take(page, $"report-{theme}-{width}");
        await page.EvaluateAsync("document.documentElement.dataset.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'"); // chosen, not the system's
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.Locator("body")).ToHaveCSSAsync("color", "rgb(27, 31, 36)"); // the ink of the light theme
        await Assertions.Expect(page.Locator(".report-tools")).ToBeHiddenAsync();
        foreach (var paper in (string[])["A4", "Letter"])
        {
            var sheets = Sheet().Count(Encoding.Latin1.GetString(await page.PdfAsync(new() { Format = paper, PreferCSSPageSize = false })));
            Assert.InRange(sheets, 1, 2);
        }

        tab.MustBeClean();
    }

    private static async Task<(double Top, double Bottom, double Width, double Height)> Box(ILocator part)
    {
        var box = (await part.BoundingBoxAsync())!;
        return (box.Y, box.Y + box.Height, box.Width, box.Height);
    }

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex Sheet();
}
