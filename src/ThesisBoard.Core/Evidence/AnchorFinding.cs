namespace ThesisBoard.Core.Evidence;

/// <summary>What became of a quote in a text of its document, or of a newer version of it.</summary>
public enum AnchorState
{
    /// <summary>The quote stands there once with its whole context, word for word.</summary>
    Exact,

    /// <summary>The quote and the sentence that it stands in are there once, word for word, with the whole context on one side; the other side changed.</summary>
    Moved,

    /// <summary>Both sides of the context are there once, with other words between them.</summary>
    Changed,

    /// <summary>None of these. Candidates are for a person to look at; none is chosen.</summary>
    Lost,
}

/// <summary>Why an anchor is lost.</summary>
public enum AnchorLoss
{
    /// <summary>It is not lost.</summary>
    None,

    /// <summary>Neither the quote in its context nor the context around other words is there.</summary>
    Absent,

    /// <summary>Both sides of the context stand side by side: the passage was taken out.</summary>
    Removed,

    /// <summary>More than one place answers equally well.</summary>
    Ambiguous,
}

/// <summary>What stands at a candidate.</summary>
public enum CandidateKind
{
    /// <summary>The quote with its whole context: there is more than one such place.</summary>
    WholeContext,

    /// <summary>The quote word for word, in another context.</summary>
    SameWords,

    /// <summary>Other words between both sides of the context.</summary>
    SameContext,

    /// <summary>A part of the quote.</summary>
    PartOfQuote,
}

/// <summary>A place that a person may look at; it was not chosen.</summary>
/// <param name="Place">Where, in the text as given.</param>
/// <param name="Kind">What stands there.</param>
/// <param name="Text">The words there; at most 500 characters.</param>
public sealed record AnchorCandidate(TextRange Place, CandidateKind Kind, string Text);

/// <summary>What the check of an anchor found.</summary>
/// <param name="State">What became of the quote.</param>
/// <param name="IsSameDocument">The text is of the very bytes that the anchor names.</param>
public sealed record AnchorFinding(AnchorState State, bool IsSameDocument)
{
    /// <summary>Where the quote stands, or for <see cref="AnchorState.Changed"/> what stands in its place; null when lost.</summary>
    public TextRange? Place { get; init; }

    /// <summary>The words at <see cref="Place"/>, as in the text; empty when lost.</summary>
    public string Found { get; init; } = "";

    /// <summary>Why it is lost.</summary>
    public AnchorLoss Loss { get; init; }

    /// <summary>Other places for a person to look at, in the order of the text; at most ten.</summary>
    public IReadOnlyList<AnchorCandidate> Candidates { get; init; } = [];
}
