using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Charts;

/// <summary>Revenue, split in mining and other where the split is on file, with net income. Quarters and years stand in panels of their own: lengths are never mixed.</summary>
public static class IncomeChart
{
    /// <summary>The chart's key.</summary>
    public const string Key = "income";

    private static readonly (MetricChart.PeriodLength Length, string Title)[] Lengths =
        [(MetricChart.PeriodLength.Quarter, "By quarter"), (MetricChart.PeriodLength.HalfYear, "By half-year"), (MetricChart.PeriodLength.Year, "By year")];

    /// <summary>The chart; null when no revenue or net income of a reported period is on file.</summary>
    public static ChartModel? Of(BoardState board)
    {
        if (!board.Series.TryGetValue(KnownMetrics.Revenue, out var revenue))
            return null;
        var entries = Entry.Of(board, revenue.Metric.Unit).Where(e => Array.Exists(Lengths, l => l.Length == MetricChart.Length(e.Period))).ToList();
        if (entries.Count == 0)
            return null;
        var from = entries.Min(e => e.Period.Start!.Value);
        var to = entries.Max(e => e.Period.End);
        return new()
        {
            Key = Key,
            Title = HasIncome(board) ? "Revenue and net income" : "Revenue",
            Takeaway = Takeaway(board, entries),
            AsOf = board.AsOf,
            From = from,
            To = board.AsOf > to ? board.AsOf : to,
            Panels = [.. Lengths.Select(l => (l.Title, Entries: entries.Where(e => MetricChart.Length(e.Period) == l.Length).ToList()))
                .Where(p => p.Entries.Count > 0).Select(p => Panel(board, p.Title, p.Entries, revenue.Metric.Unit, from))],
            Table = Table(board, entries, revenue),
            Note = revenue.OtherCurrencies.Count > 0 ? "Figures on file in another currency are in the table and are not drawn." : "",
        };
    }

    private static ChartPanel Panel(BoardState board, string title, List<Entry> entries, Unit unit, DateOnly from)
    {
        var last = entries.FindLast(e => e.Revenue is not null);
        var income = entries.FindLast(e => e.Income is not null);
        var labels = new List<ChartLabel>();
        if (last is not null)
            labels.Add(new(last.Middle, last.Revenue!.Value.Amount, "revenue " + Figures.Show(last.Revenue.Value) + (last.Mining is { } mining ? $"\n(mining {Figures.Show(mining.Value)})" : ""), LabelSide.Above, ChartTone.Soft));
        if (income is not null)
            labels.Add(new(income.Middle, income.Income!.Value.Amount, "net " + Figures.Show(income.Income.Value), income.Income.Value.Amount < 0 ? LabelSide.Below : LabelSide.Above, ChartTone.Ink));
        return new()
        {
            Title = $"{title}, {BoardCharts.UnitName(unit)}",
            Unit = unit,
            Height = 140,
            Series =
            [
                Bars("mining", "Mining revenue", ChartTone.Btc, e => e.Mining is null ? null : BoardCharts.Point(board, e.Mining)),
                Bars("other", "Other revenue", ChartTone.Accent, e => e.Other(board)),
                Bars("revenue", IsSplit(board) ? "Revenue, split not on file" : "Revenue", IsSplit(board) ? ChartTone.Bar : ChartTone.Accent, e => e.Mining is null && e.Revenue is not null ? BoardCharts.Point(board, e.Revenue) : null),
                new("net-income", "Net income", SeriesShape.Levels, ChartTone.Ink, Downsample.Thin([.. entries.Where(e => e.Income is not null).Select(e => BoardCharts.Point(board, e.Income!))])),
            ],
            Labels = labels,
            Gaps = [.. Missing(entries), .. MetricChart.Trailing([.. entries.Select(e => e.Revenue ?? e.Income!)], from, board.AsOf)],
        };

        ChartSeries Bars(string key, string name, ChartTone tone, Func<Entry, ChartPoint?> point) =>
            new(key, name, SeriesShape.Bars, tone, Downsample.Thin([.. entries.Select(point).OfType<ChartPoint>()]));
    }

    /// <summary>Stretches between two periods for which nothing of this length is on file.</summary>
    private static IEnumerable<ChartGap> Missing(List<Entry> entries) =>
        from pair in entries.Zip(entries.Skip(1))
        where pair.Second.Period.Start!.Value.DayNumber - pair.First.Period.End.DayNumber > 20
        select new ChartGap(pair.First.Period.End.AddDays(1), pair.Second.Period.Start!.Value.AddDays(-1), DataCell.NotOnFile);

    /// <summary>The thesis knows what mining brings: revenue without it lacks its split.</summary>
    private static bool IsSplit(BoardState board) => board.Series.ContainsKey(KnownMetrics.MiningRevenue);

    private static bool HasIncome(BoardState board) => board.Series.ContainsKey(KnownMetrics.NetIncome);

    private static string Takeaway(BoardState board, List<Entry> entries)
    {
        var newest = entries.Where(e => e.Revenue is not null).MaxBy(e => e.Period);
        var income = entries.Where(e => e.Income is not null).MaxBy(e => e.Period);
        var parts = new List<string>();
        if (newest is { Mining: { } mining, Revenue: { } all } && all.Value.Amount != 0)
            parts.Add($"mining brought {Figures.Percent(mining.Value.Amount / all.Value.Amount)} of {Figures.Show(all.Value)} in {Figures.Show(newest.Period)}");
        else if (newest is not null)
            parts.Add($"revenue was {Figures.Show(newest.Revenue!.Value)} in {Figures.Show(newest.Period)}{(IsSplit(board) ? "; its split is not on file" : "")}");
        if (HasIncome(board))
            parts.Add(income is null ? "no net income is on file" : $"net income was {Figures.Show(income.Income!.Value)} in {Figures.Show(income.Period)}");
        var text = string.Join("; ", parts) + ".";
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static DataTable Table(BoardState board, List<Entry> entries, Series revenue)
    {
        List<(string Title, Func<Entry, DataCell> Cell)> columns = [("Revenue", e => Cell(board, e.Revenue))];
        if (IsSplit(board))
            columns.AddRange([("Mining", e => Cell(board, e.Mining)), ("Other", e => DataCell.Of(e.Other(board)))]);
        if (HasIncome(board))
            columns.Add(("Net income", e => Cell(board, e.Income)));
        var rows = entries.OrderBy(e => e.Period).Select(e => (IReadOnlyList<DataCell>)[new(Figures.Show(e.Period)), .. columns.Select(c => c.Cell(e))]).ToList();
        rows.AddRange(revenue.OtherCurrencies.Select(f => (IReadOnlyList<DataCell>)
            [new($"{Figures.Show(f.Period)}, in {f.Value.Unit}: not drawn"), Cell(board, f), .. columns.Skip(1).Select(_ => new DataCell(""))]));
        return new(["Period", .. columns.Select(c => $"{c.Title}, {BoardCharts.UnitName(revenue.Metric.Unit)}")], rows);
    }

    private static DataCell Cell(BoardState board, Figure? figure) => DataCell.Of(figure is null ? null : BoardCharts.Point(board, figure));

    /// <summary>What one reported period brought.</summary>
    private sealed record Entry(Period Period, Figure? Revenue, Figure? Mining, Figure? Income)
    {
        public DateOnly Middle => Period.Start!.Value.AddDays(Period.Days / 2);

        public static IEnumerable<Entry> Of(BoardState board, Unit unit)
        {
            var (revenue, mining, income) = (Read(KnownMetrics.Revenue), Read(KnownMetrics.MiningRevenue), Read(KnownMetrics.NetIncome));
            return revenue.Keys.Concat(income.Keys).Distinct().Order()
                .Select(p => new Entry(p, revenue.GetValueOrDefault(p), mining.GetValueOrDefault(p), income.GetValueOrDefault(p)));

            Dictionary<Period, Figure> Read(string metric) =>
                BoardCharts.Figures(board, metric).Where(f => f.Value.Unit == unit && !f.Period.IsInstant).ToDictionary(f => f.Period);
        }

        /// <summary>Revenue less its mining part.</summary>
        public ChartPoint? Other(BoardState board)
        {
            if (Revenue is null || Mining is null)
                return null;
            var other = Revenue.Value - Mining.Value;
            return BoardCharts.Point(board, Revenue.Grade < Mining.Grade ? Revenue : Mining) with { Value = other.Amount, Label = Figures.Show(other), Kind = FigureOrigin.Formula };
        }
    }
}
