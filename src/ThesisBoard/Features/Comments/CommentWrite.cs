using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Comments;

/// <summary>One thing that is done to the comments of a board. <see cref="CommentShelf.Save"/> checks permission, stores it and tells the open pages.</summary>
public abstract record CommentWrite
{
    /// <summary>What the actor must be allowed.</summary>
    public Permission Needs => Permission.Comment;

    internal abstract Task<CommentResult> Apply(CommentDesk desk, CancellationToken ct);
}

/// <summary>What a write to the comments works on. The new id is the same for every attempt, so that a lost answer does not double a comment.</summary>
internal sealed record CommentDesk(BoardDb Db, ThesisRow Board, WriteMoment Moment, Guid NewId)
{
    public Task<CommentRow?> Find(Guid id, CancellationToken ct) => Db.Comments.FirstOrDefaultAsync(c => c.Id == id && c.Slug == Board.Slug, ct);

    /// <summary>The comment, if it is the actor's own and still there; else why not.</summary>
    public async Task<(CommentRow? Comment, CommentResult? Refusal)> FindOwn(Guid id, CancellationToken ct) => await Find(id, ct) switch
    {
        null => (null, CommentResult.NoComment),
        { RemovedAt: not null } => (null, new CommentResult.Invalid("This comment was removed.")),
        { AuthorId: { } author } own when author == Moment.Actor.MemberId => (own, null),
        _ => (null, new CommentResult.Denied("Only who wrote a comment can change or remove it.")),
    };

    /// <summary>The text without blank ends, or what is wrong with it.</summary>
    public static CommentResult? Check(string text, out string clean)
    {
        clean = text.ReplaceLineEndings("\n").Trim();
        return clean.Length switch
        {
            0 => new CommentResult.Invalid("Write something first."),
            > Comment.LongestText => new CommentResult.Invalid($"A comment has at most {Comment.LongestText} characters; this one has {clean.Length}."),
            _ => null,
        };
    }

    /// <summary>Saves what is staged and gives the comments of the board a new stamp, in one transaction.</summary>
    public async Task<CommentResult> Save(CommentRow comment, CancellationToken ct)
    {
        if (await Db.Talks.FirstOrDefaultAsync(t => t.Slug == Board.Slug, ct) is { } talk)
            talk.Stamp = Guid.NewGuid();
        else
            Db.Add(new TalkRow { Slug = Board.Slug, Stamp = Guid.NewGuid() });
        await Db.SaveChangesAsync(ct);
        return new CommentResult.Saved(comment.Id, new(comment.Place, comment.Key));
    }
}

/// <summary>What came of a write to the comments. Only <see cref="Saved"/> changed anything.</summary>
public abstract record CommentResult
{
    private CommentResult()
    {
    }

    internal static CommentResult NoComment { get; } = new Missing("This comment is not on this board.");

    /// <summary>It is done.</summary>
    public sealed record Saved(Guid Id, CommentSubject Subject) : CommentResult;

    /// <summary>The actor may not do this.</summary>
    public sealed record Denied(string Message) : CommentResult;

    /// <summary>There is no such board, subject or comment.</summary>
    public sealed record Missing(string Message) : CommentResult;

    /// <summary>It cannot be done as asked.</summary>
    public sealed record Invalid(string Message) : CommentResult;

    /// <summary>The database could not write.</summary>
    public sealed record Failed(string Message) : CommentResult;
}
