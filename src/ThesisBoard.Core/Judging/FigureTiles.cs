using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Judging;

/// <summary>A flow for a period without a figure of its own: the sum of its parts, or a longer period less its other parts.</summary>
internal static class FigureTiles
{
    private const int MostTiles = 24;

    /// <summary>The figure for a duration without one of its own; null when the figures do not add up to it exactly.</summary>
    public static Figure? At(PeriodMap<Figure> figures, Period period) => Sum(figures, period) ?? Remainder(figures, period);

    /// <summary>Shorter periods that follow one another without a gap from the first day to the last.</summary>
    private static Figure? Sum(PeriodMap<Figure> figures, Period period) =>
        Tiles(figures, period.Start!.Value, period.End) is { } tiles ? Total(period, tiles, tiles.Count) : null;

    /// <summary>
    /// A longer period less its other parts: the quarter less two of its months, nine months less the half-year. Tried are those that end or begin with the
    /// period, then the calendar quarter, half-year and year around it.
    /// </summary>
    private static Figure? Remainder(PeriodMap<Figure> figures, Period period)
    {
        for (var place = figures.Before(period); place < figures.Count; place++)
        {
            var longer = figures.PeriodAt(place);
            if (longer.End.DayNumber - period.Start!.Value.DayNumber >= figures.LongestDays)
                break;
            if ((longer.End == period.End || longer.Start == period.Start) && Less(figures, figures[place], period) is { } left)
                return left;
        }

        for (var months = 3; months <= 12; months *= 2)
        {
            var start = new DateOnly(period.End.Year, (period.End.Month - 1) / months * months + 1, 1);
            var end = Period.Month(new DateOnly(start.Year, start.Month + months - 1, 1)).End;
            if (figures.At(Period.Between(start, end)) is { } whole && Less(figures, whole, period) is { } left)
                return left;
        }

        return null;
    }

    /// <summary>What is left of a whole for a part of it, when all other parts are on file.</summary>
    private static Figure? Less(PeriodMap<Figure> figures, Figure whole, Period part)
    {
        if (!whole.Period.Contains(part))
            return null;
        var (start, end) = (whole.Period.Start!.Value, whole.Period.End);
        var before = start == part.Start ? [] : Tiles(figures, start, part.Start!.Value.AddDays(-1));
        var after = before is null ? null : end == part.End ? [] : Tiles(figures, part.End.AddDays(1), end);
        return before is null || after is null ? null : Total(part, [whole, .. before, .. after], 1);
    }

    /// <summary>Figures that cover the days exactly, from the last day back, the longest first; null when there are none.</summary>
    private static List<Figure>? Tiles(PeriodMap<Figure> figures, DateOnly start, DateOnly end)
    {
        if (figures.LastEndingBy(end) is var last && (last < 0 || figures.PeriodAt(last).End != end))
            return null;
        var tiles = new List<Figure>();
        HashSet<DateOnly>? deadEnds = null;
        return Cover(figures, start, end, tiles, ref deadEnds) ? tiles : null;
    }

    private static bool Cover(PeriodMap<Figure> figures, DateOnly start, DateOnly end, List<Figure> tiles, ref HashSet<DateOnly>? deadEnds)
    {
        if (tiles.Count >= MostTiles || deadEnds?.Contains(end) == true)
            return false;
        for (var place = figures.LastEndingBy(end); place >= 0 && figures.PeriodAt(place) is { IsInstant: false } tile && tile.End == end; place--)
        {
            if (tile.Start < start)
                continue;
            tiles.Add(figures[place]);
            if (tile.Start == start || Cover(figures, start, tile.Start!.Value.AddDays(-1), tiles, ref deadEnds))
                return true;
            tiles.RemoveAt(tiles.Count - 1);
        }

        if (tiles.Count > 0)
            (deadEnds ??= []).Add(end);
        return false;
    }

    /// <param name="period">The period of the result.</param>
    /// <param name="figures">The figures to add, and behind them those to take away.</param>
    /// <param name="added">How many to add.</param>
    private static Figure? Total(Period period, List<Figure> figures, int added)
    {
        try
        {
            var sum = figures[0].Value;
            for (var i = 1; i < figures.Count; i++)
                sum = i < added ? sum + figures[i].Value : sum - figures[i].Value;
            return FigureBook.Combine(figures[0].Metric, period, sum, FigureOrigin.Combined, figures);
        }
        catch (OverflowException)
        {
            return null; // Figures too large to add are as good as not on file.
        }
    }
}
