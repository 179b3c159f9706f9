using System.Globalization;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Charts;

/// <summary>The value axis of a panel: its range and its ticks, computed once so that the static and the interactive picture agree.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end, above <paramref name="Low"/>.</param>
/// <param name="Ticks">The marked values.</param>
public sealed record ChartScale(decimal Low, decimal High, IReadOnlyList<decimal> Ticks)
{
    /// <summary>From here on a count is shortened: written out it is wider than the margin.</summary>
    private const decimal WidestCount = 100_000m;

    /// <summary>The scale for everything drawn in a panel.</summary>
    public static ChartScale Of(ChartPanel panel)
    {
        if (panel.Rows.Count > 0)
            return new(-0.5m, panel.Rows.Count - 0.5m, [.. Enumerable.Range(0, panel.Rows.Count).Select(i => (decimal)i)]);
        var values = Stacks(panel).Concat(panel.Series.Where(s => s.Shape != SeriesShape.Bars).SelectMany(s => s.Points).Select(p => p.Value))
            .Concat(panel.Lines.Select(l => l.Value)).ToList();
        if (values.Count == 0)
            return new(0, 1, []); // nothing on file: no scale either
        if (panel.FromZero)
            values.Add(0);
        var (low, high) = (values.Min(), values.Max());
        if (low == high)
            (low, high) = low == 0 ? (0, 1) : (Math.Min(0, low), Math.Max(0, high));
        var step = Step((high - low) / Math.Max(2, panel.Height / 40));
        var bottom = Math.Floor(low / step) * step;
        var pixels = panel.Height / (Math.Ceiling(high / step) * step - bottom);
        if (panel.Labels.Any(l => l.Side == LabelSide.Below && (l.Value - bottom) * pixels < 20))
            bottom -= step; // room for words below the lowest value
        var top = Math.Ceiling(high / step) * step;
        var ticks = new List<decimal>();
        for (var tick = bottom; tick <= top; tick += step)
            ticks.Add(tick);
        return new(bottom, top, ticks);
    }

    /// <summary>Where a value lies between the ends: 0 at the lower, 1 at the upper.</summary>
    public double Share(decimal value) => (double)((value - Low) / (High - Low));

    /// <summary>A tick as people read it: "$400M", "4,000", "80M". Amounts that leave are drawn below zero and read without a sign where <paramref name="minus"/> is false.</summary>
    public string Text(decimal tick, Unit unit, bool minus = true)
    {
        var size = Math.Abs(tick);
        var money = unit.IsCurrency || unit.Text.StartsWith("USD/", StringComparison.Ordinal);
        var largest = Math.Max(-Low, High);
        var (divisor, suffix) = money || largest >= WidestCount ? Scaled(Ticks.Count > 1 ? Ticks[1] - Ticks[0] : High, largest) : (1m, "");
        var symbol = unit.Text.StartsWith("USD", StringComparison.Ordinal) ? "$" : "";
        var number = (size / divisor).ToString("#,##0.######", CultureInfo.InvariantCulture);
        return (tick < 0 && minus ? "\u2212" : "") + symbol + number + (tick == 0 ? "" : suffix);
    }

    /// <summary>What a tick is divided by, and the letter that says so, by the step between ticks and the largest of them.</summary>
    private static (decimal Divisor, string Suffix) Scaled(decimal step, decimal largest) => step switch
    {
        >= 250_000_000m when largest >= 1_000_000_000m => (1_000_000_000m, "B"),
        >= 100_000m when largest >= 1_000_000m => (1_000_000m, "M"),
        >= 100m => (1_000m, "k"),
        _ => (1m, ""),
    };

    /// <summary>The ends of stacked bars, up and down, month by month.</summary>
    private static IEnumerable<decimal> Stacks(ChartPanel panel) =>
        from bar in panel.Series.Where(s => s.Shape == SeriesShape.Bars).SelectMany(s => s.Points)
        group bar by (bar.Period, bar.Value < 0) into stack
        select stack.Sum(p => p.Value);

    /// <summary>The next round number at or above: 1, 2, 2.5 or 5 times a power of ten.</summary>
    private static decimal Step(decimal least)
    {
        var power = 1m;
        while (power * 10 <= least)
            power *= 10;
        while (power > least && power > 0.000_000_01m)
            power /= 10;
        return power * (least / power) switch { <= 1 => 1, <= 2 => 2, <= 2.5m => 2.5m, <= 5 => 5, _ => 10 };
    }
}
