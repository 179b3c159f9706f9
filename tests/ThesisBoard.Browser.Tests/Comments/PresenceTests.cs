using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Editing;

namespace ThesisBoard.Browser.Tests.Comments;

/// <summary>Members see one another on a board; nobody else sees them.</summary>
public sealed class PresenceTests(Chromium chromium, OwnedBoard owned) : IClassFixture<OwnedBoard>
{
    [Fact]
    public async Task Who_is_here_and_what_they_edit_shows_and_goes_with_them()
    {
        await using var ada = await chromium.NewTab(owned.Server, await owned.Owner(chromium));
        await using var reader = await chromium.NewTab(owned.Server);
        await ada.Goto(Editors.Board);
        await reader.Goto(Editors.Board);
        var here = ada.Page.Locator("#here");
        await Assertions.Expect(here).ToBeHiddenAsync();
        await using (var ben = await chromium.NewTab(owned.Server, await chromium.MakeMember(owned.Server, "Ben", "editor")))
        {
            await ben.Goto(Editors.Board);
            await Assertions.Expect(here).ToHaveTextAsync("Also here: Ben", new() { Timeout = 10_000 });
            await Assertions.Expect(ben.Page.Locator("#here")).ToHaveTextAsync("Also here: Ada", new() { Timeout = 10_000 });
            await ben.Open("judge", "debt-reduction");
            await Assertions.Expect(ada.Page.Locator("#row-debt-reduction .edited")).ToHaveTextAsync("Ben is editing this", new() { Timeout = 10_000 });
            await Axe.Check(ada.Page);
            await Pictures.Take(ada.Page, "presence", wholePage: false);
            ben.MustBeClean();
        }

        await Assertions.Expect(here).ToBeHiddenAsync(new() { Timeout = 10_000 });
        await Assertions.Expect(ada.Page.Locator("#row-debt-reduction .edited")).ToBeHiddenAsync();
        Assert.DoesNotContain("id=\"here\"", await reader.Page.ContentAsync(), StringComparison.Ordinal);
        ada.MustBeClean();
        reader.MustBeClean();
    }
}
