using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using ThesisBoard.Core.Charts;

namespace ThesisBoard.Features.Charts;

/// <summary>A table as CSV (RFC 4180). Numbers stay numbers; a text that a spreadsheet would take for a formula is set in quotes behind an apostrophe.</summary>
public static class ChartCsv
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture) { NewLine = "\r\n", InjectionOptions = InjectionOptions.None };

    public static string Write(DataTable table)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, Format))
        {
            foreach (var column in table.Columns)
                csv.WriteField(Safe(column));
            csv.NextRecord();
            foreach (var row in table.Rows)
            {
                foreach (var cell in row)
                    Field(csv, cell);
                csv.NextRecord();
            }
        }

        return text.ToString();
    }

    private static void Field(CsvWriter csv, DataCell cell)
    {
        if (cell.Number is { } number)
            csv.WriteField(number.ToString("0.############################", CultureInfo.InvariantCulture), shouldQuote: false);
        else
            csv.WriteField(Safe(cell.Text));
    }

    /// <summary>OWASP, "CSV Injection": a leading =, +, −, @, tab or line break starts a formula.</summary>
    private static string Safe(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? "'" + text : text;
}
