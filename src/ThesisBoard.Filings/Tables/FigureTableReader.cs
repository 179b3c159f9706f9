using ThesisBoard.Filings.Text;
using ThesisBoard.Filings.Texts;

namespace ThesisBoard.Filings.Tables;

/// <summary>Reads tables of figures from CSV (commas, semicolons or tabs) and XLSX. The content decides which; formulas are not run.</summary>
public static class FigureTableReader
{
    /// <exception cref="FilingException">The file is no table, is damaged, or passes a bound.</exception>
    public static FigureTable Read(Stream content, ReadLimits? limits = null, CancellationToken cancellation = default)
    {
        var budget = new ReadBudget(limits ?? ReadLimits.Default, cancellation);
        var stream = new BoundedStream(content, budget);
        var prefix = stream.Peek().ToArray();
        return FileKinds.Of(prefix) switch
        {
            FileKind.Csv or FileKind.PlainText => CsvTables.Read(stream, prefix, budget),
            FileKind.Xlsx => WorkbookReader.Read(stream, budget),
            var other => throw new FilingException(FilingErrorKind.Unsupported, $"This is {FileKinds.Describe(other)}, which is no table of figures."),
        };
    }

    /// <summary>The table as blocks of text: a heading a sheet, a row a row.</summary>
    internal static void Write(FigureTable table, TextBlocks blocks)
    {
        foreach (var sheet in table.Sheets.Where(s => !s.IsHidden))
        {
            if (ReadableText.Clean(sheet.Name) is { Length: > 0 } name)
                blocks.AddHeading(name, level: 1, at: 0);
            blocks.NextTable();
            foreach (var row in sheet.Rows)
            {
                if (string.Join('\t', row.Select(ReadableText.Clean)).TrimEnd('\t') is { Length: > 0 } text)
                    blocks.Add(TextBlockKind.TableRow, text, table: blocks.Table);
            }
        }
    }
}
