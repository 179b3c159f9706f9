using ThesisBoard.Core.Calendar;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Starts;
using ThesisBoard.Filings.Edgar;
using ThesisBoard.Sources.Sec;
using ThesisBoard.Tests.Features.StoredDocuments;
using ThesisBoard.Tests.Shared.Edgar;
using ThesisBoard.Tests.Sources.Sec;
using Xunit;

namespace ThesisBoard.Tests.Features.Starts;

/// <summary>Who an issuer is, by ticker, number or name: over a real connection to a fake EDGAR, and without one.</summary>
public sealed class IssuerLookupTests
{
    private const string Tickers = "/files/company_tickers.json";
    private const string List = """
        {"0":{"cik_str":320193,"ticker":"AAPL","title":"Apple Inc."},"1":{"cik_str":1725123,"ticker":"CANG","title":"Cango Inc."},
         "2":{"cik_str":1652044,"ticker":"GOOGL","title":"Alphabet Inc."},"3":{"cik_str":1652044,"ticker":"GOOG","title":"Alphabet Inc."},"4":{"cik_str":11,"ticker":"CANX","title":"Can X Apple Farms"}}
        """;

    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ticker_gives_the_issuer_with_exchange_and_calendar_and_the_list_is_fetched_once_a_day()
    {
        await using var house = await Open();
        FakeIssuer.Cango(house.Edgar).Publish(FakeFiling.ThirdQuarter(new(2026, 11, 20)));
        var found = (await Find(house, "cang")).Found!;
        Assert.Equal(("Cango Inc.", "CANG", "NYSE", 1725123L, FilerRegime.ForeignPrivateIssuer, 12), (found.Name, found.Ticker, found.Exchange, found.Cik, found.Filer.Regime, found.Filer.FiscalYearEndMonth));
        Assert.Equal(found, (await Find(house, "1725123")).Found);
        Assert.Equal(1, house.Edgar.Count(Tickers));
        house.Store.Clock.Advance(TimeSpan.FromDays(2));
        await Find(house, "CANG");
        Assert.Equal(2, house.Edgar.Count(Tickers));
    }

    [Fact]
    public async Task Words_of_a_name_give_those_that_it_may_be_each_company_once()
    {
        await using var house = await Open();
        Assert.Equal(["AAPL", "CANX"], (await Find(house, "apple")).Matches.Select(m => m.Ticker));
        Assert.Equal(["CANG", "CANX"], IssuerLookup.Search(await house.Run(house.Get<CompanyList>().All(Now)), "can").Select(m => m.Ticker));
        Assert.Equal(["GOOGL"], IssuerLookup.Search(await house.Run(house.Get<CompanyList>().All(Now)), "alphabet").Select(m => m.Ticker));
        Assert.Contains("No listed company", (await Find(house, "nobody at all")).Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_answer_the_list_on_file_does_and_what_it_holds_is_filled_in()
    {
        await using var house = await Open();
        await house.Run(house.Get<CompanyList>().All(Now));
        house.Edgar.IsDown = true;
        house.Store.Clock.Advance(TimeSpan.FromDays(2));
        var old = await house.Run(new CompanyList(house.Client, house.Get<EdgarCache>(), house.Get<EdgarOptions>(), house.Store.Clock).All(Now));
        Assert.Equal("Cango Inc.", Assert.Single(IssuerLookup.Search(old, "CANG")).Name);
    }

    [Fact]
    public async Task Why_there_is_none_is_said_with_what_to_do_instead()
    {
        await using (var house = await Open(o => o with { Contact = "" }))
            Assert.Contains("Type the name by hand", (await Find(house, "CANG")).Trouble, StringComparison.Ordinal);
        await using (var house = await Open())
        {
            house.Edgar.Record("/submissions/CIK0000000001.json", "<Error><Code>NoSuchKey</Code></Error>"u8.ToArray(), "application/xml", 404);
            Assert.Contains("knows no filer with the CIK 1", (await Find(house, "1")).Trouble, StringComparison.Ordinal);
            house.Edgar.IsDown = true;
            Assert.Contains("by hand", (await Find(house, "2")).Trouble, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_page_leads_from_a_ticker_to_an_address_that_holds_the_issuer_and_a_reload_asks_nobody()
    {
        await using var edgar = await FakeEdgar.Start();
        edgar.Record(Tickers, List);
        FakeIssuer.Cango(edgar);
        await using var house = new DocumentHouse([.. edgar.Settings.Select(s => (s.Key.Replace("__", ":", StringComparison.Ordinal), s.Value))]);
        using var editor = await house.Client(Role.Editor);
        using var found = await editor.GetAsync($"{StartUrls.Start}?step=find&q=CANG&claim=Kept", Now);
        var typed = StartSteps.Typed(found);
        Assert.Equal(("Cango Inc.", "CANG", "NYSE", "1725123", "Kept", "1"), (typed["name"], typed["ticker"], typed["exchange"], typed["cik"], typed["claim"], typed["step"]));
        var asked = edgar.Requests.Count(r => r.Path == Tickers);
        var again = await editor.GetStringAsync(found.RequestMessage!.RequestUri!.PathAndQuery.Replace("step=1", "step=find", StringComparison.Ordinal), Now);
        Assert.Equal((2, asked), (StartSteps.StepOf(again), edgar.Requests.Count(r => r.Path == Tickers)));

        var several = await editor.GetStringAsync($"{StartUrls.Start}?step=find&q=apple&claim=Kept", Now);
        Assert.Contains("claim=Kept&amp;q=AAPL", several.Replace("q=AAPL&amp;claim=Kept", "claim=Kept&amp;q=AAPL", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static async Task<SecHouse> Open(Func<EdgarOptions, EdgarOptions>? with = null)
    {
        var house = await SecHouse.Open(with);
        house.Edgar.Record(Tickers, List);
        return house;
    }

    private static Task<LookupAnswer> Find(SecHouse house, string text) =>
        house.Run(new IssuerLookup(house.Get<CompanyList>(), house.Client, house.Get<EdgarContact>(), house.Store.Clock).Find(text, Now));
}
