using System.Net;
using System.Net.Http.Json;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Evidence;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Palette;
using ThesisBoard.Features.Theses;
using ThesisBoard.Tests.Features.Shares;
using Xunit;
using Store = ThesisBoard.Tests.Data.Store;

namespace ThesisBoard.Tests.Features.Palette;

/// <summary>What the command palette is told: what its reader may see, and where that is.</summary>
public sealed class PaletteTests
{
    private const string OfCango = $"/t/{ShareHouse.Slug}/palette.json";
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_leads_to_every_criterion_piece_of_evidence_and_publication_date()
    {
        await using var house = new ShareHouse();
        var entries = await Read(house.Reader(), OfCango);
        var record = Store.Sample().Record;

        Assert.Equal(9, entries.Count(e => e.Kind == "Criterion"));
        Assert.Equal(record.Evidence.Count, entries.Count(e => e.Kind == "Evidence"));
        Assert.Contains(entries, e => e is { Kind: "Criterion", Text: "Debt falls materially", Url: $"/t/{ShareHouse.Slug}#debt-reduction" } && e.Detail.StartsWith("Met", StringComparison.Ordinal));
        Assert.Contains(entries, e => e is { Kind: "Date", Text: "10 Apr 2026", Url: $"/t/{ShareHouse.Slug}?asOf=2026-04-10" });
        Assert.DoesNotContain(entries, e => e.Kind == "Document");
    }

    [Fact]
    public async Task The_link_to_a_piece_of_evidence_finds_it_however_long_its_claim_is()
    {
        await using var house = new ShareHouse();
        var claim = string.Join(' ', Enumerable.Range(1, 90).Select(i => $"word{i}"));
        await house.Save(new AttachEvidence(new EvidenceItem { Key = "a-long-one", Source = Store.Sample().Record.Sources[0].Key, Claim = claim }));
        using var reader = house.Reader();
        var entry = Assert.Single(await Read(reader, OfCango), e => e.Text == claim);

        var page = await reader.GetStringAsync(entry.Url, Now);
        Assert.Contains("id=\"e-a-long-one\"", page, StringComparison.Ordinal);
        Assert.EndsWith("#e-a-long-one", entry.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_board_of_members_is_found_by_them_alone_and_a_document_by_who_may_open_it()
    {
        await using var house = new ShareHouse();
        await house.Save(new CreateThesis("secret", "A secret title", "", new() { Name = "Somebody" }, IsPrivate: true), "secret");
        using var stranger = house.Reader();
        using var viewer = await house.Member(Role.Viewer);

        Assert.DoesNotContain(await Read(stranger, "/palette.json"), e => e.Text == "A secret title");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/t/secret/palette.json", Now)).StatusCode);
        Assert.Contains(await Read(viewer, "/palette.json"), e => e is { Kind: "Board", Text: "A secret title", Url: "/t/secret" });
        Assert.Empty(await Read(viewer, "/t/secret/palette.json"));
    }

    [Theory]
    [InlineData("short words", "short words")]
    [InlineData("", "")]
    public void A_short_text_is_searched_as_it_is(string text, string words) => Assert.Equal(words, BoardUrls.Words(text));

    private static async Task<IReadOnlyList<PaletteEntry>> Read(HttpClient reader, string path) => (await reader.GetFromJsonAsync<IReadOnlyList<PaletteEntry>>(path, Now))!;
}
