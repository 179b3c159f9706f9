using System.Globalization;
using System.Text.Json;
using ThesisBoard.Filings.Text;

namespace ThesisBoard.Filings.Edgar;

/// <summary>Reads EDGAR's list of a filer's filings: the main object, and its further pages, which are bare columns.</summary>
public static class SubmissionsReader
{
    /// <summary>Reads a main object or a page.</summary>
    /// <exception cref="FilingException">The content is one of the SEC's error bodies, damaged, or no list of filings.</exception>
    public static Submissions Read(Stream content, ReadLimits? limits = null, CancellationToken cancellation = default)
    {
        var budget = new ReadBudget(limits ?? ReadLimits.Default, cancellation);
        var bytes = JsonText.Load(new BoundedStream(content, budget));
        return JsonText.Guard(() =>
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = JsonText.MaxDepth });
            return Read(document.RootElement, budget);
        });
    }

    /// <summary>Reads the main object and its pages into one list.</summary>
    /// <exception cref="FilingException">One of them cannot be read.</exception>
    public static Submissions Read(Stream main, IEnumerable<Stream> pages, ReadLimits? limits = null, CancellationToken cancellation = default) =>
        pages.Aggregate(Read(main, limits, cancellation), (list, page) => list.With(Read(page, limits, cancellation)));

    private static Submissions Read(JsonElement root, ReadBudget budget)
    {
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("accessionNumber", out _))
            return new Submissions("", "", "", "", "", "", "", [], [], [], FilingColumns.Read(root, budget), []);
        if (Member(root, "filings") is not { ValueKind: JsonValueKind.Object } filings || Member(filings, "recent") is not { } recent)
            throw new FilingException(FilingErrorKind.NotFacts, "This JSON is not EDGAR's list of filings.");
        var cik = Text(root, "cik");
        return new Submissions(
            JsonText.Cik(cik) ?? throw new FilingException(FilingErrorKind.NotFacts, $"The list names no filer: '{cik}' is no CIK."),
            Text(root, "name"),
            Text(root, "entityType"),
            Text(root, "sic"),
            Text(root, "category"),
            Text(root, "fiscalYearEnd"),
            Text(root, "stateOfIncorporation"),
            [.. Items(root, "tickers").Select(Text)],
            [.. Items(root, "exchanges").Select(Text)],
            [.. Items(root, "formerNames").Select(n => new FormerName(Text(n, "name"), Day(Text(n, "from")), Day(Text(n, "to"))))],
            FilingColumns.Read(recent, budget),
            [.. Items(filings, "files").Select(Page)]);
    }

    private static SubmissionsPage Page(JsonElement file) => new(
        Text(file, "name"),
        int.TryParse(Text(file, "filingCount"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0,
        Day(Text(file, "filingFrom")),
        Day(Text(file, "filingTo")));

    internal static JsonElement? Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? value : null;

    internal static string Text(JsonElement parent, string name) => Member(parent, name) is { } value ? Text(value) : "";

    /// <summary>A text, the digits of a number, or empty.</summary>
    internal static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        _ => "",
    };

    private static JsonElement.ArrayEnumerator Items(JsonElement parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : default;

    /// <summary>The date of a date, or of a date and time; EDGAR writes an empty text where there is none.</summary>
    internal static DateOnly? Day(string text) =>
        text.Length >= 10
        && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
