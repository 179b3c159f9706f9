using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;

namespace ThesisBoard.Core.Charts;

/// <summary>
/// A balance against the line that its rule draws, and below it, on the same time axis, what may have paid for the change: the treasury and cash.
/// Shown alone, falling debt would mislead.
/// </summary>
public static class DebtChart
{
    /// <summary>The chart's key.</summary>
    public const string Key = "debt";

    /// <summary>The chart; null when no leg of the line asks for a fall of an amount of money.</summary>
    public static ChartModel? Of(BoardState board)
    {
        var (criterion, rule) = BoardCharts.Rules<ChangeRule>(board).FirstOrDefault(r =>
            board.Series.TryGetValue(r.Rule.Metric, out var s) && s.Metric.Unit.IsCurrency && s.Metric.Direction == Direction.LowerIsBetter);
        if (criterion is null)
            return null;
        var debt = board.Series[rule.Metric];
        var figures = debt.Figures.Where(f => f.Period.IsInstant == rule.Baseline.IsInstant).ToList();
        var from = (figures.Count > 0 && figures[0].Period < rule.Baseline ? figures[0].Period : rule.Baseline).End.AddMonths(-3);
        var due = criterion.Due ?? board.Line?.Due;
        var to = due > board.AsOf && due < board.AsOf.AddYears(2) ? due.Value : board.AsOf;
        if (to <= from)
            to = rule.Baseline.End.AddMonths(1);
        var panels = Beside(board).Select(s => Panel(board, s, [.. s.Figures.Where(f => f.Period.IsInstant)], null, from, 76));
        return new()
        {
            Key = Key,
            Title = $"{debt.Metric.Title} against its line",
            Takeaway = Takeaway(board, rule, debt, figures),
            AsOf = board.AsOf,
            From = from,
            To = to,
            Panels = [Panel(board, debt, figures, MetricChart.Line(rule, figures), from, 120), .. panels],
            Events = due is { } day && day <= to && day >= from ? [new(day, "answer due")] : [],
            Table = MetricChart.Table(board, [debt, .. Beside(board)], from),
        };
    }

    /// <summary>The treasury of the balance rule, and cash.</summary>
    private static IEnumerable<Series> Beside(BoardState board)
    {
        if (BoardCharts.Rules<BalanceRule>(board).Select(r => r.Rule.Held).FirstOrDefault() is { } held && board.Series.TryGetValue(held, out var treasury))
            yield return treasury;
        if (board.Series.TryGetValue(KnownMetrics.Cash, out var cash))
            yield return cash;
    }

    private static ChartPanel Panel(BoardState board, Series series, IReadOnlyList<Figure> figures, ChartLine? line, DateOnly from, int height)
    {
        var shown = figures.Where(f => f.Period.End >= from).ToList();
        var tone = series.Metric.Unit.IsCurrency ? ChartTone.Accent : ChartTone.Btc;
        return new()
        {
            Title = $"{series.Metric.Title}, {BoardCharts.UnitName(series.Metric.Unit)}",
            Unit = series.Metric.Unit,
            Height = height,
            Series = [new(series.Metric.Key, series.Metric.Title, SeriesShape.Line, tone, Downsample.Thin([.. shown.Select(f => BoardCharts.Point(board, f))]))],
            Lines = line is null ? [] : [line],
            Labels = MetricChart.Ends(shown, tone),
            Gaps = MetricChart.Trailing(shown, from, board.AsOf),
        };
    }

    private static string Takeaway(BoardState board, ChangeRule rule, Series debt, List<Figure> figures)
    {
        var baseline = figures.Find(f => f.Period == rule.Baseline);
        var latest = figures.LastOrDefault(f => f.Period > rule.Baseline);
        if (baseline is null || latest is null || baseline.Value.Amount == 0)
            return $"{debt.Metric.Title}: {(figures.Count == 0 ? "no figure is on file yet" : "the baseline and a later figure are not both on file")}, so nothing can be said about the line.";
        var change = latest.Value.Amount / baseline.Value.Amount - 1;
        var text = $"{debt.Metric.Title} {(change < 0 ? "fell" : "rose")} {Figures.Percent(Math.Abs(change))}, from {Figures.Show(baseline.Value)} to {Figures.Show(latest.Value)}";
        return Beside(board).Select(s => Same(s, baseline.Period, latest.Period)).FirstOrDefault(s => s is not null) is { } beside ? $"{text}, while {beside}." : text + ".";
    }

    /// <summary>How a second balance moved between the same two days.</summary>
    private static string? Same(Series series, Period first, Period last)
    {
        var (a, b) = (series.Figures.FirstOrDefault(f => f.Period == first), series.Figures.FirstOrDefault(f => f.Period == last));
        if (a is null || b is null || a.Value.Amount == 0)
            return null;
        var change = b.Value.Amount / a.Value.Amount - 1;
        var title = char.ToLowerInvariant(series.Metric.Title[0]) + series.Metric.Title[1..];
        return $"{(series.Metric.Unit == Unit.Btc ? series.Metric.Title : title)} {(change < 0 ? "fell" : "rose")} {Figures.Percent(Math.Abs(change))}";
    }
}
