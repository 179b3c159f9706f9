using System.Globalization;
using System.Net;
using System.Security;
using System.Text;
using System.Text.Json.Nodes;

namespace ThesisBoard.Tests.Shared.Edgar;

/// <summary>
/// EDGAR's pages about a filing, made in the shape of recorded ones: the header page has the header twice, in tags inside a comment and as labels inside the
/// escaped text; the folder lists EDGAR's own pages too, with sizes as texts that may be empty; the feed of a filer has its filings' data in elements.
/// </summary>
internal static class FakePages
{
    public static string Header(FakeFiling filing, long filer, string filerName)
    {
        var (day, period, cik) = (Digits(filing.Filed), Digits(filing.ReportDate), filer.ToString("D10", CultureInfo.InvariantCulture));
        var start = $"<SEC-HEADER>{filing.Accession}.hdr.sgml : {day}\n<ACCEPTANCE-DATETIME>{day}060000\n";
        var labels = $"ACCESSION NUMBER:\t\t{filing.Accession}\nCONFORMED SUBMISSION TYPE:\t{filing.Form}\nPUBLIC DOCUMENT COUNT:\t\t{filing.Documents.Count}\n"
            + $"CONFORMED PERIOD OF REPORT:\t{period}\nFILED AS OF DATE:\t\t{day}\nDATE AS OF CHANGE:\t\t{day}\n\nFILER:\n\n\tCOMPANY DATA:\t\n"
            + $"\t\tCOMPANY CONFORMED NAME:\t\t\t{filerName}\n\t\tCENTRAL INDEX KEY:\t\t\t{cik}\n\t\tFISCAL YEAR END:\t\t\t1231\n\n"
            + $"\tFILING VALUES:\n\t\tFORM TYPE:\t\t{filing.Form}\n\t\tSEC ACT:\t\t1934 Act\n</SEC-HEADER>\n";
        var text = new StringBuilder(WebUtility.HtmlEncode($"<SEC-DOCUMENT>{filing.Accession}-index.html : {day}\n{start}{labels}"));
        foreach (var (document, number) in filing.Documents.Select((d, n) => (d, n + 1)))
        {
            text.Append(WebUtility.HtmlEncode($"<DOCUMENT>\n<TYPE>{document.Type}\n<SEQUENCE>{number}\n<FILENAME>{document.Name}\n<DESCRIPTION>{document.Description}\n<TEXT>\n"));
            text.Append(CultureInfo.InvariantCulture, $"<a href=\"{document.Name}\">Document {number} - file: {document.Name}</a><br>\n{WebUtility.HtmlEncode("</DOCUMENT>\n")}");
        }

        return $"""
            <HTML><HEAD><TITLE>SEC EDGAR Submission {filing.Accession}</TITLE>
            <!--
            {start}<ACCESSION-NUMBER>{filing.Accession}
            <TYPE>{filing.Form}
            <PUBLIC-DOCUMENT-COUNT>{filing.Documents.Count}
            <PERIOD>{period}{string.Concat(filing.Items.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(item => $"\n<ITEMS>{item}"))}
            <FILING-DATE>{day}
            <FILER>
            <COMPANY-DATA>
            <CONFORMED-NAME>{filerName}
            <CIK>{cik}
            </COMPANY-DATA>
            <FILING-VALUES>
            <FORM-TYPE>{filing.Form}
            </FILING-VALUES>
            </FILER>
            </SEC-HEADER>
            -->
            </HEAD><BODY>
            <PRE>{text}{WebUtility.HtmlEncode("</SEC-DOCUMENT>")}</PRE></BODY></HTML>
            """;
    }

    public static string Folder(FakeFiling filing, string path)
    {
        JsonNode Item(string name, string size, string icon) => new JsonObject { ["last-modified"] = $"{Day(filing.Filed)} 06:00:00", ["name"] = name, ["type"] = icon, ["size"] = size };
        return new JsonObject
        {
            ["directory"] = new JsonObject
            {
                ["item"] = new JsonArray(
                [
                    Item($"{filing.Accession}-index-headers.html", "", "text.gif"),
                    Item($"{filing.Accession}-index.html", "", "text.gif"),
                    Item($"{filing.Accession}.txt", "", "text.gif"),
                    .. filing.Documents.Select(d => Item(d.Name, d.Bytes.Length.ToString(CultureInfo.InvariantCulture), "text.gif")),
                ]),
                ["name"] = path,
                ["parent-dir"] = path[..path.LastIndexOf('/')],
            },
        }.ToJsonString();
    }

    public static string Feed(long cik, string name, IEnumerable<FakeFiling> filings, Func<FakeFiling, Uri> index)
    {
        var feed = new StringBuilder("<?xml version=\"1.0\" encoding=\"ISO-8859-1\" ?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<author>\n<email>webmaster@sec.gov</email>\n<name>Webmaster</name>\n</author>\n");
        feed.Append(CultureInfo.InvariantCulture, $"<company-info>\n<addresses><address type=\"mailing\"><city>HONG KONG</city></address></addresses>\n<cik>{cik:D10}</cik>\n<conformed-name>{SecurityElement.Escape(name)}</conformed-name>\n</company-info>\n");
        foreach (var filing in filings)
        {
            var (href, day) = (SecurityElement.Escape(index(filing).AbsoluteUri), Day(filing.Filed));
            feed.Append(CultureInfo.InvariantCulture, $"<entry>\n<category label=\"form type\" scheme=\"https://www.sec.gov/\" term=\"{filing.Form}\" />\n<content type=\"text/xml\">\n<accession-number>{filing.Accession}</accession-number>\n");
            feed.Append(CultureInfo.InvariantCulture, $"<filing-date>{day}</filing-date>\n<filing-href>{href}</filing-href>\n<filing-type>{filing.Form}</filing-type>\n<size>9 MB</size>\n</content>\n");
            feed.Append(CultureInfo.InvariantCulture, $"<id>urn:tag:sec.gov,2008:accession-number={filing.Accession}</id>\n<link href=\"{href}\" rel=\"alternate\" type=\"text/html\" />\n");
            feed.Append(CultureInfo.InvariantCulture, $"<summary type=\"html\"> &lt;b&gt;Filed:&lt;/b&gt; {day} &lt;b&gt;AccNo:&lt;/b&gt; {filing.Accession}</summary>\n<title>{filing.Form}  - Report</title>\n<updated>{day}T06:00:00-05:00</updated>\n</entry>\n");
        }

        return feed.Append("</feed>\n").ToString();
    }

    public static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Digits(DateOnly date) => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
