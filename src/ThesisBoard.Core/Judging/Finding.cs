using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Judging;

/// <summary>What kind of thing a reader must see.</summary>
public enum FindingKind
{
    /// <summary>Sources disagree.</summary>
    Conflict,

    /// <summary>A figure was restated.</summary>
    Restatement,

    /// <summary>A balance does not add up.</summary>
    Balance,

    /// <summary>A figure is on file in a currency that cannot be compared.</summary>
    OtherCurrency,

    /// <summary>The record or the thesis holds something that cannot be used.</summary>
    Unusable,
}

/// <summary>Something that a reader must see beside the standings.</summary>
public sealed record Finding
{
    private readonly Lazy<FindingWords> words;

    /// <summary>Takes how the finding is told: a page shows the first few of what may be thousands.</summary>
    internal Finding(Func<FindingWords> tell) => words = new(tell, LazyThreadSafetyMode.PublicationOnly);

    /// <summary>What kind.</summary>
    public required FindingKind Kind { get; init; }

    /// <summary>The metric's key, where it is about one.</summary>
    public string? Metric { get; init; }

    /// <summary>What it is about, in a few words.</summary>
    public string Topic => words.Value.Topic;

    /// <summary>The finding, built from the values.</summary>
    public string Sentence => words.Value.Sentence;

    /// <summary>The claims beside one another, the one that ranks highest first.</summary>
    public IReadOnlyList<FindingSide> Sides => words.Value.Sides;

    /// <summary>The claims held against the figure that the board uses; null where they are not about a figure.</summary>
    public Reconciliation? Reconciliation => words.Value.Reconciliation;
}

/// <summary>A finding in words.</summary>
internal sealed record FindingWords(string Topic, string Sentence, IReadOnlyList<FindingSide> Sides, Reconciliation? Reconciliation = null);

/// <summary>One claim of a finding.</summary>
/// <param name="Claim">What is claimed.</param>
/// <param name="Source">Where; null when it is the board's own arithmetic.</param>
/// <param name="IsUsed">The board uses or ranks this one highest.</param>
public sealed record FindingSide(string Claim, Source? Source, bool IsUsed)
{
    /// <summary>The amount that is claimed; null where none is stated.</summary>
    public Quantity? Value { get; init; }

    /// <summary>How far it lies above (positive) or below the value that it is held against; null where it is that value, or the units differ.</summary>
    public Quantity? Difference { get; init; }

    /// <summary>It agrees with that value within the tolerance or the precision.</summary>
    public bool IsWithin { get; init; }
}
