using System.Net;
using System.Text;
using ThesisBoard.Data;
using ThesisBoard.Features.Filings;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Starts;
using ThesisBoard.Tests.Features.StoredDocuments;
using Xunit;

namespace ThesisBoard.Tests.Features.Starts;

/// <summary>A filing that is dropped before there is a board: its cover fills in the issuer, and it comes along.</summary>
public sealed class StartFileTests
{
    private const string Made = "solid-works-pays-its-debt-down";
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_cover_fills_in_the_issuer_and_it_is_opened_on_the_board_that_is_made()
    {
        await using var house = new DocumentHouse();
        using var editor = await house.Client(Role.Editor);
        using var dropped = await StartSteps.Drop(editor, "q3.htm", StartSteps.Report());
        var typed = StartSteps.Typed(dropped);
        Assert.Equal(("Solid Works Inc.", "SLDW", "NASDAQ", "1234567", "6", "accelerated", "USD"),
            (typed["name"], typed["ticker"], typed["exchange"], typed["cik"], typed["year-end"], typed["status"], typed["currency"]));
        Assert.Contains("3 tagged figures", WebUtility.HtmlDecode(await dropped.Content.ReadAsStringAsync(Now)), StringComparison.Ordinal);

        var all = new Dictionary<string, string>(StartSteps.Sound);
        foreach (var (name, text) in typed.Where(t => t.Key is not ("step" or "name" or "cik" or "ticker")))
            all[name] = text;
        var levels = WebUtility.HtmlDecode(await editor.GetStringAsync(StartSteps.At(3, all, StartSteps.Breaks), Now));
        Assert.Contains("In q3.htm: <b>$31.0M, 30 Sep 2026</b>", levels, StringComparison.Ordinal);
        var last = WebUtility.HtmlDecode(await editor.GetStringAsync(StartSteps.At(4, all, StartSteps.Breaks), Now));
        Assert.Contains("with q3.htm", last, StringComparison.Ordinal);
        using var made = await StartSteps.Make(editor, await DocumentHouse.Token(editor, StartUrls.Start), all, StartSteps.Breaks);

        var filing = Assert.Single(await house.Get<FilingShelf>().Everything(Data.Store.Machine, Made));
        Assert.Equal($"/t/{Made}/inbox/{filing.Id}", made.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal((FilingState.New, "10-Q"), (filing.State, filing.Form));
        Assert.Equal(6, (await house.Get<BoardShelf>().Board(Made, Now))!.Content.Thesis.Issuer.Filer.FiscalYearEndMonth);
        Assert.Empty((await house.Get<BoardShelf>().Board(Made, Now))!.Content.Record.Observations); // nothing is on the record before somebody accepts it
    }

    [Fact]
    public async Task What_was_typed_goes_before_what_the_file_says_and_a_file_without_tags_does_too()
    {
        await using var house = new DocumentHouse();
        using var editor = await house.Client(Role.Editor);
        using var dropped = await StartSteps.Drop(editor, "q3.htm", StartSteps.Report(), new Dictionary<string, string> { ["name"] = "My own words", ["claim"] = "Typed before" });
        Assert.Equal(("My own words", "Typed before", "1234567"), (StartSteps.Typed(dropped)["name"], StartSteps.Typed(dropped)["claim"], StartSteps.Typed(dropped)["cik"]));

        using var release = await StartSteps.Drop(editor, "release.htm", DocumentHouse.Release("Plain Words Ltd."));
        Assert.Equal("Plain Words Ltd.", StartSteps.Typed(release)["name"]);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_refused_with_its_reason_and_loses_nothing()
    {
        await using var house = new DocumentHouse(("Uploads:MaxFileMegabytes", "1"));
        using var editor = await house.Client(Role.Editor);
        foreach (var (name, bytes, says) in new[] { ("a.zip", Encoding.ASCII.GetBytes("PK\u0003\u0004 nothing"), "Not taken: "), ("big.txt", new byte[(1024 * 1024) + 10], "and this one has more") })
        {
            using var answer = await StartSteps.Drop(editor, name, bytes, new Dictionary<string, string> { ["claim"] = "Typed before" });
            Assert.Equal("Typed before", StartSteps.Typed(answer)["claim"]);
            Assert.False(StartSteps.Typed(answer).ContainsKey("file"));
            var page = await answer.Content.ReadAsStringAsync(Now);
            Assert.Equal(1, StartSteps.StepOf(page));
            Assert.Contains(says, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_is_its_members_alone_and_nobody_without_the_right_or_the_token_sends_one()
    {
        await using var house = new DocumentHouse();
        using var editor = await house.Client(Role.Editor);
        using var dropped = await StartSteps.Drop(editor, "q3.htm", StartSteps.Report());
        var file = StartSteps.Typed(dropped)["file"];
        using var other = await house.Client(Role.Owner);
        Assert.DoesNotContain("From q3.htm", await other.GetStringAsync(StartSteps.At(1, new Dictionary<string, string> { ["file"] = file }), Now), StringComparison.Ordinal);
        var all = new Dictionary<string, string>(StartSteps.Sound) { ["file"] = file };
        using var made = await StartSteps.Make(other, await DocumentHouse.Token(other, StartUrls.Start), all, StartSteps.Breaks);
        Assert.Equal($"/t/{Made}/inbox", made.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Empty(await house.Get<FilingShelf>().Everything(Data.Store.Machine, Made));
        Assert.Contains("From q3.htm", await editor.GetStringAsync(StartSteps.At(1, new Dictionary<string, string> { ["file"] = file }), Now), StringComparison.Ordinal);

        using var viewer = await house.Client(Role.Viewer);
        foreach (var client in new[] { viewer, await house.Client(Role.Anonymous), editor })
        {
            using var form = new MultipartFormDataContent { { new StringContent("forged"), "__RequestVerificationToken" }, { new ByteArrayContent(StartSteps.Report()), "file", "q3.htm" } };
            using var answer = await client.PostAsync(StartUrls.File, form, Now);
            Assert.Equal(client == editor ? HttpStatusCode.BadRequest : HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }
}
