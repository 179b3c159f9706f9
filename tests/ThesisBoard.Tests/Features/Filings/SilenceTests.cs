using ThesisBoard.Core.Evidence;
using ThesisBoard.Features.Filings;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Features.Filings;

/// <summary>Searches without a hit, and what is not disclosed.</summary>
public sealed class SilenceTests
{
    [Theory]
    [InlineData("A customer\tagreement was signed.", "Customer  Agreement", "customer\tagreement")]
    [InlineData("Two customers, one tenant.", "customer", "customers")]
    [InlineData("It was paid and said.", "AI", "")]
    [InlineData("The AI site.", "ai", "AI")]
    [InlineData("Costs were 1.5 (a.b) only.", "a.b", "a.b")]
    [InlineData("Costs were axb only.", "a.b", "")]
    [InlineData("customer\n\nagreements", "customer agreement", "customer\n\nagreements")]
    [InlineData("capacities", "capacity", "")]
    public void A_term_is_found_whatever_its_capitals_and_white_space_and_never_inside_a_word(string text, string term, string expected) =>
        Assert.Equal(expected, string.Concat(TermsInText.Find(text, term, 5).Select(p => text.Substring(p.Start, p.Length))));

    [Fact]
    public void Hostile_text_and_terms_cost_what_plain_ones_cost()
    {
        var text = new string('a', 2_000_000);
        Assert.Empty(TermsInText.Find(text, new string('a', TermsInText.LongestTerm - 1) + "b", 5));
        Assert.Empty(TermsInText.Find(string.Concat(Enumerable.Repeat("a ", 500_000)), string.Join(' ', Enumerable.Repeat("a", 90)) + " b", 5));
    }

    [Fact]
    public async Task Silence_is_kept_only_when_every_document_was_read_and_ends_when_a_newer_filing_speaks()
    {
        await using var house = await FilingHouse.Open();
        await house.Arrive("The Company produced 454 BTC in October 2026.");
        var run = await Run(house, "hyperscaler", "tenant");
        Assert.True(run.IsSilent);
        Assert.Equal("The document of Cango Inc. of 20 Nov 2026 does not mention “hyperscaler” or “tenant”.", SilenceWords.Claim("Cango Inc.", run));
        var search = new NullSearch(run.Terms, SilenceWords.Named(run.Searched), new(house.Store.Clock.GetUtcNow().UtcDateTime), "Ada");

        house.Store.Clock.Advance(TimeSpan.FromHours(1));
        await house.Arrive(f => f with { Filed = new(2026, 11, 22) }, "A hyperscaler signed a lease.");
        var documents = await house.Search.Documents(Store.Machine, FilingHouse.Slug, default);
        var newer = SilenceSearch.NewerThan(search, documents);
        var again = await house.Search.Run(newer, search.Terms, 12, TimeSpan.FromSeconds(30), default);
        Assert.Equal(("hyperscaler", "Form 6-K of 22 Nov 2026, EX-99.1"), (again.Hits.Single().Words, again.Hits.Single().In.Name));
        Assert.False((await Run(house, "hyperscaler")).IsSilent);
    }

    [Fact]
    public async Task Nothing_searched_is_no_silence()
    {
        await using var house = await FilingHouse.Open();
        Assert.False((await Run(house, "anything")).IsSilent);
    }

    [Fact]
    public async Task Every_open_criterion_says_what_the_issuer_would_have_to_publish_and_by_when()
    {
        await using var house = await FilingHouse.Open();
        var gaps = DisclosureGaps.Of(await house.Board());
        var debt = gaps.Single(g => g.Criterion.Key == "debt-reduction");
        Assert.Equal(["Long-term debt after 31 Dec 2025"], debt.Missing);
        Assert.StartsWith("Long-term debt on a balance sheet", debt.Settles, StringComparison.Ordinal);
        Assert.Contains("Due 31 Dec 2026 (estimated)", debt.Due, StringComparison.Ordinal);
        Assert.Contains("39 days left", debt.Due, StringComparison.Ordinal);
        Assert.Contains(gaps.Single(g => g.Criterion.Key == "ai-build-out").Missing, m => m.Contains("customer", StringComparison.Ordinal));
        Assert.DoesNotContain(gaps, g => g.Criterion.Key == "further-sales");
    }

    private static async Task<SearchRun> Run(FilingHouse house, params string[] terms) =>
        await house.Search.Run(await house.Search.Documents(Store.Machine, FilingHouse.Slug, default), terms, 12, TimeSpan.FromSeconds(30), default);
}
