using System.Text;
using ThesisBoard.Filings.Edgar;

namespace ThesisBoard.Filings.Tests.Edgar;

public sealed class SubmissionsTests
{
    private const string Main =
        """
        {"cik":"0001725123","name":"Cango Inc.","tickers":["CANG"],"exchanges":["NYSE",null],"fiscalYearEnd":"1231",
         "formerNames":[{"name":"Old","from":"2018-01-01T00:00:00.000Z","to":""}],
         "filings":{"recent":{"accessionNumber":["a-1","a-3"],"filingDate":["2026-03-17","2026-05-12"],"reportDate":["2025-12-31",""],
          "acceptanceDateTime":["2026-03-17T06:00:00.000Z","2026-05-12T06:00:00.000Z"],"form":["20-F","6-K"],"isInlineXBRL":[1,0],"size":[100,5]},
          "files":[{"name":"CIK0001725123-submissions-001.json","filingCount":2,"filingFrom":"2018-01-01","filingTo":"2025-01-01"}]}}
        """;

    private const string Page = """{"accessionNumber":["a-0","a-1"],"filingDate":["2025-04-01","2026-03-17"],"form":["20-F","20-F"]}""";

    [Fact]
    public void Main_and_pages_are_one_list_newest_first_without_repeats()
    {
        var list = SubmissionsReader.Read(Bytes(Main), [Bytes(Page)], cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(["a-3", "a-1", "a-0"], list.Filings.Select(f => f.Accession));
        Assert.Equal(new DateOnly(2025, 12, 31), list.Filings[1].ReportDate);
        Assert.True(list.Filings[1].IsInlineXbrl);
        Assert.Equal(new DateTime(2026, 5, 12, 6, 0, 0, DateTimeKind.Utc), list.Filings[0].Accepted);
        Assert.Equal("CIK0001725123-submissions-001.json", Assert.Single(list.Pages).Name);
        Assert.Equal(("Old", (DateOnly?)null), (list.FormerNames[0].Name, list.FormerNames[0].To));
    }

    [Theory]
    [InlineData("{\"accessionNumber\":[\"a\",\"b\"],\"filingDate\":[\"2026-01-01\"]}", FilingErrorKind.Malformed)]
    [InlineData("{\"accessionNumber\":[\"a\"],\"filingDate\":[\"soon\"]}", FilingErrorKind.Malformed)]
    [InlineData("{\"cik\":1,\"facts\":{}}", FilingErrorKind.NotFacts)]
    [InlineData("[]", FilingErrorKind.NotFacts)]
    [InlineData("{\"accessionNumber\":", FilingErrorKind.Malformed)]
    [InlineData("<html/>", FilingErrorKind.HtmlInPlaceOfJson)]
    public void What_is_no_list_is_refused(string body, FilingErrorKind kind) => Assert.Equal(
        kind, Assert.Throws<FilingException>(() => SubmissionsReader.Read(Bytes(body), cancellation: TestContext.Current.CancellationToken)).Kind);

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));
}
