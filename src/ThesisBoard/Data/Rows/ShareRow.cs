namespace ThesisBoard.Data.Rows;

/// <summary>A share link of a board. Its token is not kept, only the token's hash.</summary>
internal sealed class ShareRow : IVersioned
{
    public Guid Id { get; set; }
    public string Slug { get; set; } = "";
    public string TokenHash { get; set; } = "";
    public string Name { get; set; } = "";
    public bool ShowsDocuments { get; set; }
    public bool ShowsComments { get; set; }
    public bool ShowsPreview { get; set; }

    /// <summary>The knowledge date at which the link stands still; null when it follows the board.</summary>
    public DateOnly? PinnedOn { get; set; }

    /// <summary>The version of the record that a pinned link shows.</summary>
    public long? PinnedVersion { get; set; }
    public string? PasswordHash { get; set; }
    public DateTime? ExpiresAt { get; set; }
    public int? MaxViews { get; set; }

    /// <summary>Counted without a new <see cref="RowVersion"/>: a view is no change of the link.</summary>
    public int Views { get; set; }
    public DateTime? LastViewAt { get; set; }
    public Guid? MemberId { get; set; }
    public string By { get; set; } = "";
    public DateTime MadeAt { get; set; }
    public DateTime? RevokedAt { get; set; }
    public string RevokedBy { get; set; } = "";

    /// <summary>What lets a reader in holds only as long as this stays.</summary>
    public Guid RowVersion { get; set; }
}
