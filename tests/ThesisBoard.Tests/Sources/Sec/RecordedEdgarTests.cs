using Microsoft.EntityFrameworkCore;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Filings;
using ThesisBoard.Features.Theses;
using ThesisBoard.Filings.Pages;
using ThesisBoard.Sources.Sec;
using ThesisBoard.Tests.Data;
using ThesisBoard.Tests.Shared.Edgar;
using Xunit;

namespace ThesisBoard.Tests.Sources.Sec;

/// <summary>What the SEC really sent, over a real connection, through the app's own client. Skipped where the corpus of real filings is absent.</summary>
public sealed class RecordedEdgarTests
{
    [Fact]
    public async Task A_real_list_on_two_pages_is_one_list_newest_first()
    {
        await using var house = await Open();
        var list = await house.Run(house.Client.Submissions(RecordedEdgar.Imunon));
        Assert.Equal(("Imunon, Inc.", 1395), (list.Name, list.Filings.Count));
        Assert.Equal(list.Filings.OrderByDescending(f => f.Filed).Select(f => f.Filed), list.Filings.Select(f => f.Filed));
        Assert.Equal(1395, list.Filings.Select(f => f.Accession).Distinct().Count());
        Assert.Equal(2, house.Edgar.Requests.Count);

        // A watch that looks back ninety days has no use for filings of 2010 and before: the second page is not asked for.
        await house.Run(house.Client.Submissions(RecordedEdgar.Imunon, new DateOnly(2026, 1, 1)));
        Assert.Equal(3, house.Edgar.Requests.Count);
    }

    [Fact]
    public async Task A_small_filer_and_one_without_filings_are_lists_too()
    {
        await using var house = await Open();
        Assert.Equal(27, (await house.Run(house.Client.Submissions(RecordedEdgar.TrFinance))).Filings.Count);
        Assert.Empty((await house.Run(house.Client.Submissions(RecordedEdgar.NothingFiled))).Filings);
    }

    [Fact]
    public async Task Real_company_facts_come_whole_and_the_second_time_as_not_modified()
    {
        await using var house = await Open();
        for (var n = 0; n < 2; n++)
        {
            var facts = (await house.Run(house.Client.CompanyFacts(RecordedEdgar.Apple))).Facts;
            Assert.Contains(facts, f => f.Key.Concept == "us-gaap:LongTermDebt" && f.Key.Period.End == new DateOnly(2024, 9, 28) && f.Value.ToString() == "96662000000");
        }

        Assert.Equal([false, true], house.Edgar.Requests.Select(r => r.IfNoneMatch.Length > 0));
        var borrowings = (await house.Run(house.Client.CompanyFacts(RecordedEdgar.Lpa))).Facts;
        Assert.Contains(borrowings, f => f.Key.Concept == "ifrs-full:Borrowings" && f.Value.ToString() == "267216692");
    }

    [Fact]
    public async Task The_secs_own_error_pages_are_four_errors_and_nothing_of_them_is_kept()
    {
        await using var house = await Open();
        const string list = "/submissions/CIK0001814722.json";
        house.Edgar.Next(list, RecordedEdgar.NoUserAgent, FakeAnswer.Text(200, "<html><head><title>Maintenance</title></head><body>Back soon.</body></html>"), RecordedEdgar.TooManyRequests);
        Assert.Equal(EdgarTrouble.UnknownCik, await Trouble(house, RecordedEdgar.UnknownFiler));
        Assert.Equal(EdgarTrouble.MissingUserAgent, await Trouble(house, RecordedEdgar.TrFinance));
        Assert.Equal(EdgarTrouble.HtmlInPlaceOfJson, await Trouble(house, RecordedEdgar.TrFinance));
        Assert.Equal(EdgarTrouble.TooManyRequests, await Trouble(house, RecordedEdgar.TrFinance));
        Assert.Equal(4, house.Edgar.Requests.Count);
        await using var db = await house.Store.Databases().CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.Empty(await db.EdgarAnswers.ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_real_release_a_real_6_K_and_a_real_quarterly_report_come_into_their_inboxes_as_they_are()
    {
        await using var house = await Open();
        var release = await Arrive(house, new() { Name = "The Buckle, Inc.", Cik = 885245 }, RecordedEdgar.BuckleRelease);
        Assert.Equal((FilingState.New, "8-K", "Items 2.02, 9.01", "EX-99.1"), (release.State, release.Form, release.Title, release.Documents[0].Exhibit));
        Assert.Contains("Net sales for the 13-week fiscal quarter ended November 2, 2024", await Text(house, release), StringComparison.OrdinalIgnoreCase);

        var foreign = await Arrive(house, new() { Name = "Koninklijke Philips N.V.", Cik = 313216 }, RecordedEdgar.PhilipsRelease);
        Assert.Equal((FilingState.New, "6-K"), (foreign.State, foreign.Documents[0].Exhibit));
        Assert.Contains("(Exact name of registrant as specified in its charter)", await Text(house, foreign), StringComparison.Ordinal);

        var report = await Arrive(house, new() { Name = "Apple Inc.", Cik = RecordedEdgar.Apple }, RecordedEdgar.AppleQuarter);
        Assert.Equal(RecordedEdgar.AppleQuarter.Documents[0].Bytes, (await house.Get<Documents>().Read(report.Documents[0].Hash, default))!.Bytes);
    }

    private static async Task<SecHouse> Open()
    {
        var house = await SecHouse.Open();
        house.Edgar.RecordLists();
        return house;
    }

    private static async Task<EdgarTrouble> Trouble(SecHouse house, long cik) =>
        (await Assert.ThrowsAsync<EdgarException>(() => house.Run(house.Client.Submissions(cik)))).Trouble;

    /// <summary>A board of this issuer, and its filing on EDGAR: what the watcher makes of it.</summary>
    private static async Task<Filing> Arrive(SecHouse house, Issuer issuer, FakeFiling filing)
    {
        var (sample, slug) = (Store.Sample(), $"board-of-{issuer.Cik}");
        var board = sample with { Thesis = sample.Thesis with { Slug = slug, Issuer = sample.Thesis.Issuer with { Name = issuer.Name, Cik = issuer.Cik } } };
        Assert.IsType<WriteResult.Saved>(await house.Get<BoardTransaction>().Save(Store.Machine, slug, new ImportThesis(board)));
        new FakeIssuer(house.Edgar, issuer.Cik!.Value, issuer.Name).Publish(filing);
        Assert.Equal(new(1, null), await house.Run(house.Watcher.Fetch(Store.Machine, slug, filing.Accession)));
        return Assert.Single((await house.Shelf.Inbox(Store.Machine, slug))!.Filings);
    }

    private static async Task<string> Text(SecHouse house, Filing filing) =>
        SafeHtml.Read(new MemoryStream((await house.Get<Documents>().Read(filing.Documents[0].Hash, default))!.Bytes)).Text.Text;
}
