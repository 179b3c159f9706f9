using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Editing;
using Xunit;

namespace ThesisBoard.Browser.Tests.Audits;

/// <summary>The audit and the corrections as people see them.</summary>
public sealed class AuditPageTests(Chromium chromium, OwnedBoard owned) : IClassFixture<OwnedBoard>
{
    [Fact]
    public async Task The_audit_and_the_corrections_are_found_from_the_board()
    {
        await Correct("Seen again.");
        await using var tab = await chromium.NewTab(owned.Server, await owned.Owner(chromium), Theme.Dark, 390);
        await tab.Goto(Editors.Board);
        await tab.Page.Locator("#changes").GetByRole(AriaRole.Link, new() { Name = "Audit" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "All of it holds" })).ToBeVisibleAsync();
        await Pictures.Take(tab.Page, "audit-Dark-390");
        var bundle = await tab.Page.RunAndWaitForDownloadAsync(() => tab.Page.GetByRole(AriaRole.Link, new() { Name = "Without documents" }).ClickAsync());
        Assert.Equal("cango-ai-pivot.bundle.zip", bundle.SuggestedFilename);
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "corrections" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Corrections", Level = 1 })).ToBeVisibleAsync();
        await tab.Page.Locator(".corrections summary").First.ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".corrections ins").First).ToContainTextAsync("Seen again.");
        await Pictures.Take(tab.Page, "corrections-Dark-390");
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
