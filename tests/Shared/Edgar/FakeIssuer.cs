using System.Globalization;
using System.Text.Json.Nodes;

namespace ThesisBoard.Tests.Shared.Edgar;

/// <summary>
/// A filer on the fake EDGAR: what it publishes appears in its list and its feed, with header page, folder index and documents. List, feed, header and index are
/// made here in the shape of real ones (<see cref="FakePages"/>); the documents are whatever the test files, real ones included.
/// </summary>
internal sealed class FakeIssuer(FakeEdgar edgar, long cik, string name, params string[] tickers)
{
    private readonly List<FakeFiling> filings = [];

    public static FakeIssuer Cango(FakeEdgar edgar) => new FakeIssuer(edgar, 1725123, "Cango Inc.", "CANG").Listed();

    public string ListPath => string.Create(CultureInfo.InvariantCulture, $"/submissions/CIK{cik:D10}.json");

    public string FeedPath => string.Create(CultureInfo.InvariantCulture, $"/cgi-bin/browse-edgar?action=getcompany&CIK={cik:D10}&type=&dateb=&owner=exclude&count=40&output=atom");

    public string PathOf(FakeFiling filing, string document) =>
        string.Create(CultureInfo.InvariantCulture, $"/Archives/edgar/data/{cik}/{filing.Accession.Replace("-", "", StringComparison.Ordinal)}/{document}");

    public static string HeaderOf(FakeFiling filing) => $"{filing.Accession}-index-headers.html";

    /// <summary>Files it: from now on it is on EDGAR.</summary>
    public FakeFiling Publish(FakeFiling filing, long? underCik = null)
    {
        filings.Insert(0, filing);
        foreach (var document in filing.Documents)
            edgar.Record(PathOf(filing, document.Name), document.Bytes, document.ContentType);
        var (filer, filerName) = underCik is { } other && other != cik ? (other, "Somebody Else Corp") : (cik, name);
        edgar.Record(PathOf(filing, HeaderOf(filing)), FakePages.Header(filing, filer, filerName), "text/html");
        edgar.Record(PathOf(filing, "index.json"), FakePages.Folder(filing, PathOf(filing, "").TrimEnd('/')));
        Listed();
        return filing;
    }

    public FakeIssuer Listed()
    {
        edgar.Record(ListPath, List());
        edgar.Record(FeedPath, FakePages.Feed(cik, name, filings, f => new Uri(edgar.Address, PathOf(f, $"{f.Accession}-index.htm"))), "application/atom+xml");
        return this;
    }

    private string List()
    {
        JsonArray Column(Func<FakeFiling, string> of) => new([.. filings.Select(f => (JsonNode)of(f))]);
        JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);
        return new JsonObject
        {
            ["cik"] = cik.ToString("D10", CultureInfo.InvariantCulture),
            ["entityType"] = "other",
            ["name"] = name,
            ["fiscalYearEnd"] = "1231",
            ["tickers"] = Texts(tickers),
            ["exchanges"] = Texts(tickers.Select(_ => "NYSE")),
            ["filings"] = new JsonObject
            {
                ["recent"] = new JsonObject
                {
                    ["accessionNumber"] = Column(f => f.Accession),
                    ["filingDate"] = Column(f => FakePages.Day(f.Filed)),
                    ["reportDate"] = Column(f => FakePages.Day(f.ReportDate)),
                    ["acceptanceDateTime"] = Column(f => $"{FakePages.Day(f.Filed)}T11:00:00.000Z"),
                    ["form"] = Column(f => f.Form),
                    ["items"] = Column(f => f.Items),
                    ["primaryDocument"] = Column(f => f.Documents.Count > 0 ? f.Documents[0].Name : ""),
                    ["primaryDocDescription"] = Column(f => f.Documents.Count > 0 ? f.Documents[0].Description : ""),
                },
                ["files"] = new JsonArray(),
            },
        }.ToJsonString();
    }
}
