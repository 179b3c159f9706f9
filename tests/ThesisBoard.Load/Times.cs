using System.Diagnostics;

namespace ThesisBoard.Load;

/// <summary>Milliseconds, sorted.</summary>
internal sealed class Times(IEnumerable<double> milliseconds)
{
    private readonly double[] sorted = [.. milliseconds.Order()];

    public int Count => sorted.Length;

    public static Times Of(params IEnumerable<Times> parts) => new(parts.SelectMany(part => part.sorted));

    public static Times Between(IEnumerable<(long From, long To)> spans) => new(spans.Select(s => Stopwatch.GetElapsedTime(s.From, s.To).TotalMilliseconds));

    /// <summary>The value below which this share of all lies; not a number where there is none.</summary>
    public double At(double share) => sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1)];

    public override string ToString() => Invariant($"median {At(0.5):#,0.0} ms, p95 {At(0.95):#,0.0}, p99 {At(0.99):#,0.0}, last {At(1):#,0.0}");
}
