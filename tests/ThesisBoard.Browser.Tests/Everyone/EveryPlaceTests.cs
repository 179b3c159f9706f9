using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Editing;
using ThesisBoard.Browser.Tests.Hosting;
using ThesisBoard.Features.Editing;

namespace ThesisBoard.Browser.Tests.Everyone;

/// <summary>
/// Every page and every dialog, in both themes, at three widths and with letters twice as large: axe finds nothing, and nothing scrolls sideways or is cut off. What it found is the table in <c>ACCESSIBILITY.md</c>,
/// which is written anew where THESISBOARD_WRITE is set.
/// </summary>
public sealed class EveryPlaceTests(Chromium chromium, FurnishedBoard house) : IClassFixture<FurnishedBoard>
{
    private static readonly int[] Widths = [1440, 768, 320];

    /// <summary>The page below a dialog has a row of its own, and leaves only its style sheets.</summary>
    private const string SetAside = """
        async () => {
          const main = window.aside = document.getElementById("main");
          const stand = Object.assign(document.createElement("main"), { id: "main" });
          main.replaceWith(stand);
          await Promise.all([...main.querySelectorAll("link[rel=stylesheet]")].map(sheet => new Promise(loaded => {
            stand.append(Object.assign(sheet.cloneNode(), { onload: loaded }));
          })));
        }
        """;
    private const string BringBack = "() => document.getElementById('main').replaceWith(window.aside)";

    /// <summary>Whether anything is to be seen that was not yet, since the page was opened.</summary>
    private const string ShowsMore = """
        () => {
          const seen = window.seenBefore ??= new WeakSet();
          const fresh = [...document.querySelectorAll("*:not(svg *)")].filter(e => !seen.has(e) && e.checkVisibility());
          for (const e of fresh) seen.add(e);
          return fresh.length > 0;
        }
        """;

    private readonly List<Looked> _looked = [];

    [Fact]
    public async Task Whoever_reads_can_read_and_use_every_page()
    {
        await Furnish();
        await using var tab = await chromium.NewTab(house.Server);
        await Axe.Bring(tab.Page);
        foreach (var place in Places.OfReaders(house))
            await Look(tab, place);
        Judge();
    }

    [Fact]
    public async Task Whoever_is_signed_in_can_read_and_use_every_page()
    {
        await Furnish();
        await using var tab = await chromium.NewTab(house.Server, house.Owner);
        await Axe.Bring(tab.Page);
        foreach (var place in Places.OfMembers(house))
            await Look(tab, place);
        Judge();
    }

    [Fact]
    public async Task Every_dialog_can_be_read_and_used_and_gives_the_focus_back()
    {
        await Furnish();
        await using var tab = await chromium.NewTab(house.Server, house.Owner);
        await Axe.Bring(tab.Page);
        foreach (var place in Dialogs.All(house))
            await Look(tab, place);
        Judge();
    }

    [Fact]
    public void Every_route_of_a_page_and_every_dialog_has_a_row()
    {
        var known = All.Select(p => p.Route).Append("/setup/{Token}").ToHashSet(StringComparer.Ordinal);
        var types = typeof(Shell.StandingLook).Assembly.GetTypes();
        Assert.Equal([], types.SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template).Where(r => !known.Contains(r)));
        Assert.Equal([], EditVerbs.Dialogs.Select(d => d.Verb).Where(v => !known.Contains(v)));
        var opened = EditVerbs.Dialogs.Select(d => d.Dialog).Append(typeof(GuardedDialog)).ToHashSet(); // which stands around each of them
        Assert.Equal([], types.Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(ComponentBase)) && t.Name.EndsWith("Dialog", StringComparison.Ordinal) && !opened.Contains(t)));
    }

    [Fact]
    public void The_table_in_this_folder_names_every_one_of_them()
    {
        var table = File.ReadAllText(AccessibilityTable.File);
        Assert.Equal([], All.Where(p => !table.Contains($"| {p.Name} |", StringComparison.Ordinal)).Select(p => p.Name));
    }

    private IEnumerable<Place> All => new FurnishedBoard(chromium) is var unfurnished ? [.. Places.OfReaders(unfurnished), .. Places.OfMembers(unfurnished), .. Dialogs.All(unfurnished)] : [];

    private Task Furnish() => house.Furnish(async () =>
    {
        await using var tab = await chromium.NewTab(house.Server);
        await Look(tab, Places.Setup(house));
    });

    private void Judge()
    {
        AccessibilityTable.Keep(_looked);
        Assert.True(_looked.TrueForAll(l => l.Views.All(v => v.Wrong.Count == 0)), AccessibilityTable.Wrong(_looked));
    }

    /// <summary>What cannot be opened is wrong too, and keeps nobody from looking at the rest.</summary>
    private async Task Look(Tab tab, Place place)
    {
        var views = new List<(string, IReadOnlyList<string>)>();
        try
        {
            await Look(tab, place, views);
            await Dialogs.Close(tab, place);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            views.Add(("not opened", [e.Message]));
            await tab.Page.ReloadAsync();
        }

        _looked.Add(new(place, views));
        tab.MustBeClean();
    }

    private static async Task Look(Tab tab, Place place, List<(string, IReadOnlyList<string>)> views)
    {
        await tab.Page.SetViewportSizeAsync(Widths[0], 900);
        await tab.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        if (place.Path is { } path && !(await tab.Goto(path)).Ok)
            tab.ForgetFaults(); // the console notes that the page is not found, which is what it says
        if (place.Open is { } open)
            await open(tab);
        if (place.Part is not null)
            await tab.Page.EvaluateAsync(SetAside);
        foreach (var theme in Enum.GetValues<Theme>())
        {
            await tab.Page.EmulateMediaAsync(new() { ColorScheme = theme == Theme.Dark ? ColorScheme.Dark : ColorScheme.Light });
            foreach (var width in theme == Theme.Light ? Widths : Widths.Reverse())
            {
                await tab.Page.SetViewportSizeAsync(width, 900);
                var rules = theme == Theme.Dark ? AxeRules.OfColour : await tab.Page.EvaluateAsync<bool>(ShowsMore) ? AxeRules.All : AxeRules.NotOfMarkup;
                var found = place.Part is { } part ? await Axe.Find(tab.Page.Locator(part).Last, rules) : await Axe.Find(tab.Page, rules);
                views.Add((Invariant($"{theme} {width}"), [.. found, .. await Fit.Find(tab.Page)]));
                await Pictures.Take(tab.Page, string.Create(CultureInfo.InvariantCulture, $"{place.Name}-{theme}-{width}"), wholePage: place.Part is null);
            }
        }

        views.Add(("Text at 200 %", await Fit.FindAtTwiceTheText(tab.Page)));
        views.Add(("Focus", await Focus.Find(tab.Page)));
        if (place.Part is not null)
            await tab.Page.EvaluateAsync(BringBack);
    }
}
