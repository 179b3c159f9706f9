using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;

namespace ThesisBoard.Core.Charts;

/// <summary>Any metric over time: balances as a line, flows as bars, one panel for each length of period, because a month and a year do not compare.</summary>
public static class MetricChart
{
    /// <summary>What the key of a metric's chart begins with.</summary>
    public const string Prefix = "metric-";

    /// <summary>The chart; null when the thesis has no such metric, or no figure in its unit is on file.</summary>
    /// <param name="board">The board.</param>
    /// <param name="metric">The metric's key.</param>
    /// <param name="criterion">A criterion whose line is drawn; null draws none.</param>
    public static ChartModel? Of(BoardState board, string metric, CriterionState? criterion = null) =>
        board.Series.TryGetValue(metric, out var series) && series.Figures.Count > 0 ? Of(board, [series], Prefix + metric, criterion) : null;

    /// <summary>Several metrics of one unit on one time axis; metrics of another unit than the first are left out.</summary>
    public static ChartModel? Several(BoardState board, IReadOnlyList<string> metrics)
    {
        var series = metrics.Select(m => board.Series.GetValueOrDefault(m)).OfType<Series>().Where(s => s.Figures.Count > 0).ToList();
        return series.Count == 0 ? null : Of(board, [.. series.Where(s => s.Metric.Unit == series[0].Metric.Unit)], "explore", null);
    }

    private static ChartModel Of(BoardState board, IReadOnlyList<Series> series, string key, CriterionState? criterion)
    {
        var figures = series.SelectMany(s => s.Figures).ToList();
        var from = figures.Min(f => f.Period.Start ?? f.Period.End);
        var to = figures.Max(f => f.Period.End);
        from = from.AddDays(-Math.Max(20, (to.DayNumber - from.DayNumber) / 16));
        var lengths = figures.Select(f => Length(f.Period)).Distinct().Order().ToList();
        return new()
        {
            Key = key,
            Title = string.Join(", ", series.Select(s => s.Metric.Title)),
            Takeaway = Takeaway(series[0], criterion),
            AsOf = board.AsOf,
            From = from,
            To = BoardCharts.Room(from, board.AsOf > to ? board.AsOf : to, to),
            Panels = [.. lengths.Select(l => Panel(board, series, l, lengths.Count == 1 && l == PeriodLength.Other ? "" : Name(l), criterion, from))],
            Table = Table(board, series, from),
        };
    }

    private static ChartPanel Panel(BoardState board, IReadOnlyList<Series> series, PeriodLength length, string name, CriterionState? criterion, DateOnly from)
    {
        ChartTone[] tones = [ChartTone.Accent, ChartTone.Btc, ChartTone.Silent, ChartTone.Met, ChartTone.Strained, ChartTone.Broken];
        var parts = series.Select(s => (Series: s, Figures: s.Figures.Where(f => Length(f.Period) == length).ToList())).Where(p => p.Figures.Count > 0).ToList();
        var shape = length == PeriodLength.Instant ? SeriesShape.Line : parts.Count == 1 ? SeriesShape.Bars : SeriesShape.Levels;
        var unit = parts[0].Series.Metric.Unit;
        return new()
        {
            Title = (parts.Count == 1 ? parts[0].Series.Metric.Title + ", " : "") + name + BoardCharts.UnitName(unit),
            Unit = unit,
            Height = 130,
            Series = [.. parts.Select((p, i) => new ChartSeries(p.Series.Metric.Key, p.Series.Metric.Title, shape, tones[i % tones.Length], Downsample.Thin([.. p.Figures.Select(f => BoardCharts.Point(board, f))])))],
            Lines = criterion is null ? [] : Lines(criterion.Contract.Rule, parts[0].Figures),
            Labels = [.. parts.SelectMany((p, i) => Ends(p.Figures, tones[i % tones.Length], parts.Count > 1 ? p.Series.Metric.Title : null))],
            Gaps = Trailing([.. parts.SelectMany(p => p.Figures).OrderBy(f => f.Period)], from, board.AsOf),
        };
    }

    /// <summary>The levels that a rule draws across its metric.</summary>
    private static IReadOnlyList<ChartLine> Lines(Rule rule, List<Figure> figures) => rule switch
    {
        ChangeRule change when Line(change, figures) is { } line => [line],
        ThresholdRule threshold when figures[0].Metric == threshold.Metric =>
            [.. new[] { (threshold.Warn, "warning", ChartTone.Strained), (threshold.Break, "line", ChartTone.Ink) }
                .Where(l => l.Item1 is not null)
                .Select(l => new ChartLine(l.Item1!.Value, $"{l.Item2}: {Figures.Show(figures[0].Value with { Amount = l.Item1.Value })}", l.Item3))],
        _ => [],
    };

    /// <summary>The level that a change rule asks for; null while its baseline is not on file.</summary>
    internal static ChartLine? Line(ChangeRule rule, IReadOnlyList<Figure> figures)
    {
        if (figures.FirstOrDefault(f => f.Period == rule.Baseline && f.Metric == rule.Metric) is not { } baseline)
            return null;
        var falls = figures.Count > 0 && baseline.Value.Amount >= 0;
        var change = rule.Share is { } share ? baseline.Value.Amount * share : rule.Amount ?? 0;
        var level = baseline.Value with { Amount = falls ? baseline.Value.Amount - change : baseline.Value.Amount + change };
        var how = rule.Share is { } s ? $"\u2212{Figures.Share(s)} = " : "";
        return new(level.Amount, $"line: {how}{Figures.Show(level)}");
    }

    /// <summary>Labels for the first and the last value of few, for the last of many.</summary>
    internal static IReadOnlyList<ChartLabel> Ends(IReadOnlyList<Figure> figures, ChartTone tone, string? name = null)
    {
        if (figures.Count == 0)
            return [];
        var (first, last) = (figures[0], figures[^1]);
        var end = Label(last, last.Period.IsInstant ? LabelSide.Right : Outside(last));
        return figures.Count is > 1 and <= 3 && first.Period.IsInstant ? [Label(first, LabelSide.Above), end] : [end];

        ChartLabel Label(Figure figure, LabelSide side) =>
            new(Middle(figure.Period), figure.Value.Amount, name is null ? Figures.Show(figure.Value) : $"{name} {Figures.Show(figure.Value)}", side, tone);
    }

    /// <summary>A band from the last figure to the knowledge date, when that is more than a full quarter; all of the axis when nothing is on file.</summary>
    internal static IReadOnlyList<ChartGap> Trailing(IReadOnlyList<Figure> figures, DateOnly from, DateOnly asOf)
    {
        var end = figures.Count > 0 ? figures[^1].Period.End.AddDays(1) : from;
        return asOf.DayNumber - end.DayNumber > (figures.Count > 0 ? 92 : 0) ? [new(end, asOf, DataCell.NotOnFile)] : [];
    }

    /// <summary>Every figure of the series with its period, source and date; figures in another currency follow, marked as not drawn.</summary>
    internal static DataTable Table(BoardState board, IReadOnlyList<Series> series, DateOnly since)
    {
        var rows =
            from s in series
            from entry in s.Figures.Select(f => (Figure: f, Drawn: true)).Concat(s.OtherCurrencies.Select(f => (Figure: f, Drawn: false)))
            where !entry.Drawn || entry.Figure.Period.End >= since
            let point = BoardCharts.Point(board, entry.Figure)
            select (IReadOnlyList<DataCell>)
            [
                new(s.Metric.Title), new(Figures.Show(entry.Figure.Period)), DataCell.Of(point),
                new(entry.Figure.Value.Unit.Text), new(Figures.Date(entry.Figure.Published.Date)),
                new(entry.Drawn ? point.Origin : $"{point.Origin} (another currency: not drawn)"),
            ];
        return new(["Metric", "Period", "Value", "Unit", "Published", "Source"], [.. rows]);
    }

    private static string Takeaway(Series series, CriterionState? criterion)
    {
        if (criterion is not null)
            return criterion.Reason;
        var last = series.Figures[^1];
        var before = series.Figures.LastOrDefault(f => f.Period < last.Period && Length(f.Period) == Length(last.Period));
        var now = $"{Figures.Show(last.Value)} {When(last.Period)}";
        return before is null ? $"{now}; nothing earlier of the same length is on file." : $"{now}, after {Figures.Show(before.Value)} {When(before.Period)}.";
    }

    private static string When(Period period) => (period.IsInstant ? "on " : "in ") + Figures.Show(period);

    private static LabelSide Outside(Figure figure) => figure.Value.Amount < 0 ? LabelSide.Below : LabelSide.Above;

    private static DateOnly Middle(Period period) => period.Start is { } start ? start.AddDays(period.Days / 2) : period.End;

    private static string Name(PeriodLength length) => length switch
    {
        PeriodLength.Month => "by month, ",
        PeriodLength.Quarter => "by quarter, ",
        PeriodLength.HalfYear => "by half-year, ",
        PeriodLength.Year => "by year, ",
        PeriodLength.Other => "periods of other lengths, ",
        _ => "",
    };

    /// <summary>How long a period is, in the classes that are drawn together.</summary>
    internal static PeriodLength Length(Period period) => period.Days switch
    {
        0 => PeriodLength.Instant,
        >= 28 and <= 35 => PeriodLength.Month,
        _ when period.IsQuarter => PeriodLength.Quarter,
        >= 175 and <= 190 => PeriodLength.HalfYear,
        _ when period.IsYear => PeriodLength.Year,
        _ => PeriodLength.Other,
    };

    /// <summary>Classes of period lengths.</summary>
    internal enum PeriodLength
    {
        Instant,
        Month,
        Quarter,
        HalfYear,
        Year,
        Other,
    }
}
