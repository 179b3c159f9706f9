using System.Globalization;
using System.Text.Json;
using ThesisBoard.Filings.Text;

namespace ThesisBoard.Filings.Edgar;

/// <summary>EDGAR lists filings by column: one array a field, all of one length.</summary>
internal sealed class FilingColumns
{
    private readonly Dictionary<string, JsonElement[]> columns = new(StringComparer.Ordinal);
    private readonly int rows;

    private FilingColumns(JsonElement source, ReadBudget budget)
    {
        if (source.ValueKind == JsonValueKind.Object)
        {
            foreach (var column in source.EnumerateObject().Where(c => c.Value.ValueKind == JsonValueKind.Array))
                columns[column.Name] = [.. column.Value.EnumerateArray()];
        }
        rows = columns.TryGetValue("accessionNumber", out var accessions) ? accessions.Length : 0;
        if (rows > budget.Limits.MaxItems)
            throw new FilingException(FilingErrorKind.TooManyItems, $"More than {budget.Limits.MaxItems:N0} filings.");
        if (columns.FirstOrDefault(c => c.Value.Length != rows) is { Key: { } name })
        {
            throw new FilingException(
                FilingErrorKind.Malformed,
                $"The column '{name}' has {columns[name].Length} rows where 'accessionNumber' has {rows}.");
        }
    }

    /// <summary>The filings, newest first.</summary>
    public static IReadOnlyList<FilingEntry> Read(JsonElement source, ReadBudget budget)
    {
        var columns = new FilingColumns(source, budget);
        return Submissions.Order(Enumerable.Range(0, columns.rows).Select(columns.Row));
    }

    private FilingEntry Row(int row) => new(
        Text("accessionNumber", row),
        SubmissionsReader.Day(Text("filingDate", row))
            ?? throw new FilingException(FilingErrorKind.Malformed, $"The filing '{Text("accessionNumber", row)}' has no filing date."),
        SubmissionsReader.Day(Text("reportDate", row)),
        Instant(Text("acceptanceDateTime", row)),
        Text("form", row),
        Text("items", row),
        Text("primaryDocument", row),
        Text("primaryDocDescription", row),
        Text("fileNumber", row),
        long.TryParse(Text("size", row), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : 0,
        IsSet("isXBRL", row),
        IsSet("isInlineXBRL", row));

    private string Text(string column, int row) =>
        columns.TryGetValue(column, out var values) ? SubmissionsReader.Text(values[row]) : "";

    private bool IsSet(string column, int row) =>
        columns.TryGetValue(column, out var values)
        && (values[row].ValueKind == JsonValueKind.True || SubmissionsReader.Text(values[row]) is "1" or "true");

    private static DateTime? Instant(string text) => DateTime.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
        ? instant
        : null;
}
