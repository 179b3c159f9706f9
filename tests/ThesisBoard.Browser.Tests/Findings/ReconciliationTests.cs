using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Editing;

namespace ThesisBoard.Browser.Tests.Findings;

/// <summary>Claims side by side on the page, and their values and tolerance in the dialog.</summary>
public sealed class ReconciliationTests(Chromium chromium, OwnedBoard owned) : IClassFixture<OwnedBoard>
{
    [Fact]
    public async Task A_tolerance_that_is_entered_turns_a_disagreement_into_agreement()
    {
        await using var tab = await chromium.NewTab(owned.Server, await owned.Owner(chromium), Theme.Light, 1440);
        await tab.Goto(Editors.Board + "?asOf=2026-11-22");
        var finding = tab.Page.Locator(".finding", new() { HasText = "3,644.7" });
        await Assertions.Expect(finding).ToContainTextAsync("+331.3\u00a0BTC");
        await Assertions.Expect(finding.Locator(".used")).ToContainTextAsync("the board uses this");
        await Pictures.Take(tab.Page, "findings-Light-1440");

        var march = tab.Page.Locator(".finding", new() { HasText = "What the March sale brought in" });
        await Assertions.Expect(march).ToContainTextAsync("disagree");
        await Assertions.Expect(march).ToContainTextAsync("\u2212$65.0M");
        var list = await tab.Open("record");
        await list.Press("Disagreements");
        await list.GetByRole(AriaRole.Button, new() { Name = "Edit What the March sale brought in" }).ClickAsync();
        var dialog = tab.Page.GetByRole(AriaRole.Dialog).Last;
        await dialog.Locator("form[data-form]").WaitForAsync();
        await dialog.Type("tolerance", "65M");
        await Axe.Check(tab.Page.Locator(".mud-dialog-container").Last);
        await Pictures.Take(tab.Page, "dialog-edit-conflict", wholePage: false);
        await dialog.Press("Save");
        await Assertions.Expect(march).ToContainTextAsync("agree within $65.0M");
        tab.MustBeClean();

        await using var phone = await chromium.NewTab(owned.Server, Theme.Dark, 390);
        await phone.Goto(Editors.Board + "?asOf=2026-11-22#findings");
        await Fit.Check(phone.Page);
        await Pictures.Take(phone.Page, "findings-Dark-390");
    }
}
