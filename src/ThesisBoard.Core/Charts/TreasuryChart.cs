using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;

namespace ThesisBoard.Core.Charts;

/// <summary>
/// The treasury: held at month ends, and what came in, was sold, and left without a stated reason, month by month. Drawn where a criterion has a balance rule.
/// </summary>
public static class TreasuryChart
{
    /// <summary>The chart's key.</summary>
    public const string Key = "treasury";

    /// <summary>The chart; null when no criterion balances anything or nothing is on file.</summary>
    public static ChartModel? Of(BoardState board)
    {
        var (criterion, rule) = BoardCharts.Rules<BalanceRule>(board).FirstOrDefault();
        if (criterion is null || TreasuryMonth.Of(board, rule) is not { Count: > 0 } months || !board.Series.TryGetValue(rule.Held, out var series))
            return null;
        var unit = series.Metric.Unit;
        var last = months[^1].Month.End;
        var to = board.AsOf > last ? board.AsOf : last;
        return new()
        {
            Key = Key,
            Title = series.Metric.Title,
            Takeaway = Takeaway(months, rule, unit),
            AsOf = board.AsOf,
            From = months[0].Month.Start!.Value,
            To = BoardCharts.Room(months[0].Month.Start!.Value, to, last),
            Panels = [Held(board, months, unit, to), Flows(board, rule, months, unit, to)],
            Table = Table(board, months, unit),
            Note = "Left without a stated sale = closing − (opening + produced − sold), where it is beyond the rule's tolerance of " + Figures.Show(new Quantity(rule.Tolerance, unit)) + ".",
        };
    }

    private static ChartPanel Held(BoardState board, IReadOnlyList<TreasuryMonth> months, Unit unit, DateOnly to)
    {
        var points = new List<ChartPoint>();
        var missing = false;
        foreach (var month in months)
        {
            if (month.Held is not null)
                points.Add(BoardCharts.Point(board, month.Held, breaks: missing && points.Count > 0));
            missing = month.Held is null;
        }

        var labels = new List<ChartLabel>();
        if (points.Count > 0)
        {
            var (peak, end) = (points.MaxBy(p => p.Value)!, points[^1]);
            labels.Add(new(end.Period.End, end.Value, end.Label, LabelSide.Right, ChartTone.Btc));
            if (peak != end)
                labels.Add(new(peak.Period.End, peak.Value, peak.Label, LabelSide.Above, ChartTone.Btc));
        }

        return new()
        {
            Title = $"Held at month end, {BoardCharts.UnitName(unit)}",
            Unit = unit,
            Height = 130,
            Series = [new("held", "Held", SeriesShape.Line, ChartTone.Btc, Downsample.Thin(points))],
            Labels = labels,
            Gaps = Gaps(months, m => m.Held, to, TimeSpan.FromDays(15).Days),
        };
    }

    private static ChartPanel Flows(BoardState board, BalanceRule rule, IReadOnlyList<TreasuryMonth> months, Unit unit, DateOnly to)
    {
        var made = months.Where(m => m.In is not null).Select(m => BoardCharts.Point(board, m.In!)).ToList();
        var sold = months.SelectMany(m => m.Out).OrderBy(f => f.Period).Select(f => BoardCharts.Point(board, f, leaves: true)).ToList();
        var unexplained = months.Where(m => Math.Abs(m.Difference ?? 0) > rule.Tolerance).Select(m => Unexplained(board, m, unit)).ToList();
        var labels = new List<ChartLabel>();
        if (made.Count > 0)
            labels.Add(new(made[0].Period.Start!.Value, made[0].Value, "produced", LabelSide.Above, ChartTone.Soft));
        if (sold.Count > 0)
        {
            var largest = sold.MinBy(p => p.Value)!;
            foreach (var sale in new[] { largest, sold[^1] }.Distinct())
            {
                var side = sale == largest ? LabelSide.Left : LabelSide.Right;
                var beside = side == LabelSide.Left ? sale.Period.Start!.Value : sale.Period.End;
                labels.Add(new(beside, sale.Value, $"{Figures.Number(-sale.Value)} sold", side, ChartTone.Broken));
                if (unexplained.Find(u => u.Period == sale.Period) is { } open)
                    labels.Add(new(beside, sale.Value + open.Value, $"{Figures.Number(decimal.Round(Math.Abs(open.Value), 1))}\nunexplained", side, ChartTone.Silent));
            }
        }

        return new()
        {
            Title = $"Produced and sold by month, {BoardCharts.UnitName(unit)}",
            Unit = unit,
            Height = 190,
            BelowIsNegative = false,
            Series =
            [
                new("produced", "Produced", SeriesShape.Bars, ChartTone.Bar, Downsample.Thin(made)),
                new("sold", "Sold", SeriesShape.Bars, ChartTone.Broken, Downsample.Thin(sold)),
                new("unexplained", "Left without a stated sale", SeriesShape.Bars, ChartTone.Silent, Downsample.Thin(unexplained)),
            ],
            Labels = labels,
            Gaps = Gaps(months, m => m.In, to, 0),
        };
    }

    private static ChartPoint Unexplained(BoardState board, TreasuryMonth month, Unit unit) => BoardCharts.Point(board, month.Held!) with
    {
        Period = month.Month,
        Value = month.Difference!.Value,
        Label = $"{Figures.Show(new Quantity(Math.Abs(month.Difference.Value), unit))} {(month.Difference < 0 ? "left" : "came")} unexplained",
        Kind = FigureOrigin.Formula,
    };

    /// <summary>Bands for months in between without a figure, and for the full months from the last figure to the knowledge date.</summary>
    private static List<ChartGap> Gaps(IReadOnlyList<TreasuryMonth> months, Func<TreasuryMonth, Figure?> figure, DateOnly to, int shift)
    {
        var first = months.TakeWhile(m => figure(m) is null).Count();
        var last = months.Count - 1 - months.Reverse().TakeWhile(m => figure(m) is null).Count();
        var gaps = new List<ChartGap>();
        for (var i = first + 1; i < last; i++)
        {
            if (figure(months[i]) is null)
                gaps.Add(new(months[i].Month.Start!.Value.AddDays(shift), months[i].Month.End.AddDays(shift), DataCell.NotOnFile));
        }

        var end = last >= first ? months[last].Month.End : months[0].Month.Start!.Value;
        if (to.DayNumber - end.DayNumber > 31)
            gaps.Add(new(end.AddDays(1), to, DataCell.NotOnFile));
        return gaps;
    }

    private static string Takeaway(IReadOnlyList<TreasuryMonth> months, BalanceRule rule, Unit unit)
    {
        var held = months.Where(m => m.Held is not null).Select(m => m.Held!).ToList();
        var left = months.Where(m => m.Difference < -rule.Tolerance).Sum(m => -m.Difference!.Value);
        var open = left > 0 ? $"{Figures.Show(new Quantity(decimal.Round(left, 1), unit))} left without a stated sale" : months.Any(m => m.Difference is not null) ? "every month with a full record adds up" : "no month has a full record to add up";
        if (held.Count == 0)
            return $"No balance at a month end is on file; {open}.";
        var (peak, end) = (held.MaxBy(f => f.Value.Amount)!, held[^1]);
        return peak == end
            ? $"{Figures.Show(end.Value)} on {Figures.Date(end.Period.End)}, the most so far; {open}."
            : $"From {Figures.Show(peak.Value)} on {Figures.Date(peak.Period.End)} to {Figures.Show(end.Value)} on {Figures.Date(end.Period.End)}; {open}.";
    }

    private static DataTable Table(BoardState board, IReadOnlyList<TreasuryMonth> months, Unit unit)
    {
        var name = BoardCharts.UnitName(unit);
        var rows = months.Select(m => (IReadOnlyList<DataCell>)
        [
            new(Figures.Show(m.Month)),
            Cell(board, m.In),
            m.Out is [var only] ? Sale(board, only, m.Month) : m.Out.Count == 0 ? new("no sale on file") : new DataCell(Figures.Show(new Quantity(m.Out.Sum(f => f.Value.Amount), unit)), m.Out.Sum(f => f.Value.Amount)),
            Cell(board, m.Held),
            m.Difference is { } d ? DataCell.Of(new Quantity(d, unit)) : new("cannot be computed"),
        ]);
        return new(["Month", $"Produced, {name}", $"Sold, {name}", $"Held at month end, {name}", $"Difference, {name}"], [.. rows]);
    }

    private static DataCell Cell(BoardState board, Figure? figure) => DataCell.Of(figure is null ? null : BoardCharts.Point(board, figure));

    private static DataCell Sale(BoardState board, Figure sale, Period month) =>
        sale.Period == month ? Cell(board, sale) : Cell(board, sale) with { Text = $"{Figures.Show(sale.Value)} ({Figures.Show(sale.Period)})" };
}
