using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Notices;

namespace ThesisBoard.Features.Comments;

/// <summary>Says something on a criterion or a piece of evidence, or answers in a thread.</summary>
public sealed record AddComment(CommentSubject Subject, string Text, Guid? Thread = null) : CommentWrite
{
    private const int MostComments = 5000;

    internal override async Task<CommentResult> Apply(CommentDesk desk, CancellationToken ct)
    {
        if (CommentDesk.Check(Text, out var text) is { } wrong)
            return wrong;
        if (await desk.Find(desk.NewId, ct) is { } earlier) // an attempt before this one came through
            return earlier.Text == text && earlier.Place == Subject.Place && earlier.Key == Subject.Key && earlier.ThreadId == (Thread ?? desk.NewId)
                ? new CommentResult.Saved(desk.NewId, Subject)
                : new CommentResult.Invalid(RetryId.Taken.Message);
        if (!await IsOnBoard(desk, ct))
            return new CommentResult.Missing("What you comment on is no longer on this board.");
        if (Thread is { } thread && !await desk.Db.Comments.AnyAsync(c => c.Id == thread && c.ThreadId == thread && c.Slug == desk.Board.Slug && c.Place == Subject.Place && c.Key == Subject.Key, ct))
            return CommentResult.NoComment;
        if (await desk.Db.Comments.CountAsync(c => c.Slug == desk.Board.Slug, ct) >= MostComments)
            return new CommentResult.Invalid($"This board has {MostComments} comments, and cannot take more.");
        var comment = new CommentRow
        {
            Id = desk.NewId,
            Slug = desk.Board.Slug,
            Place = Subject.Place,
            Key = Subject.Key,
            ThreadId = Thread ?? desk.NewId,
            AuthorId = desk.Moment.Actor.MemberId,
            By = desk.Moment.Actor.Name,
            Text = text,
            Mentions = Mentions.Find(text, await BoardPeople.Read(desk.Db, desk.Board.Slug, ct)),
            WrittenAt = desk.Moment.Utc,
        };
        desk.Db.Add(comment);
        await MentionNotices.Add(desk.Db, comment, desk.Moment.Utc, ct);
        return await desk.Save(comment, ct);
    }

    private Task<bool> IsOnBoard(CommentDesk desk, CancellationToken ct) => Subject.Place == CommentPlace.Criterion
        ? desk.Db.Set<CriterionRow>().AnyAsync(c => c.ThesisId == desk.Board.Id && c.Key == Subject.Key, ct)
        : desk.Db.Set<EvidenceRow>().AnyAsync(e => e.ThesisId == desk.Board.Id && e.Key == Subject.Key, ct);
}
