using System.Collections.Frozen;

namespace ThesisBoard.Filings.Passages;

/// <summary>What the heading of a table says of its figures, where it says that plainly.</summary>
/// <param name="Words">The words that name the scale, as they stand in the text.</param>
/// <param name="Power">The figures are in units of ten to this power: 3 for thousands.</param>
/// <param name="Currencies">One for the whole table, or one a column, in order.</param>
/// <param name="Periods">One a column, in order; null for a column of something else. Empty where the heading leaves it open.</param>
/// <param name="Excepted">Words of the rows that the heading excepts.</param>
/// <param name="Until">Where in the text it ends to hold: another heading stands there, inside the table.</param>
internal sealed record TableHeading(
    string Words, int Power, IReadOnlyList<string> Currencies, IReadOnlyList<FactPeriod?> Periods, FrozenSet<string> Excepted, int Until)
{
    /// <summary>Rows that name one of these count something, or give a price or a share: no scale of money applies to them.</summary>
    private static readonly FrozenSet<string> NoTotals = FrozenSet.ToFrozenSet(
        ("share shares ads adss per percent percentage ratio rate rates margin bitcoin bitcoins btc coin coins mw mwh kwh hash hashrate eh unit units number numbers weighted employees "
            + "headcount miners machines sites days customers gpus price prices average yield multiple").Split(' '), StringComparer.Ordinal);

    private static readonly FrozenSet<string> Gains = FrozenSet.ToFrozenSet(["income", "profit", "profits", "earnings", "gain", "gains"], StringComparer.Ordinal);

    /// <summary>The figures of a row with unit, scale and period out of the heading; those that it does not tell stay as they are.</summary>
    /// <param name="marks">The currency that is printed beside each figure; empty for none.</param>
    public List<Figure> Apply(string text, int start, int end, List<Figure> figures, IReadOnlyList<string> marks)
    {
        var cells = Cells(text, start, end);
        var label = new Tokens(text, cells[0].Start, cells[0].End);
        var words = Enumerable.Range(0, label.Count).Select(label.Word).ToHashSet(StringComparer.Ordinal);
        var isLoss = words.Overlaps(["loss", "losses"]) && !words.Overlaps(Gains);
        var isScaled = !words.Overlaps(NoTotals) && !words.Any(w => Excepted.Contains(w) || Excepted.Contains(w.TrimEnd('s')));
        var kept = new List<Figure>(figures.Count);
        foreach (var (figure, mark) in figures.Zip(marks))
        {
            var column = cells.FindIndex(1, c => figure.Start >= c.Start && figure.End <= c.End) - 1;
            var currency = column < 0 || Currencies.Count == 0 ? "" : Currencies.Count == 1 ? Currencies[0] : Currencies.Count == cells.Count - 1 ? Currencies[column] : "";
            var period = figure.Period ?? (column >= 0 && Periods.Count == cells.Count - 1 ? Periods[column] : null);
            var isTold = figure.Unit.Length == 0 && isScaled && currency.Length > 0 && (mark.Length == 0 || mark == currency) && !(isLoss && figure.Value > 0);
            if (isTold && FigureScan.TryShift(figure.Value, Power, out var value))
                kept.Add(figure with { Value = value, Unit = currency, Decimals = figure.Decimals - Power, Period = period });
            else if (figure.Unit.Length > 0 || figure.Text.AsSpan().IndexOfAny(',', '.', '(') >= 0)
                kept.Add(figure.Unit.Length > 0 ? figure with { Period = period } : figure);
        }

        return kept;
    }

    /// <summary>The cells of a row by the tabs between them.</summary>
    public static List<(int Start, int End)> Cells(string text, int start, int end)
    {
        var cells = new List<(int, int)>();
        for (var at = start; ;)
        {
            var tab = text.IndexOf('\t', at, end - at);
            cells.Add((at, tab < 0 ? end : tab));
            if (tab < 0)
                return cells;
            at = tab + 1;
        }
    }
}
