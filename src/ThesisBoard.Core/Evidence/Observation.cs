using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Evidence;

/// <summary>How a figure came to be on file.</summary>
public enum ObservationBasis
{
    /// <summary>The source states it.</summary>
    Read,

    /// <summary>Arithmetic on what sources state; the note shows it.</summary>
    Derived,
}

/// <summary>A figure the board uses: metric, period, value, source, and through the source when it became known.</summary>
public sealed record Observation
{
    /// <summary>The stable name; unique in a record.</summary>
    public required string Key { get; init; }

    /// <summary>The metric's key.</summary>
    public required string Metric { get; init; }

    /// <summary>What the figure is about in time.</summary>
    public required Period Period { get; init; }

    /// <summary>The amount with its unit, signed as reported: a net loss is negative.</summary>
    public required Quantity Value { get; init; }

    /// <summary>The source's key.</summary>
    public required string Source { get; init; }

    /// <summary>When the public could know this figure, where that differs from the source's own date.</summary>
    public PublishedOn? Published { get; init; }

    /// <summary>Read or derived.</summary>
    public ObservationBasis Basis { get; init; }

    /// <summary>
    /// The precision as XBRL's <c>decimals</c>: the value is exact to 10^−decimals, so −6 is "to the million". Null is exact as written.
    /// Figures that agree within their precision do not disagree.
    /// </summary>
    public int? Decimals { get; init; }

    /// <summary>An editor says that this figure restates the one on file, whatever the grades.</summary>
    public bool Restates { get; init; }

    /// <summary>What a reader should know: "about", "rounded", a convenience translation.</summary>
    public string Note { get; init; } = "";

    /// <summary>When it was entered; null in a file that was never entered by hand.</summary>
    public RecordedAt? Recorded { get; init; }

    /// <summary>Set when it was withdrawn: then it counts on no date and stays on file.</summary>
    public Withdrawal? Withdrawn { get; init; }
}
