using ThesisBoard.Features.Notices;

namespace ThesisBoard.Features.Comments;

/// <summary>The author says it otherwise; the page marks it as edited.</summary>
public sealed record EditComment(Guid Id, string Text) : CommentWrite
{
    internal override async Task<CommentResult> Apply(CommentDesk desk, CancellationToken ct)
    {
        if (CommentDesk.Check(Text, out var text) is { } wrong)
            return wrong;
        var (comment, refusal) = await desk.FindOwn(Id, ct);
        if (comment is null)
            return refusal!;
        if (comment.Text == text)
            return new CommentResult.Saved(Id, new(comment.Place, comment.Key));
        comment.Mentions = Mentions.Find(text, await BoardPeople.Read(desk.Db, desk.Board.Slug, ct));
        (comment.Text, comment.EditedAt) = (text, desk.Moment.Utc);
        await MentionNotices.Add(desk.Db, comment, desk.Moment.Utc, ct);
        return await desk.Save(comment, ct);
    }
}
