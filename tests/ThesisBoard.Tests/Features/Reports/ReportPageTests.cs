using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;
using ThesisBoard.Features.Evidence;
using ThesisBoard.Features.Shares;
using ThesisBoard.Tests.Features.Shares;
using Xunit;
using Store = ThesisBoard.Tests.Data.Store;

namespace ThesisBoard.Tests.Features.Reports;

/// <summary>The thesis report as a browser has it before it prints, on 22 Nov 2026.</summary>
public sealed partial class ReportPageTests
{
    private const string Board = $"/t/{ShareHouse.Slug}";
    private const string Report = $"{Board}/report";
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_says_what_the_board_says_of_verdict_line_and_every_criterion()
    {
        await using var house = new ShareHouse();
        using var reader = house.Reader();
        var (board, report) = (await Page(reader, Board), await Page(reader, Report));

        Assert.Equal(board.QuerySelector(".verdict h2")!.TextContent, report.QuerySelector(".report-verdict h2")!.TextContent);
        Assert.Equal(board.QuerySelector(".verdict .reason")!.TextContent, report.QuerySelector(".report-verdict b:has(.whole), .report-verdict div b")!.TextContent);
        Assert.Equal(board.QuerySelectorAll(".leg .st").Select(s => s.TextContent), report.QuerySelectorAll("table.report-line .st").Select(s => s.TextContent));
        Assert.Contains("39 days left", report.QuerySelector("section:has(> table.report-line)")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            board.QuerySelectorAll("details.row").Select(row => (row.GetAttribute("data-title"), row.GetAttribute("data-standing"))),
            report.QuerySelectorAll("table.report-criteria tr:not(.report-group) td:nth-child(2) b").Select(b => ((string?)b.TextContent, (string?)b.Closest("tr")!.QuerySelector(".st")!.TextContent)));
        Assert.Contains($"href=\"{Report}\"", board.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_names_what_is_missing_what_would_settle_it_and_what_is_due()
    {
        await using var house = new ShareHouse();
        using var reader = house.Reader();
        var missing = (await Page(reader, Report)).QuerySelector(".report-missing")!.TextContent;
        foreach (var words in (string[])["Next report: ", "It must answer all that is open", "The AI build-out can be verified: unknown", "What would settle it: ", "disagreements and findings"])
            Assert.Contains(words, missing, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("of silence since 31 Dec 2026", (await Page(reader, $"{Report}?asOf=2027-01-01")).QuerySelector(".report-missing")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_number_leads_to_a_source_that_is_spelled_out_with_publisher_grade_date_and_address()
    {
        await using var house = new ShareHouse();
        using var reader = house.Reader();
        var page = await Page(reader, Report);
        var sources = page.QuerySelectorAll(".report-sources li").Select(li => li.TextContent).ToList();
        var cited = Numbers().Matches(page.QuerySelector(".report-criteria")!.TextContent + page.QuerySelector(".report-evidence")!.TextContent)
            .SelectMany(m => m.Groups[1].Value.Split(',')).Select(n => int.Parse(n.Trim(), CultureInfo.InvariantCulture)).Distinct().Order();

        Assert.Equal(Enumerable.Range(1, sources.Count), cited);
        var record = Store.Sample().Record;
        Assert.All(sources, text =>
        {
            var source = Assert.Single(record.Sources, s => text.StartsWith($"{s.Publisher}: {s.Title}.", StringComparison.Ordinal));
            Assert.Contains(Figures.Date(source.Published.Date), text, StringComparison.Ordinal);
            Assert.Contains(source.Url?.AbsoluteUri ?? "", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Exact_words_stand_in_quotation_marks_with_where_they_are_and_before_claims_about_the_same_criterion()
    {
        await using var house = new ShareHouse();
        using var reader = house.Reader();
        var content = (await house.Get<BoardShelf>().Board(ShareHouse.Slug, default))!.Content;
        var evidence = content.Record.Evidence.First(e => e.Key == "march-sale");
        var hash = Sha256.Of("kept"u8);
        await house.Save(new AttachEvidence(evidence with { Key = "quoted", Quote = "sold 2,000 BTC <b>in March</b>", Anchor = new(hash, "sold 2,000 BTC", Accession: "0001725123-26-000001", Exhibit: "EX-99.1") }));

        var told = (await Page(reader, Report)).QuerySelectorAll(".report-evidence li").ToList();
        var quoted = Assert.Single(told, li => li.QuerySelector("blockquote") is not null);
        Assert.Equal("“sold 2,000 BTC <b>in March</b>”", quoted.QuerySelector("blockquote")!.TextContent);
        Assert.Contains($"0001725123-26-000001, EX-99.1, SHA-256 {hash.Brief}…", quoted.TextContent, StringComparison.Ordinal);
        Assert.True(told.IndexOf(quoted) <= told.FindIndex(li => li.TextContent.Contains("Contradicts “No further Bitcoin is sold”", StringComparison.Ordinal)), "Own words about the same criterion stand before its quote.");
    }

    [Fact]
    public async Task On_paper_nothing_waits_for_a_hand_or_a_script()
    {
        await using var house = new ShareHouse();
        using var reader = house.Reader();
        var sheet = (await Page(reader, $"{Report}?asOf=2026-11-22")).QuerySelector("article.report")!;

        Assert.Empty(sheet.QuerySelectorAll("button, form, input, select, details, script"));
        Assert.Equal(2, sheet.QuerySelectorAll("figure svg.chart-svg").Length);
        Assert.Equal($"http://localhost{Report}?asOf=2026-11-22", sheet.QuerySelector(".report-foot a")!.GetAttribute("href"));
        Assert.Contains("Made on 22 Nov 2026, 12:00 UTC from version 1 of the record", sheet.QuerySelector(".report-foot")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", HttpStatusCode.OK, "Verdict: </span>Strained")]
    [InlineData("?asOf=2026-03-17", HttpStatusCode.OK, "Verdict: </span>Unproven")]
    [InlineData("?asOf=2027-01-01", HttpStatusCode.OK, "lies ahead")]
    [InlineData("?asOf=yesterday", HttpStatusCode.BadRequest, "no date")]
    [InlineData("?asOf=2020-01-01", HttpStatusCode.NotFound, "27 Mar 2025")]
    public async Task The_date_is_in_the_link(string query, HttpStatusCode status, string words)
    {
        await using var house = new ShareHouse();
        using var reader = house.Reader();
        using var answer = await reader.GetAsync(Report + query, Now);
        var page = await answer.Content.ReadAsStringAsync(Now);
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(words, page, StringComparison.Ordinal);
        if (query.Contains("2026-03-17", StringComparison.Ordinal))
            Assert.DoesNotContain("May 2026", page, StringComparison.Ordinal); // not known yet
    }

    [Fact]
    public async Task A_shared_report_stays_below_its_link_and_one_that_is_pinned_knows_nothing_later()
    {
        await using var house = new ShareHouse();
        var (link, _) = await house.Make(new() { Name = "Pinned", PinnedOn = new(2026, 3, 17) });
        using var reader = house.Reader();
        var page = await Page(reader, $"{link}/report?asOf=2027-01-01");

        Assert.Equal("Verdict: Unproven", page.QuerySelector(".report-verdict h2")!.TextContent);
        Assert.Contains("Pinned at 17 Mar 2026", page.QuerySelector("#pinned")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("A shared board · ThesisBoard", page.Title);
        Assert.All(page.QuerySelectorAll("a[href^='/']"), a => Assert.StartsWith(link, a.GetAttribute("href")!, StringComparison.Ordinal));
        Assert.Contains(link, page.QuerySelector(".report-foot a")!.GetAttribute("href")!, StringComparison.Ordinal);
        Assert.NotNull((await Page(reader, link)).QuerySelector($"#report-link[href='{link}/report']"));
    }

    [Fact]
    public async Task Coming_by_the_report_is_a_view_and_going_on_to_the_board_is_not_another()
    {
        await using var house = new ShareHouse();
        var (link, id) = await house.Make(new() { Name = "Counted" });
        using var reader = house.Reader();
        foreach (var path in (string[])[$"{link}/report", link, $"{link}/report?asOf=2026-05-31"])
            Assert.Contains("Verdict:", await reader.GetStringAsync(path, Now), StringComparison.Ordinal);
        Assert.Equal(1, (await house.Get<ShareList>().Of(Store.Machine, ShareHouse.Slug, Now))!.Single(l => l.Id == id).Views);
    }

    [Fact]
    public async Task A_link_with_a_password_leads_to_its_door_and_from_there_to_the_report_of_the_day_that_was_asked_for()
    {
        await using var house = new ShareHouse();
        var (link, _) = await house.Make(new() { Name = "Locked", Password = "correct horse" });
        using var reader = house.Reader();
        using var door = await reader.GetAsync($"{link}/report?asOf=2026-05-31", Now);
        var at = door.RequestMessage!.RequestUri!.PathAndQuery;
        Assert.StartsWith($"{link}?", at, StringComparison.Ordinal);
        Assert.DoesNotContain("Cango", await door.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);

        using var wrong = await ShareHouse.Post(reader, at, "open-share", ("Password", "wrong horse"));
        Assert.Contains("That is not the password", await wrong.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
        using var right = await ShareHouse.Post(reader, at, "open-share", ("Password", "correct horse"));
        Assert.Equal($"{link}/report?asOf=2026-05-31", right.RequestMessage!.RequestUri!.PathAndQuery);
        Assert.Contains("class=\"report\"", await right.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
    }

    private static async Task<IDocument> Page(HttpClient reader, string path) => await new HtmlParser().ParseDocumentAsync(await reader.GetStringAsync(path, Now), Now);

    [GeneratedRegex(@"\[([0-9,\s]+)\]")]
    private static partial Regex Numbers();
}
