using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Documents;
using ThesisBoard.Browser.Tests.Editing;

namespace ThesisBoard.Browser.Tests.Everyone;

/// <summary>Every dialog, opened by the button that people press. A verb without a row here fails <see cref="EveryPlaceTests"/>.</summary>
internal static class Dialogs
{
    private const string Top = ".mud-dialog";

    public static IEnumerable<Place> All(FurnishedBoard house) =>
    [
        ByButton("create-blank", path: "/"), ByButton("create-template"), ByButton("create-file"),
        ByButton("edit-thesis", path: Editors.Board), ByButton("draw-line"), ByButton("arrange", "criteria"), ByButton("add-criterion"),
        ByButton("edit-criterion", "mining-headwinds"), ByButton("rename-criterion", "debt-reduction"), ByButton("judge", "debt-reduction"),
        ByButton("add-observation"), ByButton("paste-observations"), ByButton("attach-evidence", "debt-reduction"), ByButton("edit-evidence"),
        ByButton("add-metric"), ByButton("add-milestone"), ByButton("add-source"), ByButton("add-conflict"),
        ByButton("explore"), ByButton("remove-board"), ByButton("reinstate-evidence"), ByButton("reinstate-observation"), ByButton("record"),
        FromRecord("edit-observation", "Figures"), FromRecord("edit-metric", "Metrics"), FromRecord("edit-source", "Sources"),
        FromRecord("edit-milestone", "Milestones"), FromRecord("edit-conflict", "Disagreements"),
        Withdrawing("withdraw-observation", "Figures"), Withdrawing("withdraw-evidence", "Evidence"),
        OfPassage("attach-passage", $"{Editors.Board}/documents/{house.OldDocument}"), OfPassage("record-passage"),
        ByButton("move-anchor", path: $"{Editors.Board}/documents/{house.OldDocument}/compare/{house.NewDocument}"),
    ];

    /// <summary>Closes every dialog that is open; the focus must then be where it was.</summary>
    public static async Task Close(Tab tab, Place place)
    {
        while (await tab.Page.Locator(Top).CountAsync() is > 0 and var open)
        {
            await tab.Page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(tab.Page.Locator(Top)).ToHaveCountAsync(open - 1);
        }

        if (place.Opener is { } verb)
            await tab.Page.WaitForFunctionAsync("verb => document.activeElement?.dataset.do === verb || document.activeElement?.tagName === 'SUMMARY'", verb);
    }

    private static Place ByButton(string verb, string? key = null, string? path = null) => Dialog(verb) with { Path = path, Open = tab => Open(tab, verb, key), Opener = verb };

    private static Place FromRecord(string verb, string kind) => Dialog(verb) with { Open = tab => tab.OpenFromRecord(kind), Opener = "record" };

    /// <summary>From the item's own dialog, which offers it while the thesis is active.</summary>
    private static Place Withdrawing(string verb, string kind) => Dialog(verb) with
    {
        Open = async tab =>
        {
            await (await tab.OpenFromRecord(kind)).Press("Withdraw");
            await tab.Page.Locator(".dlg [name='reason']").Last.WaitForAsync();
        },
        Opener = "record",
    };

    private static Place OfPassage(string verb, string? path = null) => Dialog(verb) with
    {
        Path = path,
        Open = async tab =>
        {
            await tab.Page.FrameLocator("iframe[data-reader]").GetByText("Long-term debt was reduced").WaitForAsync();
            await ReaderSteps.Select(tab, "US$557.6 million");
            await tab.Page.Locator($"#picked [data-do='{verb}']").ClickAsync();
            await tab.Page.Locator(".dlg form[data-form]").WaitForAsync();
        },
        Opener = verb,
    };

    private static Place Dialog(string verb) => new($"Dialog: {verb}", verb) { Part = Top };

    private static async Task Open(Tab tab, string verb, string? key)
    {
        var button = await tab.Button(verb, key);
        await button.EvaluateAsync("b => { for (let d = b.closest('details'); d; d = d.parentElement.closest('details')) d.open = true; }");
        await button.ClickAsync();
        await tab.Page.Locator(".dlg form[data-form], .dlg .rows, .dlg .chart-live .main-svg").First.WaitForAsync();
    }
}
