using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ThesisBoard.Features.Replays;
using ThesisBoard.Tests.Data;
using ThesisBoard.Tests.Features.Shares;
using Xunit;

namespace ThesisBoard.Tests.Features.Replays;

/// <summary>The replay as a browser without scripts has it, on 22 Nov 2026.</summary>
public sealed class ReplayPageTests
{
    private const string Replay = $"/t/{ShareHouse.Slug}/replay";

    [Fact]
    public async Task What_was_known_on_a_day_is_a_link()
    {
        await using var house = new ShareHouse();
        using var reader = house.Reader();
        var page = await Page(reader, $"{Replay}?on=2026-03-17");

        Assert.Equal("Verdict: Unproven", page.QuerySelector(".verdict h2")!.TextContent);
        Assert.Equal(9, page.QuerySelectorAll(".stood li").Length);
        Assert.All(page.QuerySelectorAll(".stood li"), li => Assert.Equal(li.GetAttribute("data-standing"), li.QuerySelector(".st")!.TextContent));
        Assert.Contains("17 Mar 2026", page.QuerySelector(".story li[aria-current]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("2,000\u00a0BTC in Mar 2026", page.QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal); // known since April only
    }

    [Fact]
    public async Task Without_scripts_each_turn_is_reached_by_links_from_the_first_to_what_lies_ahead()
    {
        await using var house = new ShareHouse();
        using var reader = house.Reader();
        var (at, verdicts, days) = (Replay, new List<string>(), new List<string>());
        var page = await Page(reader, at);
        Assert.Null(page.QuerySelector("#turn-previous")!.GetAttribute("href"));
        for (; ; page = await Page(reader, at))
        {
            verdicts.Add(page.QuerySelector(".verdict h2")!.TextContent["Verdict: ".Length..]);
            days.Add(page.QuerySelector("#replay-on")!.GetAttribute("value")!);
            Assert.True(days.Count < 100, "The story does not end.");
            if (page.QuerySelector("#turn-next")!.GetAttribute("href") is not { } next)
                break;
            at = next;
        }

        Assert.Equal(("2025-03-27", "2027-01-01"), (days[0], days[^1]));
        Assert.Equal(page.QuerySelectorAll(".story .when").Select(a => a.GetAttribute("href")!.Split('=')[1]), days);
        Assert.Equal(["Unproven", "Strained", "Broken"], verdicts.Distinct());
        Assert.Contains("lies ahead", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("time alone", page.QuerySelector(".came")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_says_what_came_in_and_which_standing_moved_and_why()
    {
        await using var house = new ShareHouse();
        using var reader = house.Reader();
        var page = await Page(reader, $"{Replay}?on=2026-04-10");
        page = page.QuerySelector("#turn-previous") is { } before && page.QuerySelector(".came h2")!.TextContent.StartsWith("Nothing", StringComparison.Ordinal)
            ? await Page(reader, before.GetAttribute("href")!) : page;

        var moved = page.QuerySelector(".moved")!.TextContent;
        Assert.Contains("moved from Unknown to Broken", moved, StringComparison.Ordinal);
        Assert.Contains("2,000\u00a0BTC in Mar 2026", moved, StringComparison.Ordinal);
        Assert.Contains("2,000\u00a0BTC", page.QuerySelector(".came")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("was Unknown", page.QuerySelector(".stood .now")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("on=yesterday", HttpStatusCode.BadRequest, "no date")]
    [InlineData("on=2020-01-01", HttpStatusCode.NotFound, "27 Mar 2025")]
    public async Task A_day_that_is_none_or_lies_before_the_record_says_so_and_where_to_go(string query, HttpStatusCode status, string words)
    {
        await using var house = new ShareHouse();
        using var reader = house.Reader();
        using var answer = await reader.GetAsync($"{Replay}?{query}");
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_files_hold_every_turn_of_the_page()
    {
        await using var house = new ShareHouse();
        using var reader = house.Reader();
        var page = await Page(reader, Replay);
        var days = page.QuerySelectorAll(".story .when time").Select(t => t.GetAttribute("datetime")!).ToList();

        var json = JsonDocument.Parse(await reader.GetStringAsync(ReplayUrls.Json($"/t/{ShareHouse.Slug}"))).RootElement;
        var turns = json.GetProperty("turns").EnumerateArray().ToList();
        Assert.Equal(days, turns.Select(t => t.GetProperty("on").GetString()));
        Assert.Equal("Undisclosed", turns[^1].GetProperty("standings").GetProperty("ai-build-out").GetString());
        Assert.Equal(Store.Sample().Record.Evidence.Count, turns.Sum(t => t.GetProperty("cameIn").EnumerateArray().Sum(a => a.GetProperty("evidence").GetArrayLength())));

        var csv = await reader.GetStringAsync(ReplayUrls.Csv($"/t/{ShareHouse.Slug}"));
        Assert.StartsWith("Date,What,About,Before,After,Why,Source,Grade\r\n2025-03-27,standing,", csv, StringComparison.Ordinal);
        Assert.Contains("2027-01-01,verdict,,Strained,Broken,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shared_replay_stays_below_its_link_and_that_of_a_pinned_link_ends_with_the_pin()
    {
        await using var house = new ShareHouse();
        using var reader = house.Reader();
        var (link, _) = await house.Make(new() { Name = "Pinned", PinnedOn = new(2026, 3, 17) });

        var page = await Page(reader, $"{link}/replay?on=2027-01-01");
        Assert.Equal("2026-03-17", page.QuerySelector("#replay-on")!.GetAttribute("value"));
        Assert.All(page.QuerySelectorAll("main a[href^='/']"), a => Assert.StartsWith(link, a.GetAttribute("href")!, StringComparison.Ordinal));
        Assert.DoesNotContain("Cango", page.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-04", await reader.GetStringAsync($"{link}/replay.json"), StringComparison.Ordinal);

        var (open, _) = await house.Make(new() { Name = "Follows", ShowsPreview = true });
        Assert.Equal("Verdict: Broken", (await Page(reader, $"{open}/replay?on=2027-01-01")).QuerySelector(".verdict h2")!.TextContent);
        Assert.NotNull((await Page(reader, open)).QuerySelector($"#replay-link[href^='{open}/replay']"));
    }

    [Fact]
    public async Task Behind_a_door_the_replay_is_not_there()
    {
        await using var house = new ShareHouse();
        using var reader = house.Reader();
        var (link, _) = await house.Make(new() { Name = "Locked", Password = "correct horse" });
        foreach (var path in new[] { "/replay", "/replay.csv", "/replay.json" })
        {
            using var answer = await reader.GetAsync(link + path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private static async Task<IDocument> Page(HttpClient reader, string path) => await new HtmlParser().ParseDocumentAsync(await reader.GetStringAsync(path));
}
