namespace ThesisBoard.Filings;

/// <summary>A unit (XBRL 2.1, 4.8): a product of measures, or a quotient of two products. Measures are QNames as the document writes them.</summary>
public sealed record UnitMeasure(IReadOnlyList<string> Numerator, IReadOnlyList<string> Denominator)
{
    /// <summary><c>iso4217:USD</c>, <c>a * b</c> or <c>a per b</c>.</summary>
    public override string ToString() =>
        Denominator.Count == 0 ? Join(Numerator) : Join(Numerator) + " per " + Join(Denominator);

    public bool Equals(UnitMeasure? other) =>
        other is not null && Numerator.SequenceEqual(other.Numerator) && Denominator.SequenceEqual(other.Denominator);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private static string Join(IReadOnlyList<string> measures) => string.Join(" * ", measures);
}
