using ThesisBoard.Features.Filings;

namespace ThesisBoard.Data.Rows;

/// <summary>A filing in the inbox of a board. Nothing of it is on the record before a person accepts it.</summary>
internal sealed class FilingRow : IVersioned
{
    public Guid Id { get; set; }

    /// <summary>The board in whose inbox it is. It stays when the board is removed, and is there again when the board comes back.</summary>
    public string Slug { get; set; } = "";

    /// <summary>EDGAR's number of the filing; null for an upload that names none.</summary>
    public string? Accession { get; set; }
    public string Form { get; set; } = "";
    public string Title { get; set; } = "";
    public DateOnly? Filed { get; set; }
    public DateOnly? PeriodEnd { get; set; }
    public long? Cik { get; set; }
    public string CompanyName { get; set; } = "";
    public string Url { get; set; } = "";
    public FilingOrigin Origin { get; set; }
    public FilingState State { get; set; }
    public string Warning { get; set; } = "";

    /// <summary>A person looked at the warning and let the filing in.</summary>
    public bool IsReleased { get; set; }
    public DateTime ArrivedAt { get; set; }
    public string By { get; set; } = "";
    public DateTime ChangedAt { get; set; }
    public string ChangedBy { get; set; } = "";
    public Guid RowVersion { get; set; }
    public List<FilingDocumentRow> Documents { get; set; } = [];
}

/// <summary>One document of a filing; its bytes are among the documents.</summary>
internal sealed class FilingDocumentRow
{
    public Guid FilingId { get; set; }
    public int Ordinal { get; set; }
    public string Hash { get; set; } = "";
    public string Exhibit { get; set; } = "";
    public string Name { get; set; } = "";
    public string Description { get; set; } = "";
    public string Url { get; set; } = "";
}

/// <summary>What somebody did in an inbox. The record's log has none of it, since nothing of it changes the record. Never edited, and kept when the board is removed.</summary>
internal sealed class InboxChangeRow
{
    public long Id { get; set; }
    public string Slug { get; set; } = "";
    public DateTime At { get; set; }
    public Guid? MemberId { get; set; }
    public string By { get; set; } = "";
    public string Verb { get; set; } = "";

    /// <summary>The filing; null where it is about none.</summary>
    public Guid? FilingId { get; set; }

    /// <summary>What the filing was called then.</summary>
    public string What { get; set; } = "";
}

/// <summary>What somebody decided about watching a board's issuer; without a row the default counts.</summary>
internal sealed class WatchRow : IVersioned
{
    public string Slug { get; set; } = "";
    public bool IsOn { get; set; }
    public DateTime ChangedAt { get; set; }
    public string ChangedBy { get; set; } = "";
    public Guid RowVersion { get; set; }
}

/// <summary>EDGAR's last answer at an address, so that the next request can ask whether it changed.</summary>
internal sealed class EdgarAnswerRow
{
    public string Url { get; set; } = "";

    /// <summary>The SHA-256 of the body, which is checked whenever the body is used.</summary>
    public string Hash { get; set; } = "";
    public string ETag { get; set; } = "";
    public DateTime? LastModified { get; set; }
    public int Length { get; set; }
    public byte[] Compressed { get; set; } = [];

    /// <summary>When EDGAR last sent this body, or said that it is still the one.</summary>
    public DateTime CheckedAt { get; set; }
}
