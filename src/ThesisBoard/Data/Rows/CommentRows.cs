using ThesisBoard.Features.Comments;

namespace ThesisBoard.Data.Rows;

/// <summary>
/// What a person said beside a criterion or a piece of evidence. It hangs on what is settled around the board and not on the record: no version of the record
/// knows of it, and it outlives a removal of the board that is taken back.
/// </summary>
internal sealed class CommentRow
{
    public Guid Id { get; set; }
    public string Slug { get; set; } = "";
    public CommentPlace Place { get; set; }
    public string Key { get; set; } = "";

    /// <summary>The comment that began the thread; its own id in that comment.</summary>
    public Guid ThreadId { get; set; }
    public Guid? AuthorId { get; set; }
    public string By { get; set; } = "";
    public string Text { get; set; } = "";
    public IReadOnlyList<Mention> Mentions { get; set; } = [];
    public DateTime WrittenAt { get; set; }
    public DateTime? EditedAt { get; set; }
    public DateTime? RemovedAt { get; set; }

    /// <summary>Set in the comment that began the thread.</summary>
    public DateTime? ResolvedAt { get; set; }
    public string ResolvedBy { get; set; } = "";
}

/// <summary>A number that is new after every change of a board's comments.</summary>
internal sealed class TalkRow
{
    public string Slug { get; set; } = "";
    public Guid Stamp { get; set; }
}
