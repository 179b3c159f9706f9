using System.Net;
using System.Text;
using ThesisBoard.Features.Filings;
using ThesisBoard.Features.Members;
using Xunit;
using Store = ThesisBoard.Tests.Data.Store;

namespace ThesisBoard.Tests.Features.StoredDocuments;

/// <summary>Files that are sent together: one filing where they are one, and never without saying so.</summary>
public sealed class UploadTogetherTests
{
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_and_its_exhibits_that_are_sent_together_are_one_filing_and_can_be_taken_apart()
    {
        await using var house = new DocumentHouse();
        using var owner = await house.Client(Role.Owner);
        await SendForm(owner, "Auto", ("ex99-1.htm", DocumentHouse.Release()), ("form6k.htm", Cover()), ("ex99-2.htm", Encoding.UTF8.GetBytes("<html><p>Exhibit 99.2</p><p>Slides</p></html>")));
        var joined = Assert.Single(await house.Filings());
        Assert.Equal(("6-K", FilingState.New), (joined.Form, joined.State));
        Assert.Equal(["6-K", "EX-99.1", "EX-99.2"], joined.Documents.Select(d => d.Exhibit));

        Assert.IsType<FilingResult.Saved>(await house.Get<FilingShelf>().Save(Store.Machine, DocumentHouse.Slug, new TakeFilingApart(joined.Id), Now));
        var apart = await house.Filings();
        Assert.Equal(["", "", "6-K"], apart.Select(f => f.Form).Order(StringComparer.Ordinal));
        Assert.All(apart, f => Assert.Single(f.Documents));
    }

    [Theory]
    [InlineData("Auto", 2)]
    [InlineData("Each", 2)]
    [InlineData("One", 1)]
    public async Task Two_main_documents_are_one_filing_only_when_somebody_says_so(string together, int filings)
    {
        await using var house = new DocumentHouse();
        using var owner = await house.Client(Role.Owner);
        await SendForm(owner, together, ("a.htm", Cover()), ("b.htm", Cover("More.")));
        Assert.Equal(filings, (await house.Filings()).Count);
    }

    [Fact]
    public async Task What_is_of_somebody_else_is_not_joined_by_itself_and_held_when_it_is_joined_by_a_person()
    {
        await using var house = new DocumentHouse();
        using var owner = await house.Client(Role.Owner);
        await SendForm(owner, "Auto", ("form6k.htm", Cover()), ("ex99-1.htm", DocumentHouse.Release("Bitfarms Ltd.")));
        var filings = await house.Filings();
        Assert.Equal(2, filings.Count);
        await house.Get<FilingShelf>().Save(Store.Machine, DocumentHouse.Slug, new JoinFilings([.. filings.Select(f => f.Id)], IsSaid: true), Now);
        var joined = Assert.Single(await house.Filings());
        Assert.Equal(FilingState.Held, joined.State);
        Assert.Contains("Bitfarms Ltd.", joined.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_script_joins_what_it_sent_one_by_one()
    {
        await using var house = new DocumentHouse();
        using var owner = await house.Client(Role.Owner);
        var ids = new List<string>();
        foreach (var file in new[] { ("form6k.htm", Cover()), ("ex99-1.htm", DocumentHouse.Release()) })
            ids.Add((await DocumentHouse.Upload(owner, file))[^1].Id!);
        using var form = new FormUrlEncodedContent([new("together", "Auto"), .. ids.Select(id => KeyValuePair.Create("ids", id))]);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{DocumentHouse.Inbox}/join") { Content = form };
        using (var forged = await owner.SendAsync(request, Now))
            Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using var again = new HttpRequestMessage(HttpMethod.Post, $"{DocumentHouse.Inbox}/join") { Content = new FormUrlEncodedContent([new("together", "Auto"), .. ids.Select(id => KeyValuePair.Create("ids", id))]) };
        again.Headers.Add("RequestVerificationToken", await DocumentHouse.Token(owner, DocumentHouse.Inbox));
        using var answer = await owner.SendAsync(again, Now);
        Assert.Contains("6-K, EX-99.1", await answer.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
        Assert.Single(await house.Filings());
    }

    private static byte[] Cover(string more = "") => Encoding.UTF8.GetBytes(
        $"<html><body><p>FORM 6-K</p><p>REPORT OF FOREIGN PRIVATE ISSUER</p><p>Cango Inc.</p><p>(Exact name of registrant)</p><p>{more}</p></body></html>");

    /// <summary>As a browser without scripts sends files.</summary>
    private static async Task SendForm(HttpClient client, string together, params (string Name, byte[] Bytes)[] files)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await DocumentHouse.Token(client, DocumentHouse.Inbox)), "__RequestVerificationToken" },
            { new StringContent(together), "together" },
        };
        foreach (var (name, bytes) in files)
            form.Add(new ByteArrayContent(bytes), "files", name);
        using var answer = await client.PostAsync($"{DocumentHouse.Inbox}/upload", form, Now);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Now));
    }
}
