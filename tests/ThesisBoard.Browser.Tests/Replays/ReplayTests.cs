using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Browser.Tests.Replays;

/// <summary>The Cango story from 27 Mar 2025 to 1 Jan 2027, played.</summary>
public sealed class ReplayTests(Chromium chromium, BoardServer server) : IClassFixture<BoardServer>
{
    private const string Replay = "/t/cango-ai-pivot/replay";

    [Fact]
    public async Task The_story_is_played_from_the_first_day_to_the_last_in_one_document()
    {
        await using var tab = await chromium.NewTab(server, Theme.Light, 1440);
        var page = tab.Page;
        await page.Clock.InstallAsync(); // what waits for a turn's time is not waited for
        await tab.Goto(Replay);
        await tab.Mark();
        var days = await page.Locator(".story .when time").EvaluateAllAsync<string[]>("times => times.map(time => time.dateTime)");
        Assert.Equal(("2025-03-27", "2027-01-01"), (days[0], days[^1]));

        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator("#replay-play")).ToHaveTextAsync("Pause");
        var verdicts = new List<string>();
        foreach (var (day, turn) in days.Select((day, turn) => (day, turn)))
        {
            if (turn > 0)
                await page.Clock.FastForwardAsync(2500);
            await Assertions.Expect(page.Locator("#replay-on")).ToHaveValueAsync(day);
            verdicts.Add(await page.Locator("#verdict-word").InnerTextAsync());
            Assert.Equal($"{turn}", await page.Locator("#replay-slider").InputValueAsync());
            await Pictures.Take(page, Invariant($"replay-{turn:00}-{day}"));
        }

        await Assertions.Expect(page.Locator("#replay-play")).ToHaveTextAsync("Play");
        Assert.EndsWith("on=2027-01-01", page.Url, StringComparison.Ordinal);
        Assert.Equal(["Unproven", "Strained", "Broken"], verdicts.Select(v => v.Split('\n')[^1]).Distinct());
        Assert.True(await tab.IsSameDocument(), "The page was loaded anew.");
        await Fit.Check(page);
        tab.MustBeClean();
    }

    [Fact]
    public async Task On_a_phone_the_arrows_the_slider_and_the_back_button_turn_it()
    {
        await using var tab = await chromium.NewTab(server, Theme.Dark, 390);
        var page = tab.Page;
        await tab.Goto($"{Replay}?on=2026-03-17");
        await Assertions.Expect(page.Locator("#verdict-word")).ToContainTextAsync("Unproven");
        await Fit.Check(page);
        await Pictures.Take(page, "replay-phone");

        await page.Locator("#replay-slider").FillAsync((await page.Locator("#replay-slider").GetAttributeAsync("max"))!);
        await Assertions.Expect(page.Locator("#verdict-word")).ToContainTextAsync("Broken");
        Assert.EndsWith("on=2027-01-01", page.Url, StringComparison.Ordinal);
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(page.Locator("#verdict-word")).ToContainTextAsync("Strained");
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("#verdict-word")).ToContainTextAsync("Broken");
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("#replay-on")).ToHaveValueAsync("2026-03-17");
        tab.MustBeClean();
    }
}
