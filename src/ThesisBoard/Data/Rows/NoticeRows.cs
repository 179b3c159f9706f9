using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Notices;

namespace ThesisBoard.Data.Rows;

/// <summary>That a member follows a board, and how.</summary>
internal sealed class FollowRow
{
    public string Slug { get; set; } = "";
    public Guid AccountId { get; set; }
    public FollowMode Mode { get; set; }
    public int DaysAhead { get; set; }
}

/// <summary>Something that one member is told.</summary>
internal sealed class NoticeRow
{
    public Guid Id { get; set; }
    public Guid AccountId { get; set; }
    public string Slug { get; set; } = "";
    public NoticeKind Kind { get; set; }

    /// <summary>What is told, so that nobody is told the same twice, by however many nodes.</summary>
    public string Key { get; set; } = "";
    public string Text { get; set; } = "";

    /// <summary>The place on the board's page; blank for its head.</summary>
    public string Anchor { get; set; } = "";
    public DateTime At { get; set; }
    public DateTime? ReadAt { get; set; }

    /// <summary>When a mail about it is due; null when none is wanted, or it is sent.</summary>
    public DateTime? MailAt { get; set; }
    public int Attempts { get; set; }

    /// <summary>The node that is about to send it, and until when the others leave it alone.</summary>
    public Guid? Claim { get; set; }
    public DateTime? ClaimedUntil { get; set; }
}

/// <summary>How a board stood when its followers were last told.</summary>
internal sealed class NoticedRow : IVersioned
{
    public string Slug { get; set; } = "";
    public long Version { get; set; }
    public DateOnly On { get; set; }
    public Verdict Verdict { get; set; }
    public IReadOnlyDictionary<string, Standing> Standings { get; set; } = new Dictionary<string, Standing>();
    public Guid RowVersion { get; set; }
}
