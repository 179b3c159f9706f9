namespace ThesisBoard.Features.Comments;

/// <summary>Opens a settled thread again.</summary>
public sealed record ReopenThread(Guid Id) : CommentWrite
{
    internal override async Task<CommentResult> Apply(CommentDesk desk, CancellationToken ct)
    {
        if (await desk.Find(Id, ct) is not { } comment || comment.ThreadId != Id)
            return CommentResult.NoComment;
        if (comment.ResolvedAt is null)
            return new CommentResult.Saved(Id, new(comment.Place, comment.Key));
        (comment.ResolvedAt, comment.ResolvedBy) = (null, "");
        return await desk.Save(comment, ct);
    }
}
