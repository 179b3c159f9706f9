using System.Globalization;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Features.Boards;

/// <summary>The points of a sparkline and its words for who cannot see it.</summary>
public sealed record SparkPoints(string Points, string LastX, string LastY, string Words)
{
    private const int Most = 24;

    /// <summary>The newest figures of the length that the last figure has; null when they are fewer than two.</summary>
    public static SparkPoints? Of(Series? series)
    {
        if (series is not { Figures: [.., var last] })
            return null;
        var figures = series.Figures.Where(f => Length(f.Period) == Length(last.Period)).TakeLast(Most).ToList();
        if (figures.Count < 2)
            return null;
        var (from, to) = (figures[0].Period.End.DayNumber, figures[^1].Period.End.DayNumber);
        var low = Math.Min(0, figures.Min(f => f.Value.Amount));
        var high = Math.Max(0, figures.Max(f => f.Value.Amount));
        var range = high == low ? 1 : high - low;
        var points = figures.Select(f => (
            X: Show(3 + 90m * (f.Period.End.DayNumber - from) / Math.Max(1, to - from)),
            Y: Show(23 - 20 * ((f.Value.Amount - low) / range)))).ToList();
        return new(
            string.Join(' ', points.Select(p => $"{p.X},{p.Y}")), points[^1].X, points[^1].Y,
            $"{series.Metric.Title}: from {Figures.Show(figures[0].Value)} ({Figures.Show(figures[0].Period)}) to {Figures.Show(last.Value)} ({Figures.Show(last.Period)})");
    }

    private static string Length(Period period) =>
        period.IsInstant ? "instant" : period.IsMonth ? "month" : period.IsQuarter ? "quarter" : period.IsYear ? "year" : "other";

    private static string Show(decimal value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}
