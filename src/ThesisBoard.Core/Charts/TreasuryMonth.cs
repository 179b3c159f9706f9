using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;

namespace ThesisBoard.Core.Charts;

/// <summary>One month of a balance: what came in, what went out, what is left, and what nobody explains.</summary>
/// <param name="Month">The month.</param>
/// <param name="Held">The balance at its end.</param>
/// <param name="In">What came in; where a quarter and its other months are on file, their difference.</param>
/// <param name="Out">What went out: one figure for the month, or what is on file for parts of it; empty is "not on file", which is not the same as none.</param>
/// <param name="Difference">Closing less (opening + in − out), where all four are on file for the whole month.</param>
internal sealed record TreasuryMonth(Period Month, Figure? Held, Figure? In, IReadOnlyList<Figure> Out, decimal? Difference)
{
    /// <summary>The months of a balance rule, from the first with any figure to the last.</summary>
    public static IReadOnlyList<TreasuryMonth> Of(BoardState board, BalanceRule rule)
    {
        var held = BoardCharts.Figures(board, rule.Held).Where(f => f.Period.IsInstant && f.Period.End == Period.Month(f.Period.End).End).ToDictionary(f => f.Period.End);
        var (made, sold) = (Map(board, rule.In), Map(board, rule.Out));
        var parts = sold.Items.Where(f => !f.Period.IsInstant).ToLookup(f => Period.Month(f.Period.End));
        var ends = held.Keys.Concat(made.Items.Concat(sold.Items).Where(f => f.Period.Days is > 0 and <= 31).Select(f => f.Period.End)).ToList();
        if (ends.Count == 0)
            return [];
        var months = new List<TreasuryMonth>();
        for (var month = Period.Month(ends.Min()); ; month = Period.Month(month.End.AddDays(1)))
        {
            var closing = held.GetValueOrDefault(month.End);
            var opening = held.GetValueOrDefault(month.Start!.Value.AddDays(-1));
            var came = At(made, month);
            var went = At(sold, month);
            IReadOnlyList<Figure> left = went is not null ? [went] : Apart(parts[month].Where(f => month.Contains(f.Period)));
            months.Add(new(month, closing, came, left, Balance(opening, came, went, closing)));
            if (month.End >= ends.Max())
                return months;
        }
    }

    private static PeriodMap<Figure> Map(BoardState board, string metric)
    {
        var map = new PeriodMap<Figure>();
        foreach (var figure in BoardCharts.Figures(board, metric))
            map.Put(figure.Period, figure);
        return map;
    }

    private static Figure? At(PeriodMap<Figure> figures, Period period) => figures.At(period) ?? FigureTiles.At(figures, period);

    private static decimal? Balance(Figure? opening, Figure? came, Figure? left, Figure? closing) =>
        opening is null || came is null || left is null || closing is null ? null
        : closing.Value.Amount - (opening.Value.Amount + came.Value.Amount - left.Value.Amount);

    /// <summary>Parts of a month that do not overlap: early in a month, single days may be all that is on file.</summary>
    private static List<Figure> Apart(IEnumerable<Figure> figures)
    {
        var apart = new List<Figure>();
        foreach (var figure in figures.OrderByDescending(f => f.Period.Days))
        {
            if (apart.TrueForAll(other => other.Period.End < figure.Period.Start || other.Period.Start > figure.Period.End))
                apart.Add(figure);
        }

        return apart;
    }
}
