namespace ThesisBoard.Filings;

/// <summary>
/// Hard bounds on one read; a report of several documents shares one set. Passing a bound throws
/// <see cref="FilingException"/> with that bound's own <see cref="FilingErrorKind"/>.
/// </summary>
public sealed record ReadLimits
{
    public static ReadLimits Default { get; } = new();

    /// <summary>Bytes taken from the streams, 100 MB unless told.</summary>
    public long MaxBytes { get; init; } = 100L * 1024 * 1024;

    /// <summary>Depth of nested elements or JSON values. Real filings stay below 100.</summary>
    public int MaxDepth { get; init; } = 500;

    /// <summary>Facts, contexts, units and continuations together.</summary>
    public int MaxItems { get; init; } = 1_000_000;

    /// <summary>Characters kept of all text facts and continuations together; nested facts count each.</summary>
    public long MaxTextCharacters { get; init; } = 128L * 1024 * 1024;

    /// <summary>Characters of a sanitised page, markup included.</summary>
    public long MaxPageCharacters { get; init; } = 128L * 1024 * 1024;

    /// <summary>Pages of a PDF.</summary>
    public int MaxPages { get; init; } = 3_000;

    /// <summary>Cells of all tables of a CSV or XLSX file together, empty ones included.</summary>
    public int MaxCells { get; init; } = 2_000_000;

    /// <summary>Entries of an archive, or documents of a submission.</summary>
    public int MaxParts { get; init; } = 10_000;

    /// <summary>Bytes that compressed content may unpack to, all of it together.</summary>
    public long MaxExpandedBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>How many times its stored size compressed content may unpack to. Real spreadsheets stay below 40.</summary>
    public int MaxExpansion { get; init; } = 200;

    /// <summary>Bytes that reading a PDF may allocate and keep; what is freed in between does not count.</summary>
    public long MaxMemory { get; init; } = 1024L * 1024 * 1024;

    /// <summary>Time for the whole read.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The clock that <see cref="MaxTime"/> is measured with.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
