using System.Net;
using System.Text;
using ThesisBoard.Features.Documents;
using ThesisBoard.Features.Filings;
using ThesisBoard.Features.Members;
using Xunit;
using Store = ThesisBoard.Tests.Data.Store;

namespace ThesisBoard.Tests.Features.StoredDocuments;

/// <summary>Files on their way into the inbox.</summary>
public sealed class UploadTests
{
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_goes_through_its_steps_into_the_inbox_and_into_the_reader()
    {
        await using var house = new DocumentHouse();
        using var owner = await house.Client(Role.Owner);
        var steps = await DocumentHouse.Upload(owner, ("ex99-1.htm", DocumentHouse.Release()));

        Assert.Equal(["Received", "Recognised", "Read", "Stored"], steps.Select(s => s.Name));
        var filing = Assert.Single(await house.Filings());
        Assert.Equal((FilingOrigin.Upload, FilingState.New, "EX-99.1"), (filing.Origin, filing.State, filing.Documents[0].Exhibit));
        Assert.EndsWith($"/inbox/{filing.Id}", steps[^1].Filing!, StringComparison.Ordinal);
        var page = await owner.GetStringAsync(DocumentUrls.Reader(DocumentHouse.Slug, filing.Documents[0].Hash), Now);
        Assert.Contains("sandbox=\"allow-same-origin\"", page, StringComparison.Ordinal);
        Assert.Contains(filing.Documents[0].Hash.Hex, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_bytes_twice_are_one_document_and_one_filing()
    {
        await using var house = new DocumentHouse();
        using var owner = await house.Client(Role.Owner);
        await DocumentHouse.Upload(owner, ("one.htm", DocumentHouse.Release()));
        var again = await DocumentHouse.Upload(owner, ("another name.htm", DocumentHouse.Release()));

        Assert.StartsWith("It was in the inbox already.", again[^1].Says, StringComparison.Ordinal);
        Assert.Single(await house.Filings());
    }

    [Fact]
    public async Task Another_company_is_held_with_a_warning_and_nothing_of_it_can_be_attached()
    {
        await using var house = new DocumentHouse();
        using var owner = await house.Client(Role.Owner);
        var steps = await DocumentHouse.Upload(owner, ("release.htm", DocumentHouse.Release("Bitfarms Ltd.")));

        Assert.Equal("Held", steps[^1].Name);
        var filing = Assert.Single(await house.Filings());
        Assert.Contains("Bitfarms Ltd.", filing.Warning, StringComparison.Ordinal);
        var hash = filing.Documents[0].Hash;
        Assert.DoesNotContain("attach-passage", await owner.GetStringAsync(DocumentUrls.Reader(DocumentHouse.Slug, hash), Now), StringComparison.Ordinal);
        var desk = house.Get<PassageDesk>();
        var request = new PassageRequest(hash) { Exact = "US$30.6 million" };
        Assert.Contains("held back", (await desk.Pick(Store.Machine, DocumentHouse.Slug, request, Now)).Trouble, StringComparison.Ordinal);

        await house.Get<FilingShelf>().Save(Store.Machine, DocumentHouse.Slug, new ReleaseFiling(filing.Id), Now);
        Assert.IsType<PassageAnswer.Found>((await desk.Pick(Store.Machine, DocumentHouse.Slug, request, Now)).Picked!.Answer);
    }

    [Theory]
    [InlineData("OSLO, Norway. Bitfarms Ltd. (NASDAQ: BITF) today announced that long-term debt was US$30.6 million.", "Held", "Bitfarms Ltd.")]
    [InlineData("Riot Platforms, Inc. (Nasdaq: RIOT) reported debt of US$5 million.", "Held", "Riot Platforms, Inc.")]
    [InlineData("Debt of US$5 million. CIK: 0001167419", "Held", "1167419")]
    [InlineData("Cango Inc. (NYSE: CANG) today announced a lease with Riot Platforms, Inc. (Nasdaq: RIOT).", "Stored", "")]
    [InlineData("Riot Platforms, Inc. (Nasdaq: RIOT) signed with Cango a lease of 50 MW.", "Stored", "")]
    [InlineData("We (nyse: cang) had debt of US$5 million; see also (NYSE: CANG) and (Nasdaq: RIOT).", "Stored", "")]
    [InlineData("The company had long-term debt of US$5 million.", "Stored", "")]
    public async Task A_release_without_tags_is_told_by_the_listing_that_it_states_and_held_when_it_never_names_the_issuer(string says, string step, string names)
    {
        await using var house = new DocumentHouse();
        using var owner = await house.Client(Role.Owner);
        var steps = await DocumentHouse.Upload(owner, ("release.htm", Encoding.UTF8.GetBytes($"<html><body><h1>Results</h1><p>{says}</p></body></html>")));
        Assert.Equal(step, steps[^1].Name);
        Assert.Contains(names, Assert.Single(await house.Filings()).Warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_goes_away_in_the_middle_leaves_nothing_behind()
    {
        await using var house = new DocumentHouse();
        using var owner = await house.Client(Role.Owner);
        var before = Directory.GetFiles(Path.GetTempPath(), "thesisboard-*.upload").Length;
        using var stop = new CancellationTokenSource();
        var stalled = new StalledStream(DocumentHouse.Release(), stop);
        using var form = new MultipartFormDataContent { { new StreamContent(stalled), "files", "slow.htm" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{DocumentHouse.Inbox}/upload") { Content = form };
        request.Headers.Add("RequestVerificationToken", await DocumentHouse.Token(owner, DocumentHouse.Inbox));
        await Assert.ThrowsAnyAsync<Exception>(() => owner.SendAsync(request, stop.Token));
        for (var n = 0; n < 100 && Directory.GetFiles(Path.GetTempPath(), "thesisboard-*.upload").Length > before; n++)
            await Task.Delay(20, Now);
        Assert.Empty(await house.Filings());
        Assert.Equal(0, await house.Get<ThesisBoard.Data.Documents>().StoredBytes(Now));
        Assert.True(Directory.GetFiles(Path.GetTempPath(), "thesisboard-*.upload").Length <= before);
        Assert.Equal("Stored", (await DocumentHouse.Upload(owner, ("ex99-1.htm", DocumentHouse.Release())))[^1].Name);
    }

    [Fact]
    public async Task A_text_that_is_too_long_to_be_read_here_is_kept_and_says_so()
    {
        await using var house = new DocumentHouse();
        using var owner = await house.Client(Role.Owner);
        var steps = await DocumentHouse.Upload(owner, ("long.txt", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("Long-term debt was reduced.\n\n", 600_000)))));
        Assert.Equal("Stored", steps[^1].Name);
        Assert.Contains("is not shown or searched", steps[^1].Says, StringComparison.Ordinal);
        var filing = Assert.Single(await house.Filings());
        var page = await owner.GetStringAsync(DocumentUrls.Reader(DocumentHouse.Slug, filing.Documents[0].Hash), Now);
        Assert.Contains("Download the file", page, StringComparison.Ordinal);
        Assert.Contains("more than 16,777,216 characters", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("release.pdf", "<html><body><p>No PDF.</p></body></html>", "named .pdf")]
    [InlineData("release.htm", "%PDF-1.7\nnothing", "named .htm")]
    [InlineData("picture.htm", "\u0089PNG\r\n", "a picture")]
    [InlineData("empty.htm", "", "empty")]
    [InlineData("broken.pdf", "%PDF-1.7\nnothing else at all", "")]
    [InlineData("list.json", "{\"any\": \"thing\"}", "")]
    public async Task What_is_not_what_its_name_says_or_cannot_be_read_is_refused_and_not_kept(string name, string content, string why)
    {
        await using var house = new DocumentHouse();
        using var owner = await house.Client(Role.Owner);
        var steps = await DocumentHouse.Upload(owner, (name, Encoding.Latin1.GetBytes(content)));

        Assert.Equal("Refused", steps[^1].Name);
        Assert.StartsWith("Not taken: ", steps[^1].Says, StringComparison.Ordinal);
        Assert.Contains(why, steps[^1].Says, StringComparison.Ordinal);
        Assert.Equal(0, await house.Get<ThesisBoard.Data.Documents>().StoredBytes(Now));
        Assert.Empty(await house.Filings());
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_even_when_its_length_is_not_told_and_the_next_is_taken()
    {
        await using var house = new DocumentHouse(("Uploads:MaxFileMegabytes", "1"));
        using var owner = await house.Client(Role.Owner);
        using var form = new MultipartFormDataContent
        {
            { new StreamContent(new UnsizedStream(UploadOptions.Megabyte + 1)), "files", "huge.txt" },
            { new ByteArrayContent(DocumentHouse.Release()), "files", "small.htm" },
        };
        using var chunked = new StreamContent(new UnsizedStream(await form.ReadAsStreamAsync(Now)));
        chunked.Headers.ContentType = form.Headers.ContentType;
        using var answer = await DocumentHouse.Send(owner, chunked);
        var steps = DocumentHouse.Steps(await answer.Content.ReadAsStringAsync(Now));

        Assert.Contains(steps, s => s is { File: "huge.txt", Name: "Refused" } && s.Says.Contains("1 MB", StringComparison.Ordinal));
        Assert.Contains(steps, s => s is { File: "small.htm", Name: "Stored" });
        Assert.Single(await house.Filings());
        Assert.Equal(100L * UploadOptions.Megabyte, new UploadOptions().MaxFileBytes);
    }

    [Fact]
    public async Task A_request_that_says_it_is_too_long_is_not_read_at_all()
    {
        await using var house = new DocumentHouse(("Uploads:MaxFileMegabytes", "1"), ("Uploads:MaxFiles", "1"));
        using var owner = await house.Client(Role.Owner);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[3 * UploadOptions.Megabyte]), "files", "huge.txt" } };
        using var answer = await DocumentHouse.Send(owner, form);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task The_quota_of_all_documents_holds()
    {
        await using var house = new DocumentHouse(("Uploads:MaxStoredMegabytes", "1"));
        using var owner = await house.Client(Role.Owner);
        var steps = await DocumentHouse.Upload(owner, ("long.txt", Encoding.ASCII.GetBytes(string.Join('\n', Enumerable.Repeat("A line of plain text that is read.", 40_000)))));

        Assert.Equal("Refused", steps[^1].Name);
        Assert.Equal(0, await house.Get<ThesisBoard.Data.Documents>().StoredBytes(Now));
    }

    [Theory]
    [InlineData("../../x.htm", "x.htm")]
    [InlineData("x\u202Emth.htm", "xmth.htm")]
    public async Task A_hostile_name_is_cleaned_before_it_is_kept(string name, string kept)
    {
        await using var house = new DocumentHouse();
        using var owner = await house.Client(Role.Owner);
        await DocumentHouse.Upload(owner, (name, DocumentHouse.Release()));

        Assert.Equal(kept, Assert.Single(await house.Filings()).Documents[0].Name);
    }

    [Fact]
    public async Task A_full_submission_is_split_into_its_exhibits()
    {
        await using var house = new DocumentHouse();
        using var owner = await house.Client(Role.Owner);
        var text = """
            <SEC-DOCUMENT>0001213900-26-012345.txt : 20260515
            <SEC-HEADER>
            ACCESSION NUMBER:		0001213900-26-012345
            CONFORMED SUBMISSION TYPE:	6-K
            FILED AS OF DATE:		20260515
            FILER:
            	COMPANY DATA:
            		COMPANY CONFORMED NAME:			Cango Inc.
            		CENTRAL INDEX KEY:			0001725123
            </SEC-HEADER>
            <DOCUMENT>
            <TYPE>6-K
            <SEQUENCE>1
            <FILENAME>form6-k.htm
            <TEXT>
            <html><body><p>Form 6-K</p></body></html>
            </TEXT>
            </DOCUMENT>
            <DOCUMENT>
            <TYPE>EX-99.1
            <SEQUENCE>2
            <FILENAME>ex99-1.htm
            <TEXT>
            <html><body><p>Long-term debt was reduced to US$30.6 million.</p></body></html>
            </TEXT>
            </DOCUMENT>
            </SEC-DOCUMENT>
            """;
        var steps = await DocumentHouse.Upload(owner, ("0001213900-26-012345.txt", Encoding.ASCII.GetBytes(text)));

        Assert.True(steps[^1].Name == "Stored", steps[^1].Says);
        var filing = Assert.Single(await house.Filings());
        Assert.Equal("0001213900-26-012345", filing.Accession);
        Assert.Equal(new DateOnly(2026, 5, 15), filing.Filed);
        Assert.Equal(["6-K", "EX-99.1"], filing.Documents.Select(d => d.Exhibit));
    }

    [Fact]
    public async Task Without_a_script_the_form_leads_back_to_the_inbox_and_tells_what_became_of_each()
    {
        await using var house = new DocumentHouse();
        using var owner = await house.Client(Role.Owner);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await DocumentHouse.Token(owner, DocumentHouse.Inbox)), "__RequestVerificationToken" },
            { new ByteArrayContent(DocumentHouse.Release()), "files", "good.htm" },
            { new ByteArrayContent([1, 2, 3, 0]), "files", "bad.pdf" },
        };
        using var answer = await owner.PostAsync($"{DocumentHouse.Inbox}/upload", form, Now);
        var page = await answer.Content.ReadAsStringAsync(Now);

        Assert.Contains("upload=", answer.RequestMessage!.RequestUri!.Query, StringComparison.Ordinal);
        Assert.Contains("In the inbox.", page, StringComparison.Ordinal);
        Assert.Contains("Not taken: ", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_from_elsewhere_is_refused_before_a_file_is_read()
    {
        await using var house = new DocumentHouse();
        using var owner = await house.Client(Role.Owner);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(DocumentHouse.Release()), "files", "good.htm" } };
        using var bare = await owner.PostAsync($"{DocumentHouse.Inbox}/upload", form, Now);
        using var again = new MultipartFormDataContent { { new ByteArrayContent(DocumentHouse.Release()), "files", "good.htm" } };
        using var forged = await DocumentHouse.Send(owner, again, token: "forged");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (bare.StatusCode, forged.StatusCode));
        Assert.Empty(await house.Filings());
    }
}
