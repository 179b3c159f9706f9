using System.Text;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Documents;
using ThesisBoard.Features.Evidence;
using ThesisBoard.Features.Members;
using Xunit;
using Store = ThesisBoard.Tests.Data.Store;

namespace ThesisBoard.Tests.Features.StoredDocuments;

/// <summary>A later version of a document: it is offered, and every affected item of evidence is listed with both texts or with places to choose from.</summary>
public sealed class CompareTests
{
    private const string Lead = "<p>Exhibit 99.1</p><p>The company sold bitcoin in the first quarter to repay what it owed to its lenders.</p>";
    private const string Tail = "<p>Capital expenditure on the new sites was funded from the cash that operations brought in.</p>";
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    private static byte[] Page(string debt, string miners) => Encoding.UTF8.GetBytes(
        $"<html><body>{Lead}<p>Long-term debt was reduced to {debt} as of March 31, 2026.</p>{Tail}<p>{miners}</p><p>The board thanks everybody who made this quarter possible.</p></body></html>");

    [Fact]
    public async Task Changed_evidence_shows_both_texts_and_lost_evidence_its_candidates()
    {
        await using var house = new DocumentHouse();
        using var owner = await house.Client(Role.Owner);
        await DocumentHouse.Upload(owner, ("ex99-1.htm", Page("US$30.6 million", "Fleet efficiency improved to 19.2 J/TH at the end of the quarter.")));
        var old = Assert.Single(await house.Filings()).Documents[0].Hash;
        await Anchor(house, old, "debt", "US$30.6 million");
        await Anchor(house, old, "fleet", "19.2 J/TH");
        await DocumentHouse.Upload(owner, ("ex99-1.htm", Page("US$31.9 million", "The fleet is described in the annual report and nowhere else.")));
        var newer = (await house.Filings()).SelectMany(f => f.Documents).Single(d => d.Hash != old).Hash;

        var reader = await owner.GetStringAsync(DocumentUrls.Reader(DocumentHouse.Slug, old, new ReaderQuery(Evidence: "debt")), Now);
        Assert.Contains("word for word, with all of what stood around it", reader, StringComparison.Ordinal);
        Assert.Contains(DocumentUrls.Compare(DocumentHouse.Slug, old, newer), reader, StringComparison.Ordinal);

        var page = await owner.GetStringAsync(DocumentUrls.Compare(DocumentHouse.Slug, old, newer), Now);
        Assert.Contains("Affected: 2 of 2 items of the earlier document.", page, StringComparison.Ordinal);
        Assert.Contains("US$30.6 million", page, StringComparison.Ordinal);
        Assert.Contains("US$31.9 million", page, StringComparison.Ordinal);
        Assert.Contains("changed", page, StringComparison.Ordinal);
        Assert.Contains("move-anchor", page, StringComparison.Ordinal);
        using var viewer = await house.Client(Role.Viewer);
        Assert.DoesNotContain("move-anchor", await viewer.GetStringAsync(DocumentUrls.Compare(DocumentHouse.Slug, old, newer), Now), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_board_leads_members_from_evidence_to_its_passage()
    {
        await using var house = new DocumentHouse();
        using var owner = await house.Client(Role.Owner);
        await DocumentHouse.Upload(owner, ("ex99-1.htm", Page("US$30.6 million", "Nothing else.")));
        var hash = Assert.Single(await house.Filings()).Documents[0].Hash;
        await Anchor(house, hash, "debt", "US$30.6 million");
        using var stranger = await house.Client(Role.Anonymous);

        Assert.Contains("Open in the document", await owner.GetStringAsync($"/t/{DocumentHouse.Slug}?q=Claim", Now), StringComparison.Ordinal);
        Assert.DoesNotContain("Open in the document", await stranger.GetStringAsync($"/t/{DocumentHouse.Slug}?q=Claim", Now), StringComparison.Ordinal);
    }

    private static async Task Anchor(DocumentHouse house, Sha256 hash, string key, string exact)
    {
        var reading = (await house.Get<DocumentReadings>().Read(Store.Machine, hash, Now))!;
        var text = reading.Text.Text;
        var board = (await house.Get<BoardReader>().ReadForEdit(DocumentHouse.Slug, Now))!;
        var item = new EvidenceItem
        {
            Key = key,
            Source = board.Content.Record.Sources[0].Key,
            Claim = $"Claim {key}",
            Quote = exact,
            Stances = [new(board.Content.Thesis.Criteria[0].Key, Stance.Context)],
            Anchor = AnchorMaker.Of(hash, text, new(text.IndexOf(exact, StringComparison.Ordinal), exact.Length)),
        };
        var result = await house.Get<BoardTransaction>().Save(Store.Machine, DocumentHouse.Slug, new AttachEvidence(item));
        Assert.IsType<WriteResult.Saved>(result);
    }
}
