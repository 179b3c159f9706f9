using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Editing;
using Xunit;

namespace ThesisBoard.Browser.Tests.Audits;

/// <summary>The audit and the corrections as people see them.</summary>
public sealed class AuditPageTests(Chromium chromium, OwnedBoard owned) : IClassFixture<OwnedBoard>
{
    [Theory]
    [InlineData(Theme.Light, 1440)]
    [InlineData(Theme.Dark, 390)]
    public async Task The_audit_and_the_corrections_are_found_from_the_board_and_read_well(Theme theme, int width)
    {
        await Correct($"Seen again, in the theme {theme}.");
        await using var tab = await chromium.NewTab(owned.Server, await owned.Owner(chromium), theme, width);
        await tab.Goto(Editors.Board);
        await tab.Page.Locator("#changes").GetByRole(AriaRole.Link, new() { Name = "Audit" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "All of it holds" })).ToBeVisibleAsync();
        await Axe.Check(tab.Page);
        await Fit.Check(tab.Page);
        await Pictures.Take(tab.Page, $"audit-{theme}-{width}");
        var bundle = await tab.Page.RunAndWaitForDownloadAsync(() => tab.Page.GetByRole(AriaRole.Link, new() { Name = "Without documents" }).ClickAsync());
        Assert.Equal("cango-ai-pivot.bundle.zip", bundle.SuggestedFilename);
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "corrections" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Corrections", Level = 1 })).ToBeVisibleAsync();
        await tab.Page.Locator(".corrections summary").First.ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".corrections ins").First).ToContainTextAsync($"Seen again, in the theme {theme}.");
        await Axe.Check(tab.Page);
        await Fit.Check(tab.Page);
        await Pictures.Take(tab.Page, $"corrections-{theme}-{width}");
        tab.MustBeClean();
    }

    /// <summary>Another note on the first item that has one, by the command line.</summary>
    private async Task Correct(string note)
    {
        var file = Path.Combine(Path.GetTempPath(), $"thesisboard-{Guid.NewGuid():n}.thesis.json");
        await owned.Server.Run("export", "cango-ai-pivot", file);
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var at = text.IndexOf("\"note\": \"", text.IndexOf("\"evidence\": [", StringComparison.Ordinal), StringComparison.Ordinal) + 9;
        await File.WriteAllTextAsync(file, text.Insert(at, note + " "), TestContext.Current.CancellationToken);
        await owned.Server.Run("import", file, "--replace");
        File.Delete(file);
    }
}
