namespace ThesisBoard.Features.Comments;

/// <summary>Settles a thread; it can be opened again.</summary>
public sealed record ResolveThread(Guid Id) : CommentWrite
{
    internal override async Task<CommentResult> Apply(CommentDesk desk, CancellationToken ct)
    {
        if (await desk.Find(Id, ct) is not { } comment || comment.ThreadId != Id)
            return CommentResult.NoComment;
        if (comment.ResolvedAt is not null)
            return new CommentResult.Saved(Id, new(comment.Place, comment.Key));
        (comment.ResolvedAt, comment.ResolvedBy) = (desk.Moment.Utc, desk.Moment.Actor.Name);
        return await desk.Save(comment, ct);
    }
}
