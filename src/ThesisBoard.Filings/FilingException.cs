namespace ThesisBoard.Filings;

/// <summary>Why a file was refused. Each bound and each kind of wrong content has its own value.</summary>
public enum FilingErrorKind
{
    /// <summary>The bytes exceed <see cref="ReadLimits.MaxBytes"/>.</summary>
    TooLarge,

    /// <summary>Elements nest deeper than <see cref="ReadLimits.MaxDepth"/>.</summary>
    TooDeep,

    /// <summary>More facts, contexts or units than <see cref="ReadLimits.MaxItems"/>.</summary>
    TooManyItems,

    /// <summary>The text of text facts exceeds <see cref="ReadLimits.MaxTextCharacters"/>.</summary>
    TooMuchText,

    /// <summary>Reading took longer than <see cref="ReadLimits.MaxTime"/>.</summary>
    TooSlow,

    /// <summary>An entity is used that neither XML nor XHTML defines. Entities that a file declares itself are never expanded.</summary>
    UndeclaredEntity,

    /// <summary>The content is not well-formed XML or JSON, or ends in the middle.</summary>
    Malformed,

    /// <summary>Well-formed, but of a kind that holds no facts (a PDF, an archive, a plain page, a schema).</summary>
    NotFacts,

    /// <summary>The SEC's answer for a CIK that does not exist.</summary>
    UnknownCik,

    /// <summary>The SEC's answer after too many requests.</summary>
    TooManyRequests,

    /// <summary>The SEC's answer to a request without a contact in its User-Agent.</summary>
    MissingUserAgent,

    /// <summary>A page of HTML or XML where JSON belongs.</summary>
    HtmlInPlaceOfJson,

    /// <summary>The content is of a kind that is not read here (a picture, an old Office file, an archive), or there is none.</summary>
    Unsupported,

    /// <summary>The file's name says one kind and its content another.</summary>
    NameMismatch,

    /// <summary>The file is locked by a password.</summary>
    Encrypted,

    /// <summary>More pages than <see cref="ReadLimits.MaxPages"/>.</summary>
    TooManyPages,

    /// <summary>More table cells than <see cref="ReadLimits.MaxCells"/>.</summary>
    TooManyCells,

    /// <summary>An archive or submission with more parts than <see cref="ReadLimits.MaxParts"/>.</summary>
    TooManyParts,

    /// <summary>Compressed content that unpacks to more than <see cref="ReadLimits.MaxExpandedBytes"/>, or by more than <see cref="ReadLimits.MaxExpansion"/> times.</summary>
    ExpandsTooMuch,

    /// <summary>Reading needs more memory than <see cref="ReadLimits.MaxMemory"/>.</summary>
    TooMuchMemory,
}

/// <summary>A file that cannot be read as a whole: nothing of it is used.</summary>
public sealed class FilingException : Exception
{
    public FilingException(FilingErrorKind kind, string message, Place? place = null, Exception? inner = null)
        : base(place is { } p ? $"{p}: {message}" : message, inner)
    {
        Kind = kind;
        Place = place;
    }

    /// <summary>Which bound was passed or which content was met.</summary>
    public FilingErrorKind Kind { get; }

    /// <summary>Where in the file, if the trouble has a place.</summary>
    public Place? Place { get; }
}
