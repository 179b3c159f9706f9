using ThesisBoard.Features.Notices;

namespace ThesisBoard.Features.Comments;

/// <summary>The author takes a comment away. Its text is gone for good; that there was one stays, so that the answers keep their place.</summary>
public sealed record RemoveComment(Guid Id) : CommentWrite
{
    internal override async Task<CommentResult> Apply(CommentDesk desk, CancellationToken ct)
    {
        var (comment, refusal) = await desk.FindOwn(Id, ct);
        if (comment is null)
            return refusal!;
        (comment.Text, comment.Mentions, comment.RemovedAt) = ("", [], desk.Moment.Utc);
        await MentionNotices.Remove(desk.Db, comment, ct);
        return await desk.Save(comment, ct);
    }
}
