using System.Text;

namespace ThesisBoard.Tests.Shared.Edgar;

/// <summary>One document of a filing on the fake EDGAR.</summary>
internal sealed record FakeDocument(string Type, string Name, string Description, byte[] Bytes, string ContentType = "text/html")
{
    /// <summary>The bytes as text.</summary>
    public string Body
    {
        get => Encoding.UTF8.GetString(Bytes);
        init => Bytes = Encoding.UTF8.GetBytes(value);
    }

    /// <summary>A page inside the lines of SGML that EDGAR puts around each document.</summary>
    public static FakeDocument Page(string type, string name, string description, string body) => new(type, name, description, Encoding.UTF8.GetBytes(
        $"<DOCUMENT>\n<TYPE>{type}\n<SEQUENCE>1\n<FILENAME>{name}\n<TEXT>\n<html>\n<head><title>{type}</title></head>\n<body>\n{body}\n</body>\n</html>\n</TEXT>\n</DOCUMENT>\n"));
}

/// <summary>A filing on the fake EDGAR.</summary>
internal sealed record FakeFiling(string Accession, string Form, DateOnly Filed, DateOnly ReportDate, IReadOnlyList<FakeDocument> Documents)
{
    public string Items { get; init; } = "";

    /// <summary>Cango's release of its third quarter on Form 6-K. Made up, as such releases read: prose, no tagged facts. (Nothing of 2026-11 is recorded.)</summary>
    public static FakeFiling ThirdQuarter(DateOnly filed) => new("0001213900-26-099001", "6-K", filed, filed,
    [
        FakeDocument.Page("6-K", "ea0299001-6k_cango.htm", "REPORT OF FOREIGN PRIVATE ISSUER", "<p>This report on Form 6-K furnishes the press release of the issuer as exhibit 99.1.</p>"),
        FakeDocument.Page("EX-99.1", "ea029900101ex99-1_cango.htm", "PRESS RELEASE - THIRD QUARTER 2026 RESULTS",
            """
            <h1>Cango Inc. Reports Third Quarter 2026 Unaudited Financial Results</h1>
            <p>HONG KONG. Cango Inc. (NYSE: CANG) today announced its unaudited financial results for the three months ended September 30, 2026.</p>
            <h2>Balance Sheet</h2>
            <p>Long-term debt was reduced to US$30.6 million as of September 30, 2026, from US$557.6 million as of December 31, 2025.</p>
            <h2>Operations</h2>
            <p>As of September 30, 2026, the Company held 1,024 bitcoins. The Company produced 1,210 bitcoins in the third quarter of 2026.</p>
            <p>The Company has contracted 50 MW of power capacity for its first site. No customer agreement has been signed.</p>
            """),
    ]);
}
