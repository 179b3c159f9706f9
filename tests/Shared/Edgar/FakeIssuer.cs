using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace ThesisBoard.Tests.Shared.Edgar;

/// <summary>One document of a filing on the fake EDGAR.</summary>
internal sealed record FakeDocument(string Type, string Name, string Description, string Body, string ContentType = "text/html");

/// <summary>A filing on the fake EDGAR.</summary>
internal sealed record FakeFiling(string Accession, string Form, DateOnly Filed, DateOnly ReportDate, IReadOnlyList<FakeDocument> Documents)
{
    public string Items { get; init; } = "";
}

/// <summary>A filer on the fake EDGAR: what it publishes appears in its list, with header, folder index and documents, as EDGAR lays them out.</summary>
internal sealed class FakeIssuer(FakeEdgar edgar, long cik, string name)
{
    private readonly List<FakeFiling> filings = [];

    public static FakeIssuer Cango(FakeEdgar edgar) => new FakeIssuer(edgar, 1725123, "Cango Inc.").Listed();

    public string ListPath => string.Create(CultureInfo.InvariantCulture, $"/submissions/CIK{cik:D10}.json");

    public string PathOf(FakeFiling filing, string document) =>
        string.Create(CultureInfo.InvariantCulture, $"/Archives/edgar/data/{cik}/{filing.Accession.Replace("-", "", StringComparison.Ordinal)}/{document}");

    public static string HeaderOf(FakeFiling filing) => $"{filing.Accession}-index-headers.html";

    /// <summary>Files it: from now on it is on EDGAR.</summary>
    public FakeFiling Publish(FakeFiling filing, long? underCik = null)
    {
        filings.Insert(0, filing);
        foreach (var document in filing.Documents)
            edgar.Record(PathOf(filing, document.Name), document.Body, document.ContentType);
        edgar.Record(PathOf(filing, HeaderOf(filing)), Header(filing, underCik ?? cik), "text/html");
        edgar.Record(PathOf(filing, "index.json"), Folder(filing));
        Listed();
        return filing;
    }

    /// <summary>Cango's release of its third quarter on Form 6-K, as such releases read: prose, no tagged facts.</summary>
    public static FakeFiling ThirdQuarter(DateOnly filed) => new("0001213900-26-099001", "6-K", filed, filed,
    [
        new("6-K", "ea0299001-6k_cango.htm", "REPORT OF FOREIGN PRIVATE ISSUER", Wrapped("6-K", "ea0299001-6k_cango.htm", "<p>This report on Form 6-K furnishes the press release of the issuer as exhibit 99.1.</p>")),
        new("EX-99.1", "ea029900101ex99-1_cango.htm", "PRESS RELEASE - THIRD QUARTER 2026 RESULTS", Wrapped("EX-99.1", "ea029900101ex99-1_cango.htm",
            """
            <h1>Cango Inc. Reports Third Quarter 2026 Unaudited Financial Results</h1>
            <p>HONG KONG. Cango Inc. (NYSE: CANG) today announced its unaudited financial results for the three months ended September 30, 2026.</p>
            <h2>Balance Sheet</h2>
            <p>Long-term debt was reduced to US$30.6 million as of September 30, 2026, from US$557.6 million as of December 31, 2025.</p>
            <h2>Operations</h2>
            <p>As of September 30, 2026, the Company held 1,024 bitcoins. The Company produced 1,210 bitcoins in the third quarter of 2026.</p>
            <p>The Company has contracted 50 MW of power capacity for its first site. No customer agreement has been signed.</p>
            """)),
    ]);

    private FakeIssuer Listed()
    {
        edgar.Record(ListPath, List());
        return this;
    }

    private string List()
    {
        JsonArray Column(Func<FakeFiling, string> of) => new([.. filings.Select(f => (JsonNode)of(f))]);
        return new JsonObject
        {
            ["cik"] = cik.ToString("D10", CultureInfo.InvariantCulture),
            ["entityType"] = "other",
            ["name"] = name,
            ["fiscalYearEnd"] = "1231",
            ["tickers"] = new JsonArray("CANG"),
            ["exchanges"] = new JsonArray("NYSE"),
            ["filings"] = new JsonObject
            {
                ["recent"] = new JsonObject
                {
                    ["accessionNumber"] = Column(f => f.Accession),
                    ["filingDate"] = Column(f => Day(f.Filed)),
                    ["reportDate"] = Column(f => Day(f.ReportDate)),
                    ["acceptanceDateTime"] = Column(f => $"{Day(f.Filed)}T11:00:00.000Z"),
                    ["form"] = Column(f => f.Form),
                    ["items"] = Column(f => f.Items),
                    ["primaryDocument"] = Column(f => f.Documents.Count > 0 ? f.Documents[0].Name : ""),
                    ["primaryDocDescription"] = Column(f => f.Documents.Count > 0 ? f.Documents[0].Description : ""),
                },
                ["files"] = new JsonArray(),
            },
        }.ToJsonString();
    }

    private string Header(FakeFiling filing, long filer)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"<HTML><HEAD><TITLE>{filing.Accession}</TITLE></HEAD><BODY><PRE>&lt;SEC-HEADER&gt;{filing.Accession}.hdr.sgml : {filing.Filed:yyyyMMdd}\n");
        text.Append(CultureInfo.InvariantCulture, $"CONFORMED SUBMISSION TYPE:\t{filing.Form}\nCONFORMED PERIOD OF REPORT:\t{filing.ReportDate:yyyyMMdd}\nFILED AS OF DATE:\t\t{filing.Filed:yyyyMMdd}\n");
        text.Append(CultureInfo.InvariantCulture, $"FILER:\n\tCOMPANY DATA:\t\n\t\tCOMPANY CONFORMED NAME:\t\t\t{(filer == cik ? name : "Somebody Else Corp")}\n\t\tCENTRAL INDEX KEY:\t\t\t{filer:D10}\n&lt;/SEC-HEADER&gt;\n");
        foreach (var (document, sequence) in filing.Documents.Select((d, n) => (d, n + 1)))
        {
            text.Append(CultureInfo.InvariantCulture, $"&lt;DOCUMENT&gt;\n&lt;TYPE&gt;{document.Type}\n&lt;SEQUENCE&gt;{sequence}\n&lt;FILENAME&gt;<a href=\"{document.Name}\">{document.Name}</a>\n");
            text.Append(CultureInfo.InvariantCulture, $"&lt;DESCRIPTION&gt;{document.Description}\n&lt;/DOCUMENT&gt;\n");
        }

        return text.Append("</PRE></BODY></HTML>").ToString();
    }

    private string Folder(FakeFiling filing) => new JsonObject
    {
        ["directory"] = new JsonObject
        {
            ["name"] = PathOf(filing, "").TrimEnd('/'),
            ["parent-dir"] = "/Archives/edgar/data",
            ["item"] = new JsonArray([.. filing.Documents.Select(d => (JsonNode)new JsonObject
            {
                ["last-modified"] = $"{Day(filing.Filed)} 06:00:00",
                ["name"] = d.Name,
                ["type"] = "text.gif",
                ["size"] = Encoding.UTF8.GetByteCount(d.Body).ToString(CultureInfo.InvariantCulture),
            })]),
        },
    }.ToJsonString();

    private static string Wrapped(string type, string file, string body) =>
        $"<DOCUMENT>\n<TYPE>{type}\n<SEQUENCE>1\n<FILENAME>{file}\n<TEXT>\n<html>\n<head><title>{type}</title></head>\n<body>\n{body}\n</body>\n</html>\n</TEXT>\n</DOCUMENT>\n";

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
