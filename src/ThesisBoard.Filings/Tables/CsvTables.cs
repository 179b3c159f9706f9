using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using ThesisBoard.Filings.Text;

namespace ThesisBoard.Filings.Tables;

/// <summary>Rows of fields set apart by the mark that the first rows use; quotes as RFC 4180 has them, and lone ones let be.</summary>
internal static class CsvTables
{
    private const int LongestField = 1024 * 1024;

    public static FigureTable Read(BoundedStream stream, byte[] prefix, ReadBudget budget)
    {
        using var text = TextDecoder.OpenPage(stream, prefix);
        using var reader = new CsvParser(text, Configuration(FileKinds.Decode(prefix)));
        var cells = new CellBudget(budget);
        var rows = new List<IReadOnlyList<string>>();
        try
        {
            while (reader.Read())
            {
                cells.TakeCells(reader.Count);
                string[] row = [.. Enumerable.Range(0, reader.Count).Select(i => cells.Take(reader[i]))];
                if (row.Any(cell => !string.IsNullOrWhiteSpace(cell)))
                    rows.Add(row);
            }
        }
        catch (CsvHelperException e)
        {
            throw new FilingException(FilingErrorKind.Malformed, "The rows are damaged: a field does not end.", new Place(reader.RawRow, 1), e);
        }
        return new FigureTable(FileKind.Csv, [new FigureSheet("", IsHidden: false, rows)]);
    }

    private static CsvConfiguration Configuration(string start) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = (DelimitedText.Delimiter(start) ?? ',').ToString(),
        HasHeaderRecord = false,
        BadDataFound = null,
        IgnoreBlankLines = true,
        MaxFieldSize = LongestField,
    };
}
