using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Metrics;

/// <summary>Whether a fall or a rise of a metric is the good news.</summary>
public enum Direction
{
    /// <summary>A rise is better: revenue, net income.</summary>
    HigherIsBetter,

    /// <summary>A fall is better: debt, interest expense, cash cost.</summary>
    LowerIsBetter,

    /// <summary>Neither in itself: a price.</summary>
    Neutral,
}

/// <summary>
/// A named series with a unit and a direction. With a <see cref="Formula"/> it is a derived metric: arithmetic over other metrics, never entered by hand.
/// </summary>
public sealed record Metric
{
    /// <summary>The stable name in files, formulas and links: lower-case letters, digits and hyphens.</summary>
    public required string Key { get; init; }

    /// <summary>What people read, such as "Long-term debt".</summary>
    public required string Title { get; init; }

    /// <summary>The unit of every figure that is compared. A figure in another currency can be on file; it is shown and never compared.</summary>
    public required Unit Unit { get; init; }

    /// <summary>Which way is better.</summary>
    public Direction Direction { get; init; } = Direction.Neutral;

    /// <summary>The formula of a derived metric, in the grammar of <c>Formula</c>; null for an entered metric.</summary>
    public string? Formula { get; init; }

    /// <summary>
    /// Where filings tag this figure: XBRL concepts in the form of <see cref="ConceptName"/>. The concept with the newest period counts;
    /// the order decides between concepts with the same period.
    /// </summary>
    public IReadOnlyList<string> Concepts { get; init; } = [];

    /// <summary>What the figure means and where it is usually found.</summary>
    public string Note { get; init; } = "";

    /// <summary>A figure of this metric for people: a pure number is a share, shown in percent.</summary>
    public string Show(Quantity value) => Unit == Unit.One ? Figures.Percent(value.Amount) : Figures.Show(value);

    /// <summary>True when figures are computed and not entered.</summary>
    public bool IsDerived => Formula is not null;
}
