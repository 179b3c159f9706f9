namespace ThesisBoard.Benchmarks;

/// <summary>What took so many times as long as something else, both in turns in one run.</summary>
/// <param name="Name">What is compared.</param>
/// <param name="Most">The most that the ratio may be.</param>
/// <param name="Ratio">The second by the first.</param>
/// <param name="First">Milliseconds of what it is held against.</param>
/// <param name="Second">Milliseconds of what is measured.</param>
/// <param name="Bytes">What both allocated, in words.</param>
internal sealed record Comparison(string Name, double Most, double Ratio, double First, double Second, string Bytes)
{
    public bool Holds => Ratio <= Most;

    public override string ToString() => FormattableString.Invariant(
        $"{Name}: {First:0.0} ms and {Second:0.0} ms, {Ratio:0.00} times (at most {Most:0.##}{(Holds ? "" : ": MISSED")}); {Bytes}");
}
