using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Editing;
using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Browser.Tests.Everyone;

/// <summary>
/// Every page, in both themes, at three widths and with letters twice as large: axe finds nothing, and nothing scrolls sideways or is cut off. What it found is the table in <c>ACCESSIBILITY.md</c>,
/// which is written anew where THESISBOARD_WRITE is set.
/// </summary>
public sealed class EveryPlaceTests(Chromium chromium, FurnishedBoard house) : IClassFixture<FurnishedBoard>
{
    private static readonly int[] Widths = [1440, 768, 320];

    private readonly List<Looked> _looked = [];

    [Fact]
    public async Task Whoever_reads_can_read_and_use_every_page()
    {
        await Furnish();
        await using var tab = await chromium.NewTab(house.Server);
        foreach (var place in Places.OfReaders(house))
            await Look(tab, place);
        Judge();
    }

    [Fact]
    public async Task Whoever_is_signed_in_can_read_and_use_every_page()
    {
        await Furnish();
        await using var tab = await chromium.NewTab(house.Server, house.Owner);
        foreach (var place in Places.OfMembers(house))
            await Look(tab, place);
        Judge();
    }

    [Fact]
    public void Every_route_of_a_page_has_a_row()
    {
        var unfurnished = new FurnishedBoard(chromium);
        var known = Places.OfReaders(unfurnished).Concat(Places.OfMembers(unfurnished)).Select(p => p.Route).Append("/setup/{Token}").ToHashSet(StringComparer.Ordinal);
        var routes = typeof(Shell.StandingLook).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template);
        Assert.Equal([], routes.Where(r => !known.Contains(r)));
    }

    [Fact]
    public void The_table_in_this_folder_names_every_one_of_them()
    {
        var unfurnished = new FurnishedBoard(chromium);
        var table = File.ReadAllText(AccessibilityTable.File);
        Assert.Equal([], Places.OfReaders(unfurnished).Concat(Places.OfMembers(unfurnished)).Where(p => !table.Contains($"| {p.Name} |", StringComparison.Ordinal)).Select(p => p.Name));
    }

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
        foreach (var theme in Enum.GetValues<Theme>())
        {
            await tab.Page.EmulateMediaAsync(new() { ColorScheme = theme == Theme.Dark ? ColorScheme.Dark : ColorScheme.Light });
            foreach (var width in theme == Theme.Light ? Widths : Widths.Reverse())
            {
                await tab.Page.SetViewportSizeAsync(width, 900);
                var found = place.Part is { } part ? await Axe.Find(tab.Page.Locator(part).Last, isColourAll: theme == Theme.Dark) : await Axe.Find(tab.Page, isColourAll: theme == Theme.Dark);
                views.Add((Invariant($"{theme} {width}"), [.. found, .. await Fit.Find(tab.Page)]));
                await Pictures.Take(tab.Page, string.Create(CultureInfo.InvariantCulture, $"{place.Name}-{theme}-{width}"), wholePage: place.Part is null);
            }
        }

        views.Add(("Text at 200 %", await Fit.FindAtTwiceTheText(tab.Page)));
    }
}
