using ThesisBoard.Filings.Tests.Corpus;
using ThesisBoard.Tests.Shared.Edgar;

namespace ThesisBoard.Tests.Sources.Sec;

/// <summary>
/// The SEC's own bodies on the fake EDGAR, unchanged, from the corpus of real filings. Lists, company facts and error pages stand at their real addresses. Of a
/// recorded document the corpus has no list, header page or index: those are made (<see cref="FakePages"/>) around the real document.
/// </summary>
internal static class RecordedEdgar
{
    public const long Imunon = 749647;
    public const long TrFinance = 1814722;
    public const long NothingFiled = 350001;
    public const long Apple = 320193;
    public const long Lpa = 1997711;
    public const long UnknownFiler = 1;

    /// <summary>Records every body that EDGAR's data host sent.</summary>
    public static void RecordLists(this FakeEdgar edgar)
    {
        edgar.Record("/submissions/CIK0000749647.json", Bytes("submissions", "CIK0000749647_Imunon.json"), "application/json");
        edgar.Record("/submissions/CIK0000749647-submissions-001.json", Bytes("submissions", "CIK0000749647-submissions-001.json"), "application/json");
        edgar.Record("/submissions/CIK0001814722.json", Bytes("submissions", "CIK0001814722_TR-Finance.json"), "application/json");
        edgar.Record("/submissions/CIK0000350001.json", Bytes("submissions", "CIK0000350001_no-filings.json"), "application/json");
        edgar.Record("/api/xbrl/companyfacts/CIK0000320193.json", Bytes("companyfacts", "CIK0000320193_AAPL_2025-03.json"), "application/json");
        edgar.Record("/api/xbrl/companyfacts/CIK0001997711.json", Bytes("companyfacts", "CIK0001997711_LPA_ifrs.json"), "application/json");
        edgar.Record("/submissions/CIK0000000001.json", Bytes("submissions", "HTTP404_CIK-000000001.xml"), "application/xml", 404);
    }

    /// <summary>The page that the SEC sends to who asks too often.</summary>
    public static FakeAnswer TooManyRequests => new(403, Bytes("submissions", "rate-exceeded.html"));

    /// <summary>The page that the SEC sends to who names no contact.</summary>
    public static FakeAnswer NoUserAgent => new(403, Bytes("submissions", "SEC.AutomatedTool.html"));

    /// <summary>Apple's quarterly report with inline XBRL, at its real number.</summary>
    public static FakeFiling AppleQuarter => new("0000320193-25-000057", "10-Q", new(2025, 5, 2), new(2025, 3, 29),
        [new("10-Q", "aapl-20250329.htm", "10-Q", Bytes("ixbrl", "aapl_10q_2025-03-29.htm"))]);

    /// <summary>A quarterly release of The Buckle on Form 8-K. The corpus does not tell the filing's number; the last six digits are made up.</summary>
    public static FakeFiling BuckleRelease => new("0000885245-24-900001", "8-K", new(2024, 11, 22), new(2024, 11, 22),
        [new("EX-99.1", "bke20241122-8kexhibit.htm", "EX-99.1", Bytes("releases", "BuckleInc_8-K_EX99.1.html"))])
    {
        Items = "2.02,9.01",
    };

    /// <summary>A release of Royal Philips on Form 6-K, without exhibits. The filing's number is made up.</summary>
    public static FakeFiling PhilipsRelease => new("0000313216-23-900001", "6-K", new(2023, 1, 30), new(2023, 1, 30),
        [new("6-K", "phg-20230130.htm", "6-K", Bytes("releases", "form6k_RoyalPhilips.html"))]);

    private static byte[] Bytes(params string[] path) => File.ReadAllBytes(CorpusFolder.File(path));
}
