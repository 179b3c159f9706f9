using System.Text.Json.Nodes;
using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Browser.Tests.Editing;

/// <summary>Taking back, and two people at once: nothing that was typed is lost.</summary>
public sealed class SharingTests(Chromium chromium, OwnedBoard owned) : IClassFixture<OwnedBoard>
{
    private const string Slug = Editors.Board;

    [Fact]
    public async Task What_was_removed_can_be_taken_back()
    {
        var owner = await owned.Owner(chromium);
        var board = await Drafted(); // on an active thesis evidence is withdrawn and never removed
        await using var tab = await chromium.NewTab(owned.Server, owner);
        await tab.Goto(board);
        var evidence = tab.Page.Locator("#evidence .evi");
        var before = await tab.Page.InnerTextAsync("#evidence .section-head p");
        var dialog = await tab.Open("edit-evidence");
        await dialog.Press("Remove");
        await Assertions.Expect(tab.Page.Locator("#evidence .section-head p")).Not.ToHaveTextAsync(before, new() { Timeout = 15_000 });

        await tab.Page.Locator(".mud-snackbar").GetByRole(AriaRole.Button, new() { Name = "Undo" }).First.ClickAsync();

        await Assertions.Expect(tab.Page.Locator("#evidence .section-head p")).ToHaveTextAsync(before, new() { Timeout = 15_000 });
        Assert.True(await evidence.CountAsync() > 0);
        tab.MustBeClean();
    }

    /// <summary>The sample as it was before it was activated, under a name of its own.</summary>
    private async Task<string> Drafted()
    {
        var file = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(BuiltApp.Root, "src", "ThesisBoard", "Samples", "cango.thesis.json")))!;
        file["thesis"]!["slug"] = "drafted";
        file["thesis"]!.AsObject().Remove("activated");
        var path = Path.Combine(owned.Server.DataFolder, "drafted.thesis.json");
        await File.WriteAllTextAsync(path, file.ToJsonString());
        await owned.Server.Run("import", path);
        await owned.Server.Restart();
        return "/t/drafted";
    }

    [Fact]
    public async Task Two_who_edit_the_same_thing_see_both_versions_and_keep_both_changes()
    {
        await using var first = await chromium.NewTab(owned.Server, await owned.Owner(chromium));
        await using var second = await chromium.NewTab(owned.Server, await chromium.MakeMember(owned.Server, "Ben", "editor"));
        await first.Goto(Slug);
        await second.Goto(Slug);
        var mine = await first.OpenFromRecord("Milestones");
        var theirs = await second.OpenFromRecord("Milestones");
        await mine.Type("note", "Typed by the first");
        await mine.Press("Save");
        await theirs.Type("title", "Renamed by the second");
        await theirs.Press("Save");

        await Assertions.Expect(theirs).ToContainTextAsync(new System.Text.RegularExpressions.Regex("Ada, .* saved another version"), new() { Timeout = 15_000 });
        await Assertions.Expect(theirs).ToContainTextAsync("Typed by the first");
        await Assertions.Expect(theirs).ToContainTextAsync("Renamed by the second");
        await Axe.Check(second.Page);
        await theirs.Press("Go on with this version");
        await theirs.Press("Save");
        await Assertions.Expect(second.Page.Locator(".mud-snackbar")).ToContainTextAsync("Renamed by the second", new() { Timeout = 15_000 });
        var file = await (await second.Page.APIRequest.GetAsync($"{Slug}/thesis.json")).TextAsync();
        Assert.Contains("Typed by the first", file, StringComparison.Ordinal);
        Assert.Contains("Renamed by the second", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paste_of_200_MB_is_refused_and_the_circuit_lives()
    {
        await using var tab = await chromium.NewTab(owned.Server, await owned.Owner(chromium));
        await tab.Goto(Slug);
        var dialog = await tab.Open("paste-observations");
        await dialog.Locator("#paste[data-watched]").WaitForAsync();
        await tab.Page.EvaluateAsync("""
            () => {
              const data = new DataTransfer();
              data.setData("text/plain", "x".repeat(200 * 1024 * 1024));
              document.getElementById("paste").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
        await Assertions.Expect(dialog).ToContainTextAsync("This is 200 MB; at most 1 MB", new() { Timeout = 15_000 });

        await dialog.Choose("metric", "btc-held");
        await dialog.Choose("source", "20f-fy2025");
        await dialog.Locator("#paste").FillAsync("2026-04\t3,000\n2026-05\tabc");

        await Assertions.Expect(dialog).ToContainTextAsync("1 good row, 1 bad row", new() { Timeout = 15_000 });
        await Assertions.Expect(dialog).ToContainTextAsync("“abc” is no number.");
        await Axe.Check(tab.Page);
        tab.MustBeClean();
    }
}
