namespace ThesisBoard.Filings;

/// <summary>How a dimension states its member.</summary>
public enum DimensionKind
{
    /// <summary>A member of the taxonomy (XBRL Dimensions, <c>explicitMember</c>).</summary>
    Explicit,

    /// <summary>A free value (<c>typedMember</c>), kept as its text.</summary>
    Typed,

    /// <summary>Content of a segment or scenario from before XBRL Dimensions: the element's name and its text.</summary>
    Other,
}

/// <summary>One coordinate of a fact beyond entity and period. A fact with dimensions is never a total.</summary>
/// <param name="Axis">QName as the document writes it.</param>
/// <param name="Member">QName as the document writes it, or the text of a typed member.</param>
public readonly record struct Dimension(string Axis, string Member, DimensionKind Kind)
{
    public override string ToString() => Axis + "=" + Member;

    /// <summary><c>axis=member</c>, sorted by code point and joined by <c>|</c>; empty without dimensions.</summary>
    public static string Join(IReadOnlyList<Dimension> dimensions) => dimensions.Count switch
    {
        0 => "",
        1 => dimensions[0].ToString(),
        _ => string.Join('|', dimensions.Select(d => d.ToString()).Order(StringComparer.Ordinal)),
    };
}
