using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Evidence;

/// <summary>A search without a hit, kept so that anyone can run it again: none of the terms stands in any of the documents.</summary>
/// <param name="Terms">What was looked for; capitals and white space did not count.</param>
/// <param name="Documents">Where it was looked for.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
public sealed record NullSearch(IReadOnlyList<string> Terms, IReadOnlyList<SearchedDocument> Documents, RecordedAt At, string By)
{
    /// <summary>The most terms of a search.</summary>
    public const int MaxTerms = 50;

    /// <summary>The most documents of a search.</summary>
    public const int MaxDocuments = 1_000;
}

/// <summary>A document that was searched.</summary>
/// <param name="Hash">The SHA-256 of its bytes.</param>
/// <param name="Name">What it is called, such as "6-K of 29 May 2026, EX-99.1".</param>
public sealed record SearchedDocument(Sha256 Hash, string Name);
