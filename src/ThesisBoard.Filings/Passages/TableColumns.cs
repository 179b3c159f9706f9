namespace ThesisBoard.Filings.Passages;

/// <summary>
/// What the columns of a table are about: their periods and currencies, out of the heading rows. A cell that stands over several columns covers as many as the
/// others do, and only where each group below it reads the same; anything else leaves the columns open.
/// </summary>
internal sealed class TableColumns
{
    private readonly IReadOnlyList<HeadingLine> rows;
    private readonly PeriodReader reader;

    public TableColumns(IReadOnlyList<HeadingLine> rows, int fiscalYearEndMonth)
    {
        (this.rows, reader) = (rows, new(fiscalYearEndMonth));
        Currencies = rows.Select(CurrenciesOf).FirstOrDefault(c => c.Count > 1) ?? [];
        Periods = Dates();
    }

    /// <summary>One a column; empty where no row names one for each.</summary>
    public IReadOnlyList<string> Currencies { get; }

    public IReadOnlyList<FactPeriod?> Periods { get; }

    /// <summary>A row of nothing but currencies: "RMB", "RMB", "US$".</summary>
    private static IReadOnlyList<string> CurrenciesOf(HeadingLine row)
    {
        var cells = row.Cells.Select(c => new HeadingLine(c, 0, c.Length)).ToList();
        return cells.All(c => c.Currencies.Count == 1 && c.Tokens.Count <= 5) ? [.. cells.Select(c => c.Currencies[0])] : [];
    }

    private List<FactPeriod?> Dates()
    {
        var last = rows.ToList().FindLastIndex(r => Cells(r) is { Count: > 0 } cells && cells.Any(HasYear) && cells.All(c => HasYear(c) || !c.Any(char.IsDigit)));
        if (last < 0)
            return [];
        var columns = Cells(rows[last]);
        for (var i = last - 1; i >= 0 && i >= last - 3; i--)
        {
            var above = Cells(rows[i]);
            if (above.Count == 0 || !above.All(IsOfTime))
                continue;
            if (Joined(above, columns) is not { } joined)
                return [];
            columns = joined;
        }

        var periods = columns.Select(Period).ToList();
        return periods.Any(p => p is not null) ? periods : [];
    }

    /// <summary>The texts of the upper cells put before those of the lower ones that they stand over; null where that is open.</summary>
    private static List<string>? Joined(List<string> above, List<string> below)
    {
        if (above.Count > below.Count || below.Count % above.Count != 0)
            return null;
        var width = below.Count / above.Count;
        var isPlain = above.Count == 1 || width == 1 || Enumerable.Range(1, above.Count - 1).All(g => below.Skip(g * width).Take(width).SequenceEqual(below.Take(width)));
        return isPlain ? [.. below.Select((cell, n) => $"{above[n / width]} {cell}")] : null;
    }

    /// <summary>A column is of one period, named once.</summary>
    private FactPeriod? Period(string column) =>
        HasYear(column) && reader.Read(new Tokens(column, 0, column.Length)) is [var only] ? only.Period : null;

    /// <summary>Without the cell that names the scale, which stands over the labels.</summary>
    private static List<string> Cells(HeadingLine row) => [.. row.Cells.Where(c => c.Length > 0 && !new HeadingLine(c, 0, c.Length).Scales.Any() && !c.StartsWith('('))];

    private static bool IsOfTime(string cell)
    {
        var tokens = new Tokens(cell, 0, cell.Length);
        return tokens.Find("ended", "ending", "of", "at") >= 0 || Enumerable.Range(0, tokens.Count).Any(i => PeriodWords.Month(tokens, i) > 0);
    }

    private static bool HasYear(string cell) => new HeadingLine(cell, 0, cell.Length).HasYear;
}
