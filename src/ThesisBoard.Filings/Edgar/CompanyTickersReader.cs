using System.Globalization;
using System.Text.Json;
using ThesisBoard.Filings.Text;

namespace ThesisBoard.Filings.Edgar;

/// <summary>Reads the SEC's list of listed companies, <c>company_tickers.json</c>: an object whose members are companies, the largest first.</summary>
public static class CompanyTickersReader
{
    private const int LongestName = 200;
    private const int LongestTicker = 20;

    /// <summary>The companies in the list's order. An entry without a CIK, a ticker or a name is passed over.</summary>
    /// <exception cref="FilingException">The content is one of the SEC's error bodies, damaged, or no such list.</exception>
    public static IReadOnlyList<ListedCompany> Read(Stream content, ReadLimits? limits = null, CancellationToken cancellation = default)
    {
        var budget = new ReadBudget(limits ?? ReadLimits.Default, cancellation);
        var bytes = JsonText.Load(new BoundedStream(content, budget));
        return JsonText.Guard(() =>
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = JsonText.MaxDepth });
            return Read(document.RootElement, budget.Limits);
        });
    }

    private static List<ListedCompany> Read(JsonElement root, ReadLimits limits)
    {
        var companies = new List<ListedCompany>();
        foreach (var entry in root.ValueKind == JsonValueKind.Object ? root.EnumerateObject() : default)
        {
            if (Company(entry.Value) is not { } company)
                continue;
            if (companies.Count == limits.MaxItems)
                throw new FilingException(FilingErrorKind.TooManyItems, $"The list has more than {limits.MaxItems:N0} companies.");
            companies.Add(company);
        }

        return companies.Count > 0 ? companies : throw new FilingException(FilingErrorKind.NotFacts, "This JSON is not the SEC's list of companies.");
    }

    private static ListedCompany? Company(JsonElement entry) =>
        long.TryParse(SubmissionsReader.Text(entry, "cik_str"), NumberStyles.None, CultureInfo.InvariantCulture, out var cik) && cik is > 0 and <= 9_999_999_999
        && Line(entry, "ticker", LongestTicker) is { } ticker && Line(entry, "title", LongestName) is { } name
            ? new(cik, ticker, name)
            : null;

    /// <summary>One line of text that people can read; null where there is none.</summary>
    private static string? Line(JsonElement entry, string name, int longest)
    {
        var text = string.Join(' ', SubmissionsReader.Text(entry, name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length > 0 && text.Length <= longest && !text.Any(char.IsControl) ? text : null;
    }
}
