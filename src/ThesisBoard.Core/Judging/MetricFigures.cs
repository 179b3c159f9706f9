using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Judging;

/// <summary>The figures of one metric on a date, and what follows from them for periods without a figure of their own.</summary>
internal sealed class MetricFigures(IReadOnlyList<Figure> figures, IReadOnlyList<Figure> otherCurrencies)
{
    private const int MostTiles = 24;

    public static MetricFigures Empty { get; } = new([], []);

    public IReadOnlyList<Figure> Figures => figures;

    public IReadOnlyList<Figure> OtherCurrencies => otherCurrencies;

    // Arranged when first asked for: a rule that looks at the latest figure needs none of these.
    private Dictionary<Period, Figure> PeriodFigures => field ??= figures.ToDictionary(f => f.Period);

    private List<Figure> Instants => field ??= [.. figures.Where(f => f.Period.IsInstant)];

    private ILookup<DateOnly, Figure> ByStart => field ??= figures.Where(f => !f.Period.IsInstant).ToLookup(f => f.Period.Start!.Value);

    private ILookup<DateOnly, Figure> ByEnd => field ??= figures.Where(f => !f.Period.IsInstant).ToLookup(f => f.Period.End);

    public Figure? At(Period period) =>
        PeriodFigures.GetValueOrDefault(period) ?? (period.IsInstant ? null : Sum(period) ?? Remainder(period));

    public Figure? LatestInstantWithin(Period period)
    {
        int low = 0, high = Instants.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Instants[middle].Period.End <= period.End)
                low = middle + 1;
            else
                high = middle;
        }

        return low > 0 && Instants[low - 1].Period.End >= period.Start ? Instants[low - 1] : null;
    }

    /// <summary>Shorter periods that follow one another without a gap from the first day to the last.</summary>
    private Figure? Sum(Period period) =>
        Tiles(period.Start!.Value, period.End) is { Count: > 0 } tiles ? Total(period, tiles, []) : null;

    /// <summary>A longer period less its other parts: the quarter less two of its months, nine months less the half-year.</summary>
    private Figure? Remainder(Period period)
    {
        var (start, end) = (period.Start!.Value, period.End);
        foreach (var whole in ByEnd[end].Concat(ByStart[start]).Concat(Enclosing(period)).Where(f => f.Period.Days > period.Days && f.Period.Contains(period)))
        {
            var before = start > whole.Period.Start!.Value ? Tiles(whole.Period.Start.Value, start.AddDays(-1)) : [];
            var after = whole.Period.End > end ? Tiles(end.AddDays(1), whole.Period.End) : [];
            if (before is not null && after is not null)
                return Total(period, [whole], [.. before, .. after]);
        }

        return null;
    }

    private IEnumerable<Figure> Enclosing(Period period)
    {
        foreach (var months in (int[])[3, 6, 12])
        {
            var start = new DateOnly(period.End.Year, (period.End.Month - 1) / months * months + 1, 1);
            var end = Period.Month(new DateOnly(start.Year, start.Month + months - 1, 1)).End;
            if (PeriodFigures.TryGetValue(Period.Between(start, end), out var whole))
                yield return whole;
        }
    }

    /// <summary>The fewest figures that cover the days exactly, longest first; null when there are none.</summary>
    private List<Figure>? Tiles(DateOnly start, DateOnly end)
    {
        var tiles = new List<Figure>();
        return Cover(start, end, tiles, []) ? tiles : null;
    }

    private bool Cover(DateOnly start, DateOnly end, List<Figure> tiles, HashSet<DateOnly> deadEnds)
    {
        if (tiles.Count >= MostTiles || deadEnds.Contains(start))
            return false;
        foreach (var tile in ByStart[start].Where(f => f.Period.End <= end).OrderByDescending(f => f.Period.End))
        {
            tiles.Add(tile);
            if (tile.Period.End == end || Cover(tile.Period.End.AddDays(1), end, tiles, deadEnds))
                return true;
            tiles.RemoveAt(tiles.Count - 1);
        }

        deadEnds.Add(start);
        return false;
    }

    private static Figure? Total(Period period, List<Figure> plus, List<Figure> minus)
    {
        try
        {
            var sum = plus.Select(f => f.Value).Concat(minus.Select(f => -f.Value)).Aggregate((a, b) => a + b);
            return FigureBook.Combine(plus[0].Metric, period, sum, FigureOrigin.Combined, [.. plus, .. minus]);
        }
        catch (OverflowException)
        {
            return null; // Figures too large to add are as good as not on file.
        }
    }
}
