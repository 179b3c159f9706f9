using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Editing;
using Xunit;

namespace ThesisBoard.Browser.Tests.Criteria;

/// <summary>A sealed criterion is made stricter: drafted in the dialog, sealed on the page of contracts, and told to everybody.</summary>
public sealed class ContractTests(Chromium chromium, OwnedBoard owned) : IClassFixture<OwnedBoard>
{
    private const string Debt = "debt-reduction";

    [Fact]
    public async Task A_sealed_criterion_changes_only_by_a_version_that_is_drafted_sealed_and_told_beside_the_old_one()
    {
        await using (var tab = await chromium.NewTab(owned.Server, await owned.Owner(chromium), Theme.Light, 1440))
        {
            await tab.Goto(Editors.Board);
            await Pictures.Take(tab.Page, "board-stage-Light-1440", wholePage: false);
            var dialog = await tab.Open("edit-criterion", Debt);
            await dialog.Type("rule.share", "0.99");
            await dialog.Press("See what changes");
            await dialog.Type("reason", "A quarter less is not a turn.");
            await dialog.Press("Draft version 2");
            await Assertions.Expect(tab.Page.Locator(".mud-dialog")).ToHaveCountAsync(0);

            await tab.Goto($"{Editors.Board}/contracts");
            var contract = tab.Page.Locator($"#{Debt}");
            await Assertions.Expect(contract).ToContainTextAsync("draft: not sealed");
            await Pictures.Take(tab.Page, "contracts-draft-Light-1440");
            await contract.GetByRole(AriaRole.Button, new() { Name = "Seal version 2" }).ClickAsync();
            await Assertions.Expect(tab.Page.Locator(".notice")).ToContainTextAsync("Sealed.");
            await Assertions.Expect(contract).ToContainTextAsync("A quarter less is not a turn.");
            await Axe.Check(tab.Page);
            await Pictures.Take(tab.Page, "contracts-Light-1440");
            tab.MustBeClean();
        }

        await using var reader = await chromium.NewTab(owned.Server, Theme.Dark, 390);
        await reader.Goto($"{Editors.Board}?open={Debt}");
        await reader.Page.GetByText("How the contract changed: 2 versions").ClickAsync();
        var versions = reader.Page.Locator($"#{Debt} .versions > li");
        await Assertions.Expect(versions).ToHaveCountAsync(2);
        await Assertions.Expect(versions.First).ToContainTextAsync("judges");
        await Assertions.Expect(versions.Last).ToContainTextAsync("says still");
        await versions.First.ScrollIntoViewIfNeededAsync();
        await Pictures.Take(reader.Page, "contract-opened-Dark-390", wholePage: false);
        await reader.Page.Locator("#premortem summary").ClickAsync();
        await reader.Page.Locator("#premortem li").Last.ScrollIntoViewIfNeededAsync();
        await Axe.Check(reader.Page);
        await Pictures.Take(reader.Page, "premortem-Dark-390", wholePage: false);
        reader.MustBeClean();
    }
}
