using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;
using ThesisBoard.Sources.Sec;
using ThesisBoard.Tests.Data;
using ThesisBoard.Tests.Shared.Edgar;
using Xunit;

namespace ThesisBoard.Tests.Sources.Sec;

/// <summary>What EDGAR sends, well and badly, over a real connection.</summary>
public sealed class EdgarClientTests
{
    private const long Cango = 1725123;
    private const string Facts = "/api/xbrl/companyfacts/CIK0001725123.json";
    private static readonly DateOnly Filed = new(2026, 11, 20);

    [Fact]
    public async Task The_list_is_read_with_our_contact_and_asked_for_conditionally_the_second_time()
    {
        await using var house = await SecHouse.Open();
        var issuer = FakeIssuer.Cango(house.Edgar);
        issuer.Publish(FakeFiling.ThirdQuarter(Filed));
        var first = await house.Run(house.Client.Submissions(Cango));
        var again = await house.Run(house.Client.Submissions(Cango));

        Assert.Equal(("Cango Inc.", "6-K", Filed), (first.Name, first.Filings[0].Form, first.Filings[0].Filed));
        Assert.Equal(first.Filings, again.Filings);
        Assert.Equal([false, true], house.Edgar.Requests.Select(r => r.IfNoneMatch.Length > 0));
        Assert.All(house.Edgar.Requests, r => Assert.Equal("ThesisBoard Test Runner test@example.com", r.UserAgent));
        issuer.Publish(FakeFiling.ThirdQuarter(Filed) with { Accession = "0001213900-26-099002" });
        Assert.Equal(2, (await house.Run(house.Client.Submissions(Cango))).Filings.Count);
    }

    [Fact]
    public async Task A_damaged_answer_on_file_is_not_used()
    {
        await using var house = await SecHouse.Open();
        FakeIssuer.Cango(house.Edgar).Publish(FakeFiling.ThirdQuarter(Filed));
        await house.Run(house.Client.Submissions(Cango));
        await using (var db = await house.Store.Databases().CreateDbContextAsync(TestContext.Current.CancellationToken))
            await db.EdgarAnswers.ExecuteUpdateAsync(set => set.SetProperty(a => a.Hash, Sha256.Of("other"u8).Hex), TestContext.Current.CancellationToken);
        Assert.Single((await house.Run(house.Client.Submissions(Cango))).Filings);
        Assert.Equal("", house.Edgar.Requests[^1].IfNoneMatch);
    }

    [Fact]
    public async Task After_too_many_requests_the_sec_is_left_alone_for_ten_minutes()
    {
        await using var house = await SecHouse.Open();
        FakeIssuer.Cango(house.Edgar);
        house.Edgar.Next("/submissions/CIK0001725123.json", FakeAnswer.Text(403, "<title>SEC.gov | Request Rate Threshold Exceeded</title>"));
        for (var n = 0; n < 3; n++)
            Assert.Equal(EdgarTrouble.TooManyRequests, (await Assert.ThrowsAsync<EdgarException>(() => house.Run(house.Client.Submissions(Cango)))).Trouble);
        Assert.Single(house.Edgar.Requests);
        house.Store.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Empty((await house.Run(house.Client.Submissions(Cango))).Filings);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_busy_server_is_asked_again_after_as_long_as_it_says(int status)
    {
        await using var house = await SecHouse.Open();
        FakeIssuer.Cango(house.Edgar);
        house.Edgar.Next("/submissions/CIK0001725123.json", FakeAnswer.Text(status, "busy") with { Headers = [("Retry-After", "45")] });
        var before = house.Store.Clock.GetUtcNow();
        Assert.Empty((await house.Run(house.Client.Submissions(Cango))).Filings);
        Assert.True(house.Store.Clock.GetUtcNow() - before >= TimeSpan.FromSeconds(45));
        Assert.Equal(2, house.Edgar.Requests.Count);
    }

    [Fact]
    public async Task A_wait_that_is_too_long_for_one_request_is_kept_until_it_is_over()
    {
        await using var house = await SecHouse.Open();
        FakeIssuer.Cango(house.Edgar);
        house.Edgar.Next("/submissions/CIK0001725123.json", FakeAnswer.Text(429, "busy") with { Headers = [("Retry-After", "3600")] });
        await Assert.ThrowsAsync<EdgarException>(() => house.Run(house.Client.Submissions(Cango)));
        house.Store.Clock.Advance(TimeSpan.FromMinutes(50));
        await Assert.ThrowsAsync<EdgarException>(() => house.Run(house.Client.Submissions(Cango)));
        Assert.Single(house.Edgar.Requests);
    }

    [Fact]
    public async Task What_ends_in_the_middle_is_never_kept()
    {
        await using var house = await SecHouse.Open();
        var filing = FakeIssuer.Cango(house.Edgar).Publish(FakeFiling.ThirdQuarter(Filed));
        var list = Encoding.UTF8.GetBytes("""{"cik":"1725123","name":"Cango Inc.","filings":{"recent":{"accessionNumber":["0001213900-26-099001"],"filingDate":["2026-11-20"]""");
        house.Edgar.Next("/submissions/CIK0001725123.json",
            new FakeAnswer(200, list, "application/json"),                                                        // whole by its length, and half a list
            new FakeAnswer(200, [.. list, .. new byte[400]], "application/json") { CutAfter = list.Length },      // less than its length
            new FakeAnswer(200, Zipped(list)[..40], "application/json") { Headers = [("Content-Encoding", "gzip")] });
        for (var n = 0; n < 3; n++)
            Assert.Equal(EdgarTrouble.Truncated, (await Assert.ThrowsAsync<EdgarException>(() => house.Run(house.Client.Submissions(Cango)))).Trouble);

        var exhibit = filing.Documents[1];
        house.Edgar.Next(FakeIssuer.Cango(house.Edgar).PathOf(filing, exhibit.Name), new FakeAnswer(200, exhibit.Bytes) { CutAfter = 100 });
        Assert.Equal(EdgarTrouble.Truncated, (await Assert.ThrowsAsync<EdgarException>(() => house.Run(house.Client.Document(Cango, filing.Accession, exhibit.Name)))).Trouble);
        Assert.Empty(await Kept(house));
    }

    [Fact]
    public async Task A_redirect_leads_only_to_edgar_itself()
    {
        await using var house = await SecHouse.Open();
        FakeIssuer.Cango(house.Edgar);
        house.Edgar.Record("/elsewhere.json", "{}");
        house.Edgar.Next("/submissions/CIK0001725123.json",
            FakeAnswer.Text(302, "") with { Headers = [("Location", "http://169.254.169.254/latest/meta-data")] },
            FakeAnswer.Text(302, "") with { Headers = [("Location", $"http://localhost:{house.Edgar.Address.Port}/elsewhere.json")] },
            FakeAnswer.Text(302, "") with { Headers = [("Location", "file:///etc/passwd")] },
            FakeAnswer.Text(302, "") with { Headers = [("Location", "/submissions/CIK0001725123.json")] });
        for (var n = 0; n < 3; n++)
            Assert.Equal(EdgarTrouble.ForeignAddress, (await Assert.ThrowsAsync<EdgarException>(() => house.Run(house.Client.Submissions(Cango)))).Trouble);
        Assert.Empty((await house.Run(house.Client.Submissions(Cango))).Filings);
    }

    [Theory]
    [InlineData("../../secret.htm")]
    [InlineData("http://example.com/x.htm")]
    [InlineData("")]
    public async Task A_name_that_is_no_file_is_not_asked_for(string name)
    {
        await using var house = await SecHouse.Open();
        await Assert.ThrowsAsync<EdgarException>(() => house.Client.Document(Cango, "0001213900-26-099001", name));
        Assert.Empty(house.Edgar.Requests);
    }

    [Fact]
    public async Task Without_a_contact_nothing_is_asked_and_the_message_says_what_to_set()
    {
        await using var house = await SecHouse.Open(options => options with { Contact = "" });
        var e = await Assert.ThrowsAsync<EdgarException>(() => house.Client.Submissions(Cango));
        Assert.Contains("Edgar__Contact", e.Message, StringComparison.Ordinal);
        Assert.Empty(house.Edgar.Requests);
        Assert.Null((await house.Get<EdgarReach>().Status(TestContext.Current.CancellationToken)).Trouble);
    }

    [Fact]
    public async Task Off_line_it_is_known_since_when_also_after_a_restart()
    {
        await using var house = await SecHouse.Open();
        FakeIssuer.Cango(house.Edgar);
        await house.Run(house.Client.Submissions(Cango));
        var reached = (await house.Get<EdgarReach>().Status(TestContext.Current.CancellationToken)).LastReached;
        Assert.NotNull(reached);
        house.Edgar.IsDown = true;
        house.Store.Clock.Advance(TimeSpan.FromHours(5));
        Assert.Equal(EdgarTrouble.Unreachable, (await Assert.ThrowsAsync<EdgarException>(() => house.Run(house.Client.Submissions(Cango)))).Trouble);
        var status = await house.Get<EdgarReach>().Status(TestContext.Current.CancellationToken);
        Assert.Equal(reached, status.LastReached);
        Assert.NotNull(status.Trouble);
        Assert.True(status.Since > reached);
        var restarted = new EdgarReach(house.Store.Databases(), house.Store.Clock);
        Assert.Equal(reached.Value, (await restarted.Status(TestContext.Current.CancellationToken)).LastReached!.Value, TimeSpan.FromSeconds(1)); // the answer was kept a moment before it was told
        house.Edgar.IsDown = false;
        await house.Run(house.Client.Submissions(Cango));
        Assert.Null((await house.Get<EdgarReach>().Status(TestContext.Current.CancellationToken)).Trouble);
    }

    private static async Task<List<string>> Kept(SecHouse house)
    {
        await using var db = await house.Store.Databases().CreateDbContextAsync();
        return [.. await db.EdgarAnswers.Select(a => a.Url).ToListAsync(), .. await db.Documents.Select(d => d.Name).ToListAsync()];
    }

    private static byte[] Zipped(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var zip = new GZipStream(target, CompressionLevel.Optimal))
            zip.Write(bytes);
        return target.ToArray();
    }
}
