using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Documents;
using ThesisBoard.Browser.Tests.Editing;
using ThesisBoard.Browser.Tests.Hosting;
using ThesisBoard.Browser.Tests.Shares;

namespace ThesisBoard.Browser.Tests.ReadMe;

/// <summary>The pictures of the README, from the product as it is: <c>dotnet run tests/pictures/take.cs</c> takes them anew.</summary>
public sealed class PictureTests(Chromium chromium)
{
    private const int MostBytes = 160 * 1024;
    private const int Wide = 1100;
    private const int High = 700;

    private static readonly string Folder = Path.Combine(BuiltApp.Root, "tests", "pictures");

    /// <summary>Written for the picture in the manner of an exhibit, with figures of the sample: the reader has something to show without a network.</summary>
    private const string Release = """
        <html><head><title>Cango Inc. Reports First Quarter 2026 Unaudited Financial Results</title></head><body>
        <p>Exhibit 99.1</p><h1>Cango Inc. Reports First Quarter 2026 Unaudited Financial Results</h1>
        <h2>Balance sheet</h2>
        <p>Long-term debt was reduced to US$30.6 million as of March 31, 2026, from US$557.6 million as of December 31, 2025. The reduction was paid for with the proceeds of the sale of Bitcoin described below.</p>
        <h2>Bitcoin</h2>
        <p>In February 2026 the Company sold 4,451 Bitcoin for net proceeds of approximately US$305 million. The proceeds were used to repay a Bitcoin-collateralized loan.</p>
        <h2>Selected figures</h2>
        <table><tr><th>US$ millions</th><th>March 31, 2026</th><th>December 31, 2025</th></tr><tr><td>Long-term debt</td><td>30.6</td><td>557.6</td></tr></table>
        </body></html>
        """;

    [Fact(Explicit = true)]
    public async Task Every_picture_of_the_README_is_taken_from_the_product()
    {
        await using var server = await BoardServer.Start();
        await using (var reader = await chromium.NewTab(server, width: Wide))
        {
            await Show(reader, "board", Editors.Board);
            await Show(reader, "replay", Editors.Board + "/replay?on=2026-04-10");
        }

        await using (var dark = await chromium.NewTab(server, Theme.Dark, Wide))
        {
            await dark.Page.SetViewportSizeAsync(Wide, High);
            await dark.Goto(Editors.Board);
            await Charts.ScrollThrough(dark.Page);
            await dark.Page.Locator("#charts").EvaluateAsync("charts => scrollTo(0, charts.offsetTop - 12)");
            await Pictures.Take(dark.Page, "dark", wholePage: false);
        }

        await using (var phone = await chromium.NewTab(server, width: 390))
            await Show(phone, "phone", Editors.Board);
        await ByTheOwner(server);
    }

    [Fact]
    public void The_README_shows_pictures_that_are_there_and_small()
    {
        var shown = Directory.GetFiles(BuiltApp.Root, "README.md").Concat(Directory.GetFiles(Path.Combine(BuiltApp.Root, "src", "ThesisBoard"), "*.md")).SelectMany(f => File.ReadAllText(f).Split("tests/pictures/").Skip(1).Select(rest => rest[..(rest.IndexOf(".png", StringComparison.Ordinal) + 4)])).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(shown.Order(StringComparer.Ordinal), Directory.GetFiles(Folder, "*.png").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.Equal([], Directory.GetFiles(Folder, "*.png").Select(f => new FileInfo(f)).Where(f => f.Length > MostBytes).Select(f => f.Name));
    }

    private async Task ByTheOwner(BoardServer server)
    {
        await using var owner = await chromium.NewTab(server, await chromium.MakeOwner(server), width: Wide);
        await ReaderSteps.Drop(owner, ("ex99-1.htm", Release));
        await ReaderSteps.OpenReader(owner, Release);
        await owner.Page.FrameLocator("iframe[data-reader]").GetByText("Long-term debt was reduced").WaitForAsync();
        await ReaderSteps.Attach(owner, "Long-term debt was reduced to US$30.6 million as of March 31, 2026", "Long-term debt fell to $30.6M.");
        await owner.Page.Locator(".mud-snackbar button").Last.ClickAsync();
        await Assertions.Expect(owner.Page.Locator(".mud-snackbar")).ToHaveCountAsync(0);
        await owner.Page.SetViewportSizeAsync(Wide, High);
        await ReaderSteps.Select(owner, "sold 4,451 Bitcoin for net proceeds of approximately US$305 million");
        await Pictures.Take(owner.Page, "reader", wholePage: false);

        var link = await owner.MakeLink("Investors", pinned: "2026-05-31");
        await using var reader = await chromium.NewTab(server, width: Wide);
        await Show(reader, "shared", link);
    }

    private static async Task Show(Tab tab, string name, string path)
    {
        if (name != "phone")
            await tab.Page.SetViewportSizeAsync(Wide, High);
        await tab.Goto(path);
        await Pictures.Take(tab.Page, name, wholePage: false);
        tab.MustBeClean();
    }
}
