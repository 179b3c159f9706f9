using System.Text;
using ThesisBoard.Data;
using ThesisBoard.Features.Filings;
using ThesisBoard.Features.Members;
using ThesisBoard.Tests.Data;
using ThesisBoard.Tests.Shared.Edgar;
using ThesisBoard.Tests.Sources.Sec;
using Xunit;

namespace ThesisBoard.Tests.Features.Filings;

/// <summary>From a filing on EDGAR to the inbox.</summary>
public sealed class WatcherTests
{
    private const string Slug = "cango-ai-pivot";
    private static readonly DateOnly Filed = new(2026, 11, 20);

    [Fact]
    public async Task A_new_6_K_with_its_release_arrives_in_the_inbox_once()
    {
        await using var house = await SecHouse.Open();
        var issuer = FakeIssuer.Cango(house.Edgar);
        Assert.Equal(new(0, null), await house.Run(house.Watcher.CheckAll(default)));
        var published = issuer.Publish(FakeFiling.ThirdQuarter(Filed));
        Assert.Equal(new(1, null), await house.Run(house.Watcher.CheckAll(default)));
        Assert.Equal(new(0, null), await house.Run(house.Watcher.CheckAll(default)));

        var filing = Assert.Single((await house.Shelf.Inbox(Store.Machine, Slug))!.Filings);
        Assert.Equal((published.Accession, "6-K", Filed, FilingState.New, 1725123L), (filing.Accession, filing.Form, filing.Filed, filing.State, filing.Cik));
        Assert.Equal(["6-K", "EX-99.1"], filing.Documents.Select(d => d.Exhibit));
        Assert.Equal("PRESS RELEASE - THIRD QUARTER 2026 RESULTS", filing.Title);
        var release = await house.Get<Documents>().Read(filing.Documents[1].Hash, default);
        Assert.Contains("US$30.6 million", Encoding.UTF8.GetString(release!.Bytes), StringComparison.Ordinal);
        Assert.Equal(1, house.Edgar.Count(issuer.PathOf(published, published.Documents[1].Name)));
    }

    [Fact]
    public async Task Only_wanted_forms_of_the_last_ninety_days_are_brought_in()
    {
        await using var house = await SecHouse.Open();
        var issuer = FakeIssuer.Cango(house.Edgar);
        issuer.Publish(FakeFiling.ThirdQuarter(new(2026, 8, 1)) with { Accession = "0001213900-26-000001" });
        issuer.Publish(FakeFiling.ThirdQuarter(new(2026, 9, 1)) with { Accession = "0001213900-26-000002", Form = "SC 13G" });
        issuer.Publish(FakeFiling.ThirdQuarter(new(2026, 9, 2)) with { Accession = "0001213900-26-000003", Form = "20-F/A" });
        Assert.Equal(new(1, null), await house.Run(house.Watcher.CheckAll(default)));
        Assert.Equal("20-F/A", Assert.Single((await house.Shelf.Inbox(Store.Machine, Slug))!.Filings).Form);
        Assert.Equal(new(1, null), await house.Run(house.Watcher.Fetch(Store.Machine, Slug, " 0001213900-26-000001 ")));
        Assert.Equal(2, (await house.Shelf.Inbox(Store.Machine, Slug))!.Total);
    }

    [Fact]
    public async Task A_filing_without_a_header_is_told_by_the_names_of_its_files()
    {
        await using var house = await SecHouse.Open();
        var issuer = FakeIssuer.Cango(house.Edgar);
        var published = issuer.Publish(FakeFiling.ThirdQuarter(Filed));
        house.Edgar.Next(issuer.PathOf(published, FakeIssuer.HeaderOf(published)), FakeAnswer.Text(404, "<Error><Code>NoSuchKey</Code></Error>", "application/xml"));
        Assert.Equal(new(1, null), await house.Run(house.Watcher.CheckAll(default)));
        Assert.Equal(["6-K", "EX-99.1"], Assert.Single((await house.Shelf.Inbox(Store.Machine, Slug))!.Filings).Documents.Select(d => d.Exhibit));
    }

    [Theory]
    [InlineData("ea029900101ex99-1_cango.htm", "EX-99.1")]
    [InlineData("d123456dex991.htm", "EX-99.1")]
    [InlineData("tm2512345d1_ex99-2.htm", "EX-99.2")]
    [InlineData("exhibit311.htm", "EX-31.1")]
    [InlineData("ex99.htm", "EX-99")]
    [InlineData("cango-20251231.htm", "")]
    [InlineData("R2.htm", "")]
    public void The_name_of_a_file_tells_its_exhibit(string name, string exhibit) => Assert.Equal(exhibit, FilingFetcher.ExhibitOf(name));

    [Fact]
    public async Task A_filing_under_another_companys_number_is_held()
    {
        await using var house = await SecHouse.Open();
        FakeIssuer.Cango(house.Edgar).Publish(FakeFiling.ThirdQuarter(Filed), underCik: 320193);
        await house.Run(house.Watcher.CheckAll(default));
        var filing = Assert.Single((await house.Shelf.Inbox(Store.Machine, Slug))!.Filings);
        Assert.Equal(FilingState.Held, filing.State);
        Assert.Contains("Somebody Else Corp", filing.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_today_is_brought_in_with_a_later_check_and_holds_up_no_other()
    {
        await using var house = await SecHouse.Open();
        var issuer = FakeIssuer.Cango(house.Edgar);
        var first = issuer.Publish(FakeFiling.ThirdQuarter(Filed));
        issuer.Publish(FakeFiling.ThirdQuarter(Filed) with { Accession = "0001213900-26-099002" });
        house.Edgar.Next(issuer.PathOf(first, first.Documents[1].Name), new FakeAnswer(200, first.Documents[1].Bytes) { CutAfter = 50 });
        var report = await house.Run(house.Watcher.CheckNow(Store.Machine, Slug));
        Assert.Equal(1, report.Arrived);
        Assert.NotNull(report.Trouble);
        Assert.Equal(new(1, null), await house.Run(house.Watcher.CheckNow(Store.Machine, Slug)));
    }

    [Fact]
    public async Task Where_the_list_cannot_be_had_the_feed_of_the_other_host_stands_in()
    {
        await using var house = await SecHouse.Open();
        var issuer = FakeIssuer.Cango(house.Edgar);
        issuer.Publish(FakeFiling.ThirdQuarter(Filed));
        issuer.Publish(FakeFiling.ThirdQuarter(Filed) with { Accession = "0001213900-26-099002", Form = "SC 13G" });
        house.Edgar.Next(issuer.ListPath, FakeAnswer.Text(200, "<html><body>Please sign in to the hotel's network</body></html>"));
        var report = await house.Run(house.Watcher.CheckNow(Store.Machine, Slug));
        Assert.Equal(1, report.Arrived);
        Assert.Contains("feed of the newest filings", report.Trouble!, StringComparison.Ordinal);
        var filing = Assert.Single((await house.Shelf.Inbox(Store.Machine, Slug))!.Filings);
        Assert.Equal(("6-K", Filed, Filed, FilingState.New), (filing.Form, filing.Filed, filing.PeriodEnd, filing.State));
        Assert.Equal(["6-K", "EX-99.1"], filing.Documents.Select(d => d.Exhibit));

        // Once the list is there again it is asked, and the feed is not.
        Assert.Equal(new(0, null), await house.Run(house.Watcher.CheckNow(Store.Machine, Slug)));
        Assert.Equal(1, house.Edgar.Count(issuer.FeedPath));
    }

    [Fact]
    public async Task A_feed_of_somebody_else_stands_in_for_nothing_and_a_refusal_is_not_tried_twice()
    {
        await using var house = await SecHouse.Open();
        var issuer = FakeIssuer.Cango(house.Edgar);
        var other = new FakeIssuer(house.Edgar, 320193, "Apple Inc.");
        other.Publish(FakeFiling.ThirdQuarter(Filed));
        var page = FakeAnswer.Text(200, "<html><body>down</body></html>");
        house.Edgar.Next(issuer.ListPath, page, FakeAnswer.Text(403, "<title>SEC.gov | Request Rate Threshold Exceeded</title>"));
        house.Edgar.Next(issuer.FeedPath, FakeAnswer.Text(200, FakePages.Feed(320193, "Apple Inc.", [FakeFiling.ThirdQuarter(Filed)], _ => house.Edgar.Address)));
        Assert.Contains("a page where its list belongs", (await house.Run(house.Watcher.CheckNow(Store.Machine, Slug))).Trouble!, StringComparison.Ordinal);
        Assert.Contains("too many requests", (await house.Run(house.Watcher.CheckNow(Store.Machine, Slug))).Trouble!, StringComparison.Ordinal);
        Assert.Equal(1, house.Edgar.Count(issuer.FeedPath));
        Assert.Equal(0, (await house.Shelf.Count(Slug)).Open);
    }

    [Fact]
    public async Task Off_line_a_check_says_so_and_the_inbox_stands()
    {
        await using var house = await SecHouse.Open();
        FakeIssuer.Cango(house.Edgar).Publish(FakeFiling.ThirdQuarter(Filed));
        await house.Run(house.Watcher.CheckAll(default));
        house.Edgar.IsDown = true;
        var report = await house.Run(house.Watcher.CheckNow(Store.Machine, Slug));
        Assert.Contains("cannot be reached", report.Trouble!, StringComparison.Ordinal);
        Assert.Equal(1, (await house.Shelf.Count(Slug)).New);
    }

    [Fact]
    public async Task Nobody_without_the_right_brings_anything_in()
    {
        await using var house = await SecHouse.Open();
        FakeIssuer.Cango(house.Edgar).Publish(FakeFiling.ThirdQuarter(Filed));
        var viewer = await house.Store.Member(Role.Viewer);
        Assert.Contains("role", (await house.Run(house.Watcher.CheckNow(viewer, Slug))).Trouble!, StringComparison.Ordinal);
        Assert.Equal(0, (await house.Shelf.Count(Slug)).Open);
    }

    [Fact]
    public async Task A_watch_that_is_off_asks_nothing_and_one_that_runs_looks_again_by_itself()
    {
        await using var house = await SecHouse.Open();
        var issuer = FakeIssuer.Cango(house.Edgar);
        Assert.IsType<FilingResult.Saved>(await house.Shelf.Save(Store.Machine, Slug, new WatchIssuer(false)));
        await house.Watcher.StartAsync(default);
        await Advance(house, TimeSpan.FromHours(1));
        Assert.Empty(house.Edgar.Requests);
        Assert.IsType<FilingResult.Saved>(await house.Shelf.Save(Store.Machine, Slug, new WatchIssuer(true)));
        issuer.Publish(FakeFiling.ThirdQuarter(Filed));
        for (var n = 0; n < 40 && (await house.Shelf.Count(Slug)).New == 0; n++)
            await Advance(house, TimeSpan.FromMinutes(2));
        await house.Watcher.StopAsync(default);
        Assert.Equal(1, (await house.Shelf.Count(Slug)).New);
    }

    private static async Task Advance(SecHouse house, TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromSeconds(20))
        {
            house.Store.Clock.Advance(TimeSpan.FromSeconds(20));
            await Task.Delay(3, TestContext.Current.CancellationToken);
        }
    }
}
