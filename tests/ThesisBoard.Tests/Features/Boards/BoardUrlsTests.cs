using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Features.Boards;
using Xunit;

namespace ThesisBoard.Tests.Features.Boards;

public sealed class BoardUrlsTests
{
    [Fact]
    public void A_plain_board_has_a_plain_link()
    {
        Assert.Equal("/t/miner", BoardUrls.Board("miner"));
        Assert.Equal("/t/miner", BoardUrls.Board("miner", new BoardQuery()));
        Assert.Equal("/t/miner#debt-reduction", BoardUrls.Board("miner", new BoardQuery(), "debt-reduction"));
    }

    [Fact]
    public void Everything_that_can_be_asked_comes_back_from_its_link()
    {
        var asked = new BoardQuery
        {
            AsOf = new(2026, 4, 10), Price = 73682.5m, Criterion = "further-sales", Stance = Stance.Contradicts, Grade = Grade.UnauditedFiling,
            Source = "6k-2026-02-09", Words = "a & b = \"c\" #1", Sort = EvidenceSort.Oldest, Page = 3,
        };

        Assert.Equal(asked, Read(BoardUrls.Board("miner", asked)));
    }

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("22 Nov 2026")]
    [InlineData("2026-1-1")]
    [InlineData("1899-12-31")]
    [InlineData("<script>")]
    public void A_date_that_is_none_is_named_and_nothing_is_read(string text)
    {
        var query = BoardUrls.Read(Link($"/t/miner?asOf={Uri.EscapeDataString(text)}"), out var bad);

        Assert.Null(query);
        Assert.Equal(text, bad);
    }

    [Theory]
    [InlineData("price=-1")]
    [InlineData("price=1e9")]
    [InlineData("price=NaN")]
    [InlineData("grade=9")]
    [InlineData("stance=Supports&sort=&page=-2")]
    [InlineData("page=99999999999999")]
    public void A_filter_that_makes_no_sense_is_left_out(string parameters) =>
        Assert.Equal(new BoardQuery(), Read($"/t/miner?{parameters}"));

    [Fact]
    public void A_slug_cannot_lead_out_of_its_place() => Assert.Equal("/t/..%2F%3Fa%23b", BoardUrls.Board("../?a#b"));

    private static BoardQuery? Read(string url) => BoardUrls.Read(Link(url), out _);

    private static QueryCollection Link(string url) => new(QueryHelpers.ParseQuery(url[url.IndexOf('?', StringComparison.Ordinal)..].Split('#')[0]));
}
