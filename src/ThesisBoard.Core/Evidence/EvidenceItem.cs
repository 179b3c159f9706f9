using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Evidence;

/// <summary>
/// Where a claim stands in a document, after the W3C Web Annotation Data Model's text quote selector: the exact words, and what stands before and after them.
/// </summary>
/// <param name="Document">The SHA-256 of the stored bytes.</param>
/// <param name="Exact">The quoted words, as in the document's text.</param>
/// <param name="Prefix">The text just before.</param>
/// <param name="Suffix">The text just after.</param>
/// <param name="Accession">The SEC accession number.</param>
/// <param name="Exhibit">The exhibit, such as EX-99.1.</param>
public sealed record Anchor(Sha256 Document, string Exact, string Prefix = "", string Suffix = "", string? Accession = null, string? Exhibit = null);

/// <summary>What one piece of evidence says about one criterion.</summary>
/// <param name="Criterion">The criterion's key.</param>
/// <param name="Stance">For, against, or context.</param>
public readonly record struct CriterionStance(string Criterion, Stance Stance);

/// <summary>A claim taken from a source, with a stance toward one or more criteria.</summary>
public sealed record EvidenceItem
{
    /// <summary>The stable name; unique in a record.</summary>
    public required string Key { get; init; }

    /// <summary>The source's key.</summary>
    public required string Source { get; init; }

    /// <summary>What is claimed, in our own words.</summary>
    public required string Claim { get; init; }

    /// <summary>The exact words of the source, when they were copied; empty otherwise.</summary>
    public string Quote { get; init; } = "";

    /// <summary>What it says about which criteria.</summary>
    public IReadOnlyList<CriterionStance> Stances { get; init; } = [];

    /// <summary>A grade other than the source's, with the reason in <see cref="Note"/>; null takes the source's.</summary>
    public Grade? Grade { get; init; }

    /// <summary>When the public could know it, where that differs from the source's own date.</summary>
    public PublishedOn? Published { get; init; }

    /// <summary>Where the claim stands in a stored document.</summary>
    public Anchor? Anchor { get; init; }

    /// <summary>What was looked for and not found: evidence that something was not disclosed.</summary>
    public NullSearch? Search { get; init; }

    /// <summary>What a reader should know.</summary>
    public string Note { get; init; } = "";

    /// <summary>When it was entered.</summary>
    public RecordedAt? Recorded { get; init; }

    /// <summary>Set when it was withdrawn: then it counts on no date and stays on file.</summary>
    public Withdrawal? Withdrawn { get; init; }
}
