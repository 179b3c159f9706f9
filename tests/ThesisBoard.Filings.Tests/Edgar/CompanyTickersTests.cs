using ThesisBoard.Filings.Edgar;

namespace ThesisBoard.Filings.Tests.Edgar;

public sealed class CompanyTickersTests
{
    [Fact]
    public void The_list_gives_every_company_in_its_order_and_passes_over_what_is_none()
    {
        var list = Read("""
            {"0":{"cik_str":320193,"ticker":"AAPL","title":"Apple Inc."},"1":{"cik_str":"1725123","ticker":"CANG","title":" Cango  Inc. "},
             "2":{"cik_str":1067983,"ticker":"BRK-B","title":"BERKSHIRE HATHAWAY INC"},"3":{"cik_str":-1,"ticker":"X","title":"X"},"4":{"ticker":"Y","title":"Y"},
             "5":{"cik_str":5,"ticker":"","title":"No ticker"},"6":{"cik_str":6,"ticker":"Z","title":"A\u0007bell"},"7":[1,2],"8":null}
            """);
        Assert.Equal([new(320193, "AAPL", "Apple Inc."), new(1725123, "CANG", "Cango Inc."), new(1067983, "BRK-B", "BERKSHIRE HATHAWAY INC")], list);
    }

    [Fact]
    public void What_is_no_such_list_is_refused_and_so_is_one_beyond_the_bounds()
    {
        Assert.Equal(FilingErrorKind.NotFacts, Sample.Error(() => Read("{}")));
        Assert.Equal(FilingErrorKind.NotFacts, Sample.Error(() => Read("[]")));
        Assert.Equal(FilingErrorKind.NotFacts, Sample.Error(() => Read("""{"cik":"0000320193","name":"Apple Inc.","filings":{}}""")));
        Assert.Equal(FilingErrorKind.HtmlInPlaceOfJson, Sample.Error(() => Read("<html><body>down for maintenance")));
        Assert.Equal(FilingErrorKind.Malformed, Sample.Error(() => Read("""{"0":{"cik_str":320193,""")));
        const string two = """{"0":{"cik_str":1,"ticker":"A","title":"A"},"1":{"cik_str":2,"ticker":"B","title":"B"}}""";
        Assert.Equal(FilingErrorKind.TooManyItems, Sample.Error(() => CompanyTickersReader.Read(Sample.Stream(two), new ReadLimits { MaxItems = 1 }, TestContext.Current.CancellationToken)));
        Assert.Equal(FilingErrorKind.TooLarge, Sample.Error(() => CompanyTickersReader.Read(Sample.Stream(two), new ReadLimits { MaxBytes = 20 }, TestContext.Current.CancellationToken)));
    }

    private static IReadOnlyList<ListedCompany> Read(string json) => CompanyTickersReader.Read(Sample.Stream(json), cancellation: TestContext.Current.CancellationToken);
}
