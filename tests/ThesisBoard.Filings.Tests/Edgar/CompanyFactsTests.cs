using System.Text;
using ThesisBoard.Filings.Edgar;

namespace ThesisBoard.Filings.Tests.Edgar;

public sealed class CompanyFactsTests
{
    private const string Restated =
        """
        {"cik":1725123,"entityName":"Cango Inc.","facts":{"us-gaap":{"LongTermDebt":{"label":"x","description":null,"units":{
         "USD":[{"end":"2025-12-31","val":557600000,"accn":"a-1","fy":2025,"fp":"FY","form":"20-F","filed":"2026-03-17"},
                {"end":"2025-12-31","val":557600001.50,"accn":"a-2","fy":null,"fp":null,"form":"20-F/A","filed":"2026-05-01","frame":"CY2025Q4I"}],
         "USD/shares":[{"start":"2025-01-01","end":"2025-12-31","val":1.5E-3,"accn":"a-1","fy":2025,"fp":"FY","form":"20-F","filed":"2026-03-17"},
                       {"start":"x","end":"2025-12-31","val":1,"accn":"a-1","filed":"2026-03-17"},
                       {"end":"2025-12-31","accn":"a-1","filed":"2026-03-17"}, 7]}}}}}
        """;

    [Fact]
    public void Values_units_and_periods_are_exact_and_the_rest_is_skipped_with_its_place()
    {
        var facts = Read(Restated);
        Assert.Equal(("0001725123", "Cango Inc."), (facts.Cik, facts.EntityName));
        Assert.Equal(
            ["us-gaap:LongTermDebt 557600000 2025-12-31 USD", "us-gaap:LongTermDebt 557600001.50 2025-12-31 USD", "us-gaap:LongTermDebt 0.0015 2025-01-01/2025-12-31 USD per shares"],
            facts.Facts.Select(f => $"{f.Key.Concept} {f.Value} {f.Key.Period} {f.Key.Unit}"));
        Assert.Equal(["5:16: us-gaap:LongTermDebt: its start 'x' is no date", "6:16: us-gaap:LongTermDebt: it has no value"], facts.Skipped.Select(s => s.ToString()));
    }

    [Fact]
    public void The_current_value_is_the_latest_filed_by_the_day_and_the_earlier_stays_in_the_history()
    {
        var facts = Read(Restated);
        var key = facts.Facts[0].Key;
        Assert.Empty(facts.AsOf(new DateOnly(2026, 3, 16)));
        Assert.Equal("a-1", facts.AsOf(new DateOnly(2026, 4, 30))[key].Accession);
        Assert.Equal("a-2", facts.AsOf(new DateOnly(2026, 5, 1))[key].Accession);
        Assert.Equal(2, facts.Histories[key].Count());
    }

    [Theory]
    [InlineData("{\"cik\":\"0001997711\",\"facts\":{}}", "0001997711")]
    [InlineData("\uFEFF {\"cik\":7,\"entityName\":null,\"facts\":{\"ifrs-full\":{\"Borrowings\":[]}}}", "0000000007")]
    public void A_cik_is_a_number_or_a_text(string json, string cik) => Assert.Equal(cik, Read(json).Cik);

    [Theory]
    [InlineData("{\"cik\":1,\"facts\":{\"us-gaap\":", FilingErrorKind.Malformed)]
    [InlineData("{\"cik\":\"x\",\"facts\":{}}", FilingErrorKind.NotFacts)]
    [InlineData("{\"cik\":1}", FilingErrorKind.NotFacts)]
    [InlineData("{}x", FilingErrorKind.Malformed)]
    [InlineData("{\"cik\":1,\"filings\":{}}", FilingErrorKind.NotFacts)]
    [InlineData("<html><title>Maintenance</title></html>", FilingErrorKind.HtmlInPlaceOfJson)]
    [InlineData("<Error><Code>NoSuchKey</Code></Error>", FilingErrorKind.UnknownCik)]
    [InlineData("<title>SEC.gov | Request Rate Threshold Exceeded</title>", FilingErrorKind.TooManyRequests)]
    [InlineData("<title>SEC.gov | Your Request Originates from an Undeclared Automated Tool</title>", FilingErrorKind.MissingUserAgent)]
    [InlineData("busy", FilingErrorKind.Malformed)]
    [InlineData("", FilingErrorKind.NotFacts)]
    [InlineData("{\"a\":\"\\ud800\",\"cik\":1,\"facts\":{\"\\ud800\":{}}}", FilingErrorKind.Malformed)]
    public void Whatever_else_comes_has_its_own_error(string body, FilingErrorKind kind) =>
        Assert.Equal(kind, Assert.Throws<FilingException>(() => Read(body)).Kind);

    [Fact]
    public void Json_that_nests_without_end_is_refused()
    {
        var bomb = "{\"cik\":1,\"x\":" + new string('[', 10_000);
        Assert.Equal(FilingErrorKind.TooDeep, Assert.Throws<FilingException>(() => Read(bomb)).Kind);
    }

    private static CompanyFacts Read(string json) =>
        CompanyFactsReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)), cancellation: TestContext.Current.CancellationToken);
}
