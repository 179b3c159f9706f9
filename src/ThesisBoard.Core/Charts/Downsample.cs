namespace ThesisBoard.Core.Charts;

/// <summary>Thins out long series without changing how they look.</summary>
/// <remarks>Largest triangle three buckets: Sveinn Steinarsson, "Downsampling Time Series for Visual Representation", University of Iceland, 2013, section 4.2.</remarks>
public static class Downsample
{
    /// <summary>The most points of one series that are drawn.</summary>
    public const int Most = 2_000;

    /// <summary>At most so many of the points, the first and the last always among them, in the same order. Deterministic; no point is invented.</summary>
    /// <param name="points">The points by ascending time.</param>
    /// <param name="most">At least 3.</param>
    public static IReadOnlyList<ChartPoint> Thin(IReadOnlyList<ChartPoint> points, int most = Most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 3);
        if (points.Count <= most)
            return points;
        var kept = new List<ChartPoint>(most) { points[0] };
        var size = (points.Count - 2) / (double)(most - 2);
        var (last, skipped) = (0, false);
        for (var bucket = 0; bucket < most - 2; bucket++)
        {
            var (from, to) = (Start(bucket), Start(bucket + 1));
            var best = Largest(points, last, from, to, Start(bucket + 2));
            kept.Add(Break(best));
            last = best;
        }

        kept.Add(Break(points.Count - 1));
        return kept;

        int Start(int bucket) => Math.Min((int)(bucket * size) + 1, points.Count - 1);

        // A break among the points that were left out must still interrupt the line.
        ChartPoint Break(int index)
        {
            skipped = false;
            for (var i = last + 1; i <= index; i++)
                skipped |= points[i].Breaks;
            return skipped == points[index].Breaks ? points[index] : points[index] with { Breaks = skipped };
        }
    }

    private static int Largest(IReadOnlyList<ChartPoint> points, int last, int from, int to, int next)
    {
        var (meanX, meanY) = Mean(points, to, Math.Max(to + 1, next));
        var (x, y) = At(points[last]);
        var (best, most) = (from, -1.0);
        for (var i = from; i < to; i++)
        {
            var (px, py) = At(points[i]);
            var area = Math.Abs((x - meanX) * (py - y) - (x - px) * (meanY - y));
            if (area > most)
                (best, most) = (i, area);
        }

        return best;
    }

    private static (double X, double Y) Mean(IReadOnlyList<ChartPoint> points, int from, int to)
    {
        double x = 0, y = 0;
        for (var i = from; i < to; i++)
        {
            var (px, py) = At(points[i]);
            (x, y) = (x + px, y + py);
        }

        return (x / (to - from), y / (to - from));
    }

    private static (double X, double Y) At(ChartPoint point) => (point.Middle.DayNumber, (double)point.Value);
}
