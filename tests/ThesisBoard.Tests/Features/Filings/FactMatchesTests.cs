using System.Text;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Filings;
using ThesisBoard.Filings;
using Xunit;
using Record = ThesisBoard.Core.Evidence.Record;

namespace ThesisBoard.Tests.Features.Filings;

public sealed class FactMatchesTests
{
    private static readonly DateOnly Filed = new(2026, 8, 28);

    [Fact]
    public void A_fact_is_new_until_it_is_on_file()
    {
        var facts = Fact("us-gaap:LongTermDebtNoncurrent", "q2", "28,500,000", "-5");
        Assert.Equal(MatchState.New, Assert.Single(Match(facts).Matches).State);
        var match = Assert.Single(Match(facts, OnFile("debt", "2026-06-30", 28_500_000)).Matches);
        Assert.Equal((MatchState.SameAsOnFile, 28_500_000m), (match.State, match.OnFile!.Value.Amount));
    }

    [Fact]
    public void Figures_that_agree_within_their_precision_are_the_same()
    {
        var facts = Fact("us-gaap:LongTermDebtNoncurrent", "q2", "28,512,345", "0");
        Assert.Equal(MatchState.SameAsOnFile, Match(facts, OnFile("debt", "2026-06-30", 28_500_000, decimals: -5)).Matches[0].State);
        Assert.Equal(MatchState.Restates, Match(facts, OnFile("debt", "2026-06-30", 28_500_000)).Matches[0].State);
    }

    [Theory]
    [InlineData(Grade.CompanyRelease, "2026-08-28", MatchState.Restates)]
    [InlineData(Grade.Press, "2026-08-28", MatchState.Differs)]
    [InlineData(Grade.CompanyRelease, "2026-05-31", MatchState.Differs)]
    public void Only_a_newer_filing_restates_and_only_the_issuers_own_figure(Grade grade, string filed, MatchState state)
    {
        var report = Read(Fact("us-gaap:LongTermDebtNoncurrent", "q2", "27,000,000", "-5"));
        var board = Board([OnFile("debt", "2026-06-30", 28_500_000)], grade);
        Assert.Equal(state, FactMatches.Of(report, board, DateOnly.Parse(filed, System.Globalization.CultureInfo.InvariantCulture)).Matches[0].State);
    }

    [Fact]
    public void The_concept_with_the_newest_period_counts_and_the_order_only_between_equals()
    {
        var died = Fact("us-gaap:LongTermDebtNoncurrent", "y25", "9", "0") + Fact("ifrs-full:LongtermBorrowings", "q2", "7", "0");
        Assert.Equal("ifrs-full:LongtermBorrowings", Assert.Single(Match(died).Matches).Concept.Name);
        var both = Fact("ifrs-full:LongtermBorrowings", "q2", "7", "0") + Fact("us-gaap:LongTermDebtNoncurrent", "q2", "9", "0");
        Assert.Equal(("us-gaap:LongTermDebtNoncurrent", 9m), Assert.Single(Match(both).Matches.Select(m => (m.Concept.Name, m.Value.Amount))));
    }

    [Fact]
    public void A_fact_by_member_is_no_total_unless_the_concept_names_the_member()
    {
        var parts = Fact("us-gaap:LongTermDebtNoncurrent", "member", "5", "0");
        var matched = Match(parts);
        Assert.Empty(matched.Matches);
        Assert.Contains("a part is no total", Assert.Single(matched.LeftOut).Reason, StringComparison.Ordinal);
        var coins = Match(Fact("us-gaap:CryptoAssetNumberOfUnits", "member", "1,025.69", "2", "coin"));
        Assert.Equal((1_025.69m, Unit.Btc, true), Assert.Single(coins.Matches.Select(m => (m.Value.Amount, m.Value.Unit, m.IsComparable))));
    }

    [Fact]
    public void Nil_is_said_and_is_not_zero()
    {
        var matched = Match("""<ix:nonFraction name="us-gaap:LongTermDebtNoncurrent" contextRef="q2" unitRef="usd" xsi:nil="true"/>""");
        Assert.Empty(matched.Matches);
        Assert.Contains("not zero", Assert.Single(matched.LeftOut).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_unit_is_shown_with_its_raw_text_and_not_compared()
    {
        var match = Assert.Single(Match(Fact("us-gaap:LongTermDebtNoncurrent", "q2", "28,500", "0", "cny"), OnFile("debt", "2026-06-30", 28_500)).Matches);
        Assert.Equal((false, MatchState.New, "28,500", "CNY"), (match.IsComparable, match.State, match.Fact.RawText, match.Value.Unit.Text));
    }

    [Fact]
    public void Two_values_for_one_period_are_told_and_neither_is_taken()
    {
        var matched = Match(Fact("us-gaap:LongTermDebtNoncurrent", "q2", "5", "0") + Fact("us-gaap:LongTermDebtNoncurrent", "q2", "9", "0"));
        Assert.Empty(matched.Matches);
        Assert.Contains("Two values stand for 2026-06-30", Assert.Single(matched.LeftOut).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_repeats_the_most_precise_counts() =>
        Assert.Equal(28_512_345m, Assert.Single(Match(Fact("us-gaap:LongTermDebtNoncurrent", "q2", "28,500,000", "-5") + Fact("us-gaap:LongTermDebtNoncurrent", "q2", "28,512,345", "0")).Matches).Value.Amount);

    [Fact]
    public void A_quarter_is_derived_from_year_to_date_facts_and_says_so()
    {
        var matched = Match(Fact("us-gaap:InterestExpense", "half", "3,000", "0") + Fact("us-gaap:InterestExpense", "first", "1,200", "-1"));
        var quarter = matched.Matches.Single(m => m.IsDerived);
        Assert.Equal((1_800m, "2026-04-01/2026-06-30", -1), (quarter.Value.Amount, quarter.Period.ToString(), quarter.Decimals));
        Assert.Equal(("3,000", "1,200"), (quarter.Fact.RawText, quarter.Less!.Fact!.RawText));
        Assert.Equal(["2026-04-01/2026-06-30", "2026-01-01/2026-06-30", "2026-01-01/2026-03-31"], matched.Matches.Select(m => m.Period.ToString()));
    }

    [Fact]
    public void What_is_subtracted_may_be_on_file()
    {
        var quarter = Match(Fact("us-gaap:InterestExpense", "half", "3,000", "0"), OnFile("interest", "2026-01-01/2026-03-31", 1_200)).Matches.Single(m => m.IsDerived);
        Assert.Equal((1_800m, null, 1_200m), (quarter.Value.Amount, quarter.Less!.Fact, quarter.Less.OnFile!.Value.Amount));
    }

    [Fact]
    public void A_stated_quarter_is_not_derived() => Assert.DoesNotContain(
        Match(Fact("us-gaap:InterestExpense", "half", "3", "0") + Fact("us-gaap:InterestExpense", "first", "1", "0") + Fact("us-gaap:InterestExpense", "second", "2", "0")).Matches, m => m.IsDerived);

    [Theory]
    [InlineData("us-gaap:LongTermDebtNoncurrent", "us", "9")]
    [InlineData("gaap:LongTermDebtNoncurrent", "gaap", "9")]
    [InlineData("us-gaap:LongTermDebtNoncurrent", "mine", null)]
    public void The_taxonomy_decides_and_not_the_prefix(string name, string namespaces, string? value)
    {
        var declared = namespaces switch
        {
            "us" => "xmlns:us-gaap=\"http://fasb.org/us-gaap/2025\"",
            "gaap" => "xmlns:gaap=\"http://fasb.org/us-gaap/2022\"",
            _ => "xmlns:us-gaap=\"http://example.com/mine\"",
        };
        Assert.Equal(value, FactMatches.Of(Read(Fact(name, "q2", "9", "0"), declared), Board([], Grade.CompanyRelease), Filed).Matches.Select(m => m.Fact.RawText).SingleOrDefault());
    }

    private static MatchedFacts Match(string facts, params Observation[] onFile) => FactMatches.Of(Read(facts), Board(onFile, Grade.CompanyRelease), Filed);

    private static BoardState Board(IReadOnlyList<Observation> onFile, Grade grade) => Judge.Board(
        new Thesis
        {
            Slug = "t", Title = "t", Issuer = new() { Name = "Cango" },
            Metrics =
            [
                new() { Key = "debt", Title = "Debt", Unit = Unit.Usd, Concepts = ["us-gaap:LongTermDebtNoncurrent", "ifrs-full:LongtermBorrowings"] },
                new() { Key = "interest", Title = "Interest", Unit = Unit.Usd, Concepts = ["us-gaap:InterestExpense"] },
                new() { Key = "held", Title = "Held", Unit = Unit.Btc, Concepts = ["us-gaap:CryptoAssetNumberOfUnits", "us-gaap:CryptoAssetNumberOfUnits|*=*:BitcoinMember"] },
            ],
        },
        new Record
        {
            Sources = [new() { Key = "s", Kind = SourceKind.PressRelease, Grade = grade, Title = "s", Publisher = "s", Published = new(new(2026, 5, 31)) }],
            Observations = onFile,
        },
        new(2026, 11, 22));

    private static Observation OnFile(string metric, string period, decimal amount, int? decimals = null)
    {
        var days = period.Split('/').Select(d => DateOnly.Parse(d, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return new()
        {
            Key = "o", Metric = metric, Source = "s", Period = days.Count == 1 ? Period.At(days[0]) : Period.Between(days[0], days[1]), Value = Quantity.Usd(amount), Decimals = decimals,
        };
    }

    private static string Fact(string name, string context, string text, string decimals, string unit = "usd") =>
        $"""<ix:nonFraction name="{name}" contextRef="{context}" unitRef="{unit}" decimals="{decimals}" format="ixt:num-dot-decimal">{text}</ix:nonFraction>""";

    private static ReadResult Read(string facts, string taxonomies = "xmlns:us-gaap=\"http://fasb.org/us-gaap/2025\" xmlns:ifrs-full=\"https://xbrl.ifrs.org/taxonomy/2024-03-27/ifrs-full\"")
    {
        var document = $"""
            <html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" xmlns:xbrli="http://www.xbrl.org/2003/instance"
              xmlns:xbrldi="http://xbrl.org/2006/xbrldi" xmlns:iso4217="http://www.xbrl.org/2003/iso4217" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
              xmlns:ixt="http://www.xbrl.org/inlineXBRL/transformation/2022-02-16" xmlns:cang="http://cangoonline.com/2026" {taxonomies}><head><title>t</title></head><body><ix:header><ix:resources>
            {Context("q2", "<xbrli:instant>2026-06-30</xbrli:instant>")}{Context("y25", "<xbrli:instant>2025-12-31</xbrli:instant>")}
            {Context("first", Days("2026-01-01", "2026-03-31"))}{Context("second", Days("2026-04-01", "2026-06-30"))}{Context("half", Days("2026-01-01", "2026-06-30"))}
            {Context("member", "<xbrli:instant>2026-06-30</xbrli:instant>", "<xbrli:segment><xbrldi:explicitMember dimension=\"cang:CoinAxis\">cang:BitcoinMember</xbrldi:explicitMember></xbrli:segment>")}
            {Measure("usd", "iso4217:USD")}{Measure("cny", "iso4217:CNY")}{Measure("coin", "cang:Bitcoin")}
            </ix:resources></ix:header><p>{facts}</p></body></html>
            """;
        return FilingReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(document)), cancellation: TestContext.Current.CancellationToken);
    }

    private static string Context(string id, string period, string segment = "") =>
        $"""<xbrli:context id="{id}"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">0001725123</xbrli:identifier>{segment}</xbrli:entity><xbrli:period>{period}</xbrli:period></xbrli:context>""";

    private static string Days(string start, string end) => $"<xbrli:startDate>{start}</xbrli:startDate><xbrli:endDate>{end}</xbrli:endDate>";

    private static string Measure(string id, string measure) => $"""<xbrli:unit id="{id}"><xbrli:measure>{measure}</xbrli:measure></xbrli:unit>""";
}
