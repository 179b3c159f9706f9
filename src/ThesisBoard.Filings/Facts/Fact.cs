namespace ThesisBoard.Filings;

/// <summary>One numeric fact. Its key is concept, entity, period, unit and dimensions; never the filing's fiscal year or quarter.</summary>
/// <param name="Name">The concept's QName as the document writes it, for example <c>us-gaap:LongTermDebt</c>.</param>
/// <param name="Namespace">The namespace that the prefix stands for; empty where the format has none.</param>
/// <param name="Value">The exact value with scale and sign applied; <see langword="null"/> is nil, which is not zero.</param>
/// <param name="Decimals">Stated accuracy as given: an integer, <c>INF</c>, or empty.</param>
/// <param name="RawText">The characters in the document, before transform, scale and sign.</param>
/// <param name="Transform">The transform's QName, or empty.</param>
/// <param name="IsHidden">Inside <c>ix:hidden</c>: not on the page that a reader sees.</param>
public sealed record Fact(
    string Name,
    string Namespace,
    PlainDecimal? Value,
    FactPeriod Period,
    IReadOnlyList<Dimension> Dimensions,
    UnitMeasure Unit,
    string Decimals,
    EntityId Entity,
    string RawText,
    string Transform,
    bool IsHidden,
    string Id,
    Place Place)
{
    public bool IsNil => Value is null;

    /// <summary>What marks the fact on its page: its id or, lacking one, its number among the facts of its file (<c>#12</c>); empty in JSON.</summary>
    public string Tag { get; init; } = "";

    /// <summary>The name without its prefix.</summary>
    public string LocalName => Name[(Name.IndexOf(':', StringComparison.Ordinal) + 1)..];
}

/// <summary>One text fact. Markup inside it is dropped; where the fact keeps markup (<c>escape="true"</c>), blocks and cells end in a line break or tab.</summary>
/// <param name="Text">The text after its transform, continuations joined; <see langword="null"/> is nil.</param>
public sealed record TextFact(
    string Name,
    string Namespace,
    string? Text,
    FactPeriod Period,
    IReadOnlyList<Dimension> Dimensions,
    EntityId Entity,
    bool IsHidden,
    string Id,
    Place Place)
{
    /// <summary>What marks the fact on its page; see <see cref="Fact.Tag"/>.</summary>
    public string Tag { get; init; } = "";
}

/// <summary>A fact that could not be resolved, with the reason; nothing was guessed.</summary>
/// <param name="IsNumeric">Whether a figure is lost, or only a text.</param>
public sealed record SkippedFact(Place Place, string Name, bool IsNumeric, string Reason)
{
    public override string ToString() => $"{Place}: {Name}: {Reason}";
}
