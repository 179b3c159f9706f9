using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace ThesisBoard.Sources.Sec;

/// <summary>What EDGAR's header of a filing says: whose it is, what it is about, and which documents it has.</summary>
/// <param name="Ciks">The filers; several where companies file together.</param>
/// <param name="Items">Item numbers of an 8-K, joined by commas.</param>
public sealed record FilingHeader(
    string Form, DateOnly? Filed, DateOnly? PeriodEnd, IReadOnlyList<long> Ciks, string CompanyName, string Items, IReadOnlyList<HeaderDocument> Documents);

/// <summary>One document by EDGAR's type, such as EX-99.1, in the order of the filing.</summary>
public sealed record HeaderDocument(string Type, string Name, string Description);

/// <summary>
/// Reads the page <c>…-index-headers.html</c> of a filing. The header of the submission stands on it twice: in tags inside a comment, and as labels, escaped, with
/// the documents after it. The folder's index.json names the files only; which exhibit each is, stands here.
/// </summary>
public static partial class FilingHeaderReader
{
    private const int MostDocuments = 2_000;
    private const int MostItems = 40;

    /// <summary>The header; null when the page is none.</summary>
    public static FilingHeader? Read(string page)
    {
        var form = "";
        string company = "";
        DateOnly? filed = null, period = null;
        var ciks = new List<long>();
        var items = new List<string>();
        var documents = new List<HeaderDocument>();
        HeaderDocument? open = null;
        foreach (var line in WebUtility.HtmlDecode(PageTag().Replace(page, "")).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = Field(line);
            switch (name)
            {
                case "CONFORMED SUBMISSION TYPE" or "TYPE" when open is null: form = value; break;
                case "CONFORMED PERIOD OF REPORT" or "PERIOD" when open is null: period = Day(value); break;
                case "FILED AS OF DATE" or "FILING-DATE" when open is null: filed = Day(value); break;
                case "COMPANY CONFORMED NAME" or "CONFORMED-NAME" when company.Length == 0: company = value; break;
                case "CENTRAL INDEX KEY" or "CIK" when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var cik) && !ciks.Contains(cik): ciks.Add(cik); break;
                case "ITEMS" when open is null && items.Count < MostItems: items.Add(value); break;
                case "DOCUMENT": open = new("", "", ""); break;
                case "TYPE" when open is not null: open = open with { Type = value }; break;
                case "FILENAME" when open is not null: open = open with { Name = value }; break;
                case "DESCRIPTION" when open is not null: open = open with { Description = value }; break;
                case "/DOCUMENT" when open is { Name.Length: > 0 } && documents.Count < MostDocuments:
                    documents.Add(open);
                    open = null;
                    break;
            }
        }

        return form.Length > 0 || documents.Count > 0 ? new(form, filed, period, ciks, company, string.Join(',', items), documents) : null;
    }

    /// <summary>A line is <c>&lt;TYPE&gt;EX-99.1</c> or <c>FILED AS OF DATE:   20261120</c>.</summary>
    private static (string Name, string Value) Field(string line)
    {
        if (line[0] == '<')
        {
            var end = line.IndexOf('>', StringComparison.Ordinal);
            return end < 0 ? ("", "") : (line[1..end], line[(end + 1)..].Trim());
        }

        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? ("", "") : (line[..colon].TrimEnd(), line[(colon + 1)..].Trim());
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"</?(?:a|html|head|body|pre|title|br|p|div|span)\b[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex PageTag();
}
