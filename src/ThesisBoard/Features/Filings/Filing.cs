using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Features.Filings;

/// <summary>Where a filing came from.</summary>
public enum FilingOrigin
{
    /// <summary>Fetched from the SEC.</summary>
    Edgar,

    /// <summary>A person dropped the files.</summary>
    Upload,
}

/// <summary>What became of a filing in the inbox.</summary>
public enum FilingState
{
    /// <summary>Waits for a person.</summary>
    New,

    /// <summary>A person went through it.</summary>
    Done,

    /// <summary>A person put it aside.</summary>
    Dismissed,

    /// <summary>Something is wrong with it, such as another company's name; a person must let it in first.</summary>
    Held,
}

/// <summary>A filing in the inbox of a board.</summary>
/// <param name="Accession">EDGAR's number, such as 0001213900-26-012345; null for an upload that names none.</param>
/// <param name="Filed">The day on which the world could know it.</param>
/// <param name="PeriodEnd">The last day of the period it is about.</param>
/// <param name="Cik">Whose filing it says it is.</param>
/// <param name="Warning">Why it is or was held; empty when nothing was wrong.</param>
/// <param name="ChangedAt">When its state last changed, UTC.</param>
public sealed record Filing(
    Guid Id,
    string? Accession,
    string Form,
    string Title,
    DateOnly? Filed,
    DateOnly? PeriodEnd,
    long? Cik,
    string CompanyName,
    string Url,
    FilingOrigin Origin,
    FilingState State,
    string Warning,
    DateTime ArrivedAt,
    string By,
    DateTime ChangedAt,
    string ChangedBy,
    IReadOnlyList<FilingDocument> Documents)
{
    /// <summary>Longer names, titles and descriptions are cut off.</summary>
    public const int LongestText = 400;

    /// <summary>It waits for a person.</summary>
    public bool IsOpen => State is FilingState.New or FilingState.Held;
}

/// <summary>One document of a filing, in the filing's own order.</summary>
/// <param name="Exhibit">EDGAR's type of the document, such as 6-K or EX-99.1; empty when unknown.</param>
/// <param name="Length">Bytes as they came.</param>
public sealed record FilingDocument(int Ordinal, Sha256 Hash, string Exhibit, string Name, string Description, string Url, string MediaType, long Length);

/// <summary>One page of the inbox: what waits first, then the newest.</summary>
public sealed record InboxList(IReadOnlyList<Filing> Filings, int Total, int Page, int Pages);

/// <summary>How many filings wait, and a stamp that differs after every change of the inbox.</summary>
public sealed record InboxCount(int New, int Held, string Stamp)
{
    public int Open => New + Held;
}

/// <summary>What somebody did in an inbox.</summary>
/// <param name="Did">In words that follow the name: "dismissed Form 6-K of 20 Nov 2026".</param>
/// <param name="Filing">The filing, as long as it is in the inbox.</param>
public sealed record InboxChange(DateTime At, string By, string Did, Guid? Filing);

/// <summary>Whether new filings of a board's issuer are fetched.</summary>
/// <param name="IsOn">The switch as a person set it, or else the default: on where EDGAR may be asked at all.</param>
/// <param name="ChangedAt">When a person last set it; null while it stands at its default.</param>
public sealed record IssuerWatch(bool IsOn, DateTime? ChangedAt, string ChangedBy);

/// <summary>A board whose issuer is watched.</summary>
public sealed record WatchedBoard(string Slug, long Cik);
