using ThesisBoard.Core.Evidence;
using ThesisBoard.Features.Boards;
using Xunit;

namespace ThesisBoard.Tests.Features.Boards;

public sealed class EvidenceSearchTests
{
    private static readonly Core.Judging.EvidenceState[] All =
    [
        HandMadeBoard.Evidence("sold", "2,000 BTC sold", HandMadeBoard.News, new CriterionStance("further-sales", Stance.Contradicts), new CriterionStance("debt", Stance.Context)),
        HandMadeBoard.Evidence("debt-fell", "Debt fell to $30.6M", HandMadeBoard.Release, new CriterionStance("debt", Stance.Supports)),
        HandMadeBoard.Evidence("launch", "A platform was launched", HandMadeBoard.Release, new CriterionStance("ai", Stance.Context)),
    ];

    [Fact]
    public void The_strongest_come_first() => Assert.Equal(["debt-fell", "launch", "sold"], Keys(new()));

    [Fact]
    public void The_oldest_first_on_request() => Assert.Equal("sold", Keys(new() { Sort = EvidenceSort.Oldest })[0]);

    [Fact]
    public void Every_word_must_occur_in_claim_quote_note_or_source_whatever_its_case()
    {
        Assert.Equal(["debt-fell"], Keys(new() { Words = "DEBT newswire" }));
        Assert.Empty(Keys(new() { Words = "debt daily" }));
    }

    [Fact]
    public void A_stance_is_asked_of_the_criterion_that_is_asked_for()
    {
        Assert.Equal(["debt-fell", "sold"], Keys(new() { Criterion = "debt" }));
        Assert.Empty(Keys(new() { Criterion = "debt", Stance = Stance.Contradicts }));
        Assert.Equal(["sold"], Keys(new() { Stance = Stance.Contradicts }));
    }

    [Fact]
    public void Grade_and_source_narrow_it_down()
    {
        Assert.Equal(["sold"], Keys(new() { Grade = Grade.Press }));
        Assert.Equal(["sold"], Keys(new() { Source = "march-sale" }));
    }

    [Fact]
    public void Pages_together_hold_every_item_once_and_a_page_past_the_end_is_the_last()
    {
        var many = Enumerable.Range(0, 5_000).Select(i => HandMadeBoard.Evidence($"e{i}", "A claim", HandMadeBoard.News)).ToList();
        var pages = EvidenceSearch.Find(many, new()).Pages;
        var shown = Enumerable.Range(1, pages).SelectMany(p => EvidenceSearch.Find(many, new() { Page = p }).Items).Select(e => e.Item.Key).ToList();

        Assert.Equal(5_000, shown.Distinct().Count());
        Assert.Equal(5_000, shown.Count);
        Assert.Equal(pages, EvidenceSearch.Find(many, new() { Page = pages + 7 }).Page);
    }

    [Fact]
    public void Nothing_found_is_one_empty_page() => Assert.Equal(new EvidencePage([], 0, 1, 1) with { Items = [] }, EvidenceSearch.Find([], new() { Page = 4 }) with { Items = [] });

    private static string[] Keys(BoardQuery query) => [.. EvidenceSearch.Find(All, query).Items.Select(e => e.Item.Key)];
}
