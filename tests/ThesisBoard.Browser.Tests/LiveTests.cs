using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Editing;
using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Browser.Tests;

/// <summary>A reader's page that follows its board: it says when it cannot, and catches up by itself.</summary>
public sealed class LiveTests(Chromium chromium, OwnedBoard owned) : IClassFixture<OwnedBoard>
{
    private const string Bar = ".connection[data-state=stale]";

    [Fact]
    public async Task A_reader_is_told_since_when_the_page_is_not_up_to_date_and_it_catches_up_by_itself()
    {
        await using var wire = Wire.To(owned.Server.Address);
        await using var reader = await chromium.NewTab(wire.Address, Theme.Light, 390);
        await using var editor = await chromium.NewTab(owned.Server, await owned.Owner(chromium));
        await reader.Goto(Editors.Board);
        await reader.Mark();
        await editor.Goto(Editors.Board);

        wire.Cut();
        await Assertions.Expect(reader.Page.Locator(Bar)).ToContainTextAsync("Not up to date since");
        await Axe.Check(reader.Page);
        await Pictures.Take(reader.Page, "stale-Light-390", wholePage: false);
        var dialog = await editor.Open("edit-thesis");
        await dialog.Type("title", "Renamed while the reader was away, Light");
        await dialog.Press("Save");
        await Assertions.Expect(editor.Page.Locator(".mud-snackbar")).ToBeVisibleAsync();
        wire.Mend();

        await Assertions.Expect(reader.Page.Locator("h1")).ToHaveTextAsync("Renamed while the reader was away, Light", new() { Timeout = 90_000 }); // it asks less and less often
        await Assertions.Expect(reader.Page.Locator(Bar)).ToHaveCountAsync(0);
        Assert.True(await reader.IsSameDocument());
    }

    [Fact]
    public async Task A_proxy_that_answers_with_an_error_leaves_the_page_as_it_is()
    {
        await using var reader = await chromium.NewTab(owned.Server);
        await reader.Goto(Editors.Board);
        await reader.Page.RouteAsync("**/*", route => route.FulfillAsync(new() { Status = 502, ContentType = "text/html", Body = "<h1>Bad gateway</h1>" }));

        await reader.Page.RunAndWaitForRequestFinishedAsync(() => reader.Page.EvaluateAsync("() => { Object.defineProperty(document, 'hidden', { get: () => window.isHidden, configurable: true }); for (window.isHidden of [true, false]) document.dispatchEvent(new Event('visibilitychange')); }"), new() { Predicate = request => new Uri(request.Url).AbsolutePath == Editors.Board }); // the page itself is asked for too

        await Assertions.Expect(reader.Page.Locator(Bar)).ToBeVisibleAsync();
        await reader.Page.EvaluateAsync("() => new Promise(done => setTimeout(done, 500))"); // what it would have done with the answer is done
        await Assertions.Expect(reader.Page.Locator("#board h1")).ToBeVisibleAsync();
    }
}
