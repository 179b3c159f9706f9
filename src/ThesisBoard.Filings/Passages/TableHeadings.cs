using System.Collections.Frozen;
using ThesisBoard.Filings.Texts;

namespace ThesisBoard.Filings.Passages;

/// <summary>
/// Reads the headings of a document's tables: the rows above the first row of figures, and the lines just before the table. A scale counts only where all of
/// that names one and the same; nothing is taken over from one table to the next.
/// </summary>
internal sealed class TableHeadings(FilingText filing, int fiscalYearEndMonth)
{
    private const int LinesBefore = 4;
    private const int LongestLine = 300;
    private const int MostRows = 12;
    private const int MostDataRows = 400;

    private static readonly FrozenSet<string> NoExceptions = FrozenSet.ToFrozenSet(
        "except for as and or the per data amount amounts information otherwise noted stated indicated where in of other than unless".Split(' '), StringComparer.Ordinal);

    private readonly Lazy<Dictionary<int, List<int>>> rows = new(() => filing.Blocks.Index()
        .Where(b => b.Item is { Kind: TextBlockKind.TableRow, Table: > 0 }).GroupBy(b => b.Item.Table).ToDictionary(g => g.Key, g => g.Select(b => b.Index).ToList()));
    private readonly Dictionary<int, TableHeading?> known = [];

    /// <summary>The heading of the row of a table that begins here; null where it names no scale plainly.</summary>
    public TableHeading? Of(int table, int row) => Of(table) is { } heading && row < heading.Until ? heading : null;

    private TableHeading? Of(int table)
    {
        if (!known.TryGetValue(table, out var heading))
            known[table] = heading = table > 0 && rows.Value.TryGetValue(table, out var own) ? Read(own) : null;
        return heading;
    }

    private TableHeading? Read(List<int> own)
    {
        var above = own.TakeWhile(i => !IsData(filing.Blocks[i])).Take(MostRows + 1).ToList();
        if (above.Count == own.Count || above.Count > MostRows)
            return null;
        var lines = Before(own[0]).Concat(above).Select(i => filing.Blocks[i]).Select(b => new HeadingLine(filing.Text, b.Start, b.Start + b.Length)).ToList();
        var scales = lines.SelectMany(l => l.Scales.Select(s => (Line: l, s.At, s.Power))).ToList();
        if (scales.Select(s => s.Power).Distinct().Count() != 1)
            return null;
        var columns = new TableColumns([.. above.Select(i => filing.Blocks[i]).Select(b => new HeadingLine(filing.Text, b.Start, b.Start + b.Length))], fiscalYearEndMonth);
        var currencies = columns.Currencies is { Count: > 1 } each ? each
            : scales.SelectMany(s => s.Line.Currencies).Concat(columns.Currencies).Distinct().ToList() is { Count: > 0 } stated ? stated
            : Printed(own[above.Count..]);
        if (columns.Currencies.Count <= 1 && currencies.Count != 1)
            return null;
        return new(scales[0].Line.Around(scales[0].At), scales[0].Power, currencies, columns.Periods, scales.SelectMany(s => Excepted(s.Line)).ToFrozenSet(StringComparer.Ordinal), Until(own.Skip(above.Count)));
    }

    /// <summary>The first row further down that names other periods or another scale.</summary>
    private int Until(IEnumerable<int> below)
    {
        foreach (var block in below.Select(i => filing.Blocks[i]).Where(b => !IsData(b) && b.Length <= LongestLine))
        {
            var line = new HeadingLine(filing.Text, block.Start, block.Start + block.Length);
            if (line.HasYear || line.Scales.Any())
                return block.Start;
        }

        return int.MaxValue;
    }

    /// <summary>The lines just before a table: short ones, up to prose or to figures.</summary>
    private IEnumerable<int> Before(int first)
    {
        for (var i = first - 1; i >= 0 && i >= first - LinesBefore; i--)
        {
            var block = filing.Blocks[i];
            if (block.Length > LongestLine || IsData(block) || filing.Of(block) is [.., '.'])
                yield break;
            yield return i;
        }
    }

    private bool IsData(TextBlock block)
    {
        if (block.Kind != TextBlockKind.TableRow)
            return false;
        var cells = TableHeading.Cells(filing.Text, block.Start, block.Start + block.Length);
        return cells.Count > 1 && filing.Text.AsSpan(cells[0].Start, cells[0].End - cells[0].Start).ContainsAny(HeadingLine.Letters)
            && cells.Skip(1).Any(c => HeadingLine.IsAmount(filing.Text.AsSpan(c.Start, c.End - c.Start)));
    }

    /// <summary>The one currency that is printed beside figures of the table; none where there are several.</summary>
    private IReadOnlyList<string> Printed(IEnumerable<int> data)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in data.Take(MostDataRows).Select(i => filing.Blocks[i]))
            found.UnionWith(new HeadingLine(filing.Text, block.Start, block.Start + Math.Min(block.Length, FigureReader.MaxSentence)).Currencies);
        return [.. found];
    }

    /// <summary>"except share and per share data": the words of the rows to which the scale does not apply.</summary>
    private static IEnumerable<string> Excepted(HeadingLine line)
    {
        var at = line.Tokens.Find("except", "excluding", "unless");
        if (at < 0)
            return [];
        return Enumerable.Range(at, line.Tokens.Count - at).TakeWhile(i => !line.Tokens.IsMark(i, ')')).Select(line.Tokens.Word)
            .Where(w => w.Length > 2 && !NoExceptions.Contains(w)).Select(w => w.TrimEnd('s'));
    }
}
