namespace ThesisBoard.Filings;

/// <summary>What a file turned out to be, by its content and never by its name.</summary>
public enum FilingFormat
{
    /// <summary>XHTML with inline XBRL, 1.0 or 1.1.</summary>
    InlineXbrl,

    /// <summary>A plain XBRL 2.1 instance.</summary>
    XbrlInstance,

    /// <summary>EDGAR company facts (JSON).</summary>
    CompanyFacts,
}

/// <summary>Everything read from one report, in document order.</summary>
/// <param name="Format">What the content is.</param>
/// <param name="Facts">Numeric facts, hidden ones and repeats included.</param>
/// <param name="TextFacts">Text facts, continuations joined.</param>
/// <param name="Skipped">Facts that could not be resolved, and why. Nothing is guessed for them.</param>
/// <param name="Missing">Contexts, units and continuations that facts refer to and that no given document holds.</param>
public sealed record ReadResult(
    FilingFormat Format,
    IReadOnlyList<Fact> Facts,
    IReadOnlyList<TextFact> TextFacts,
    IReadOnlyList<SkippedFact> Skipped,
    IReadOnlyList<MissingReference> Missing)
{
    /// <summary>Whose facts these are: each entity once, most facts first. Compare it with the issuer.</summary>
    public IReadOnlyList<EntityId> Entities =>
    [
        .. Facts.Select(f => f.Entity).Concat(TextFacts.Select(f => f.Entity))
            .CountBy(e => e).OrderByDescending(p => p.Value).Select(p => p.Key),
    ];

    /// <summary>
    /// One sentence when parts of the report are missing, otherwise <see langword="null"/>:
    /// "12 contexts and 3 units … are in another document of the same report".
    /// </summary>
    public string? MissingPart => Missing.Count == 0 ? null : MissingReference.Describe(Missing);
}
