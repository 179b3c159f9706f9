using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Evidence;

/// <summary>What form a source has.</summary>
public enum SourceKind
{
    /// <summary>A document filed with a regulator.</summary>
    Filing,

    /// <summary>A release by the issuer.</summary>
    PressRelease,

    /// <summary>A report or analysis by a third party.</summary>
    News,

    /// <summary>A public ledger.</summary>
    Ledger,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>How the date of publication is known.</summary>
public enum PublishedBasis
{
    /// <summary>The date was read on the source.</summary>
    Read,

    /// <summary>Only an upper bound is known: it was public on this date, perhaps earlier.</summary>
    NoLaterThan,
}

/// <summary>Where something was read: a filing, a release, an article.</summary>
public sealed record Source
{
    /// <summary>The stable name in files and links.</summary>
    public required string Key { get; init; }

    /// <summary>The form of the source.</summary>
    public required SourceKind Kind { get; init; }

    /// <summary>How strong it is.</summary>
    public required Grade Grade { get; init; }

    /// <summary>What it is called, in our own words.</summary>
    public required string Title { get; init; }

    /// <summary>Who published it.</summary>
    public required string Publisher { get; init; }

    /// <summary>When the world could first know it.</summary>
    public required PublishedOn Published { get; init; }

    /// <summary>How that date is known.</summary>
    public PublishedBasis PublishedBasis { get; init; }

    /// <summary>The address; http or https only, null when there is none.</summary>
    public Uri? Url { get; init; }

    /// <summary>The SEC accession number, such as 0001104659-25-117521.</summary>
    public string? Accession { get; init; }

    /// <summary>Set when this source is a periodic report: its publication files that report.</summary>
    public ReportRef? Report { get; init; }

    /// <summary>Set when this source is a notification of late filing (Form 12b-25, "NT"): it extends that report's date.</summary>
    public ReportRef? Extends { get; init; }

    /// <summary>The stored bytes, where there are any.</summary>
    public Sha256? Document { get; init; }

    /// <summary>What a reader should know about it.</summary>
    public string Note { get; init; } = "";
}
