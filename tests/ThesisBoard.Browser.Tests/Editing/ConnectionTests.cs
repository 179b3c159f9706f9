using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Browser.Tests.Editing;

/// <summary>A lost connection: the page says what happens, comes back by itself, and what was typed is there again, and only that.</summary>
public sealed class ConnectionTests(Chromium chromium, OwnedBoard owned) : IClassFixture<OwnedBoard>
{
    private const string Bar = "#connection";
    private const string Kept = "You can read on, and what you typed is kept. Trying again…";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_half_typed_form_is_back_by_itself_after_a_server_was_killed_or_replaced(bool isKilled)
    {
        await using var server = await BoardServer.Start();
        await using var tab = await chromium.NewTab(server, await chromium.MakeOwner(server));
        await tab.Goto(Editors.Board);
        await tab.Page.EvaluateAsync("document.getElementById('row-further-sales').open = true");
        await tab.Mark();
        var dialog = await tab.Open("attach-evidence");
        await dialog.Locator("[name=claim]").FillAsync("A claim that took long to type");
        await dialog.Choose("source", "(new)");
        await dialog.Type("new-source/title", "A release that is not on file yet");
        await dialog.Choose("stances[0].criterion", "further-sales");
        await dialog.Press("Another criterion");
        await dialog.Choose("stances[1].criterion", "treasury-balance");
        await dialog.Choose("stances[1].stance", "contradicts");
        await dialog.Locator("[name=note]").FillAsync("not even left the fie");

        await (isKilled ? server.Kill() : server.Stop());
        await Assertions.Expect(tab.Page.Locator(Bar)).ToContainTextAsync(Kept);
        Assert.Equal("A claim that took long to type", await dialog.Locator("[name=claim]").InputValueAsync());
        await server.Restart();
        var watch = Stopwatch.StartNew();
        await tab.IsLoadedAgain();

        dialog = tab.Page.GetByRole(AriaRole.Dialog).Last;
        foreach (var (field, value) in new[]
        {
            ("note", "not even left the fie"), ("claim", "A claim that took long to type"), ("source", "(new)"), ("new-source/title", "A release that is not on file yet"),
            ("stances[0].criterion", "further-sales"), ("stances[1].criterion", "treasury-balance"), ("stances[1].stance", "contradicts"),
        })
        {
            await Assertions.Expect(dialog.Locator($"[name='{field}']")).ToHaveValueAsync(value);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"back after {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.NotNull(await tab.Page.GetAttributeAsync("#row-further-sales", "open")); // what was open is open
        tab.ForgetFaults();
        await Axe.Check(tab.Page);
        await dialog.Press("Cancel");
        await tab.Page.ReloadAsync();
        await tab.Page.Locator("main [data-do]").First.WaitForAsync();
        await tab.Open("attach-evidence");
        Assert.Equal("", await tab.Page.GetByRole(AriaRole.Dialog).Locator("[name=claim]").InputValueAsync()); // thrown away on purpose
        tab.MustBeClean();
    }

    [Fact]
    public async Task What_was_typed_in_a_dialog_opened_from_another_comes_back_too_and_overwrites_nothing_else()
    {
        await using var server = await BoardServer.Start();
        var owner = await chromium.MakeOwner(server);
        var ben = await chromium.MakeMember(server, "Ben", "editor");
        await using var wire = Wire.To(server.Address);
        await using var mine = await chromium.NewTab(wire.Address, owner);
        await using var theirs = await chromium.NewTab(server, ben);
        await mine.Goto(Editors.Board);
        var form = await mine.OpenFromRecord("Milestones");
        await form.Locator("[name=note]").FillAsync("Typed by the first");
        await mine.Mark();
        wire.Cut();
        await theirs.Goto(Editors.Board);
        var other = await theirs.OpenFromRecord("Milestones");
        await other.Type("title", "Renamed by the second");
        await other.Press("Save");
        await Assertions.Expect(theirs.Page.Locator(".mud-snackbar")).ToContainTextAsync("Renamed by the second");

        await server.Restart();
        wire.Mend();
        await mine.IsLoadedAgain();

        form = mine.Page.GetByRole(AriaRole.Dialog).Last;
        await Assertions.Expect(form.Locator("[name=note]")).ToHaveValueAsync("Typed by the first");
        await Assertions.Expect(form.Locator("[name=title]")).ToHaveValueAsync("Renamed by the second");
        await Assertions.Expect(form.GetByRole(AriaRole.Alert)).ToContainTextAsync("Somebody changed this while the connection was lost");
        await form.Press("Save");
        await Assertions.Expect(mine.Page.Locator(".mud-snackbar")).ToContainTextAsync("Renamed by the second");
        var file = await (await mine.Page.APIRequest.GetAsync($"{Editors.Board}/thesis.json")).TextAsync();
        Assert.Contains("Typed by the first", file, StringComparison.Ordinal);
        Assert.Contains("Renamed by the second", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_loss_is_told_and_goes_by_and_what_was_typed_meanwhile_is_saved()
    {
        await using var wire = Wire.To(owned.Server.Address);
        await using var tab = await chromium.NewTab(wire.Address, await owned.Owner(chromium), width: 1440);
        await tab.Goto(Editors.Board);
        var dialog = await tab.OpenFromRecord("Milestones");
        await tab.Mark();
        await tab.Page.EvaluateAsync("""
            () => {
              window.told = [];
              new MutationObserver(() => told.push(document.querySelector("#connection p").textContent)).observe(document.querySelector("#connection p"), { childList: true });
            }
            """); // what it says may be gone before a slow machine looks

        wire.Cut();
        await Assertions.Expect(tab.Page.Locator(Bar)).ToContainTextAsync(Kept);
        await dialog.Locator("[name=note]").FillAsync("Typed while it was lost");
        await dialog.Locator("[name=title]").FocusAsync();
        await Assertions.Expect(tab.Page.Locator(Bar)).ToContainTextAsync("No connection since");
        await tab.Page.CheckBoth("connection-lost");
        wire.Mend();
        await tab.Page.WaitForFunctionAsync("() => told.includes('Connected again.')");
        Assert.Equal("The connection is lost. " + Kept, (await tab.Page.EvaluateAsync<string[]>("told"))[0]);
        await Pictures.Take(tab.Page, "connection-back", wholePage: false);

        await dialog.Press("Save");
        await Assertions.Expect(tab.Page.Locator(".mud-snackbar")).ToBeVisibleAsync();
        var file = await (await tab.Page.APIRequest.GetAsync($"{Editors.Board}/thesis.json")).TextAsync();
        Assert.Contains("Typed while it was lost", file, StringComparison.Ordinal);
        Assert.True(await tab.IsSameDocument());
        await Assertions.Expect(tab.Page.Locator(Bar)).Not.ToHaveAttributeAsync("data-state", new Regex("."));
    }

    [Fact]
    public async Task A_circuit_that_is_there_and_does_not_answer_is_replaced_and_a_page_is_never_loaded_from_a_dead_server()
    {
        await using var tab = await chromium.NewTab(owned.Server, await owned.Owner(chromium));
        await tab.Goto(Editors.Board);
        var dialog = await tab.Open("add-source");
        await dialog.Locator("[name=title]").FillAsync("Typed before it froze");
        await tab.Mark();
        await tab.Page.RouteAsync("**/*", route => route.AbortAsync()); // nothing that is asked for from now on is answered
        await tab.Page.EvaluateAsync("""
            () => {
              document.dispatchEvent(new CustomEvent("island:there", { detail: () => Promise.reject(new Error("There is no event handler")) }));
              document.dispatchEvent(new Event("visibilitychange"));
            }
            """);
        await Assertions.Expect(tab.Page.Locator(Bar)).ToContainTextAsync("The page is loaded again as soon as it answers");
        await Axe.Check(tab.Page);
        await Task.Delay(2_000, TestContext.Current.CancellationToken);
        Assert.Equal("Typed before it froze", await dialog.Locator("[name=title]").InputValueAsync()); // the page still stands
        await tab.Page.Locator("[data-try]").ClickAsync();
        await Assertions.Expect(tab.Page.Locator(Bar)).ToContainTextAsync("still does not answer");

        await tab.Page.UnrouteAllAsync();

        await tab.IsLoadedAgain();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Dialog).Locator("[name=title]")).ToHaveValueAsync("Typed before it froze");
    }

    [Fact]
    public async Task What_was_saved_in_a_dialog_opened_from_another_is_no_draft_any_more()
    {
        await using var tab = await chromium.NewTab(owned.Server, await owned.Owner(chromium));
        await tab.Goto(Editors.Board);
        var form = await tab.OpenFromRecord("Milestones");
        await form.Type("note", "Saved, and done with");
        await form.Press("Save");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(1); // the list of everything on file is still open

        await tab.Page.ReloadAsync();
        await tab.Open("add-source");

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(1);
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Dialog).Locator("[name=publisher]")).ToHaveValueAsync("");
        tab.MustBeClean();
    }

    [Fact]
    public async Task A_draft_is_not_shown_to_somebody_else_who_signs_in_in_the_same_tab()
    {
        await using var server = await BoardServer.Start();
        await using var tab = await chromium.NewTab(server, await chromium.MakeOwner(server));
        await tab.Goto(Editors.Board);
        var dialog = await tab.Open("add-source");
        await dialog.Locator("[name=title]").FillAsync("Only mine");
        await tab.Page.Context.ClearCookiesAsync();
        await tab.Page.Context.AddCookiesAsync(await chromium.MakeMember(server, "Ben", "editor"));

        await tab.Page.ReloadAsync();
        await tab.Open("add-source");

        Assert.Equal("", await tab.Page.GetByRole(AriaRole.Dialog).Locator("[name=title]").InputValueAsync());
        tab.MustBeClean();
    }
}
