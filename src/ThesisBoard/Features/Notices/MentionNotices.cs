using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Comments;

namespace ThesisBoard.Features.Notices;

/// <summary>Tells who is named in a comment, in the transaction that saves it.</summary>
internal static class MentionNotices
{
    /// <summary>Stages a notice for everybody who is mentioned and was not told of this comment yet; its author needs none.</summary>
    public static async Task Add(BoardDb db, CommentRow comment, DateTime now, CancellationToken ct)
    {
        var key = KeyOf(comment);
        var text = Notice.Fit($"{comment.By} mentioned you: {comment.Text.ReplaceLineEndings(" ")}");
        var told = await db.Notices.Where(n => n.Slug == comment.Slug && n.Key == key).ToListAsync(ct);
        foreach (var notice in told)
            notice.Text = text; // an older wording is gone from the page too
        var named = comment.Mentions.Select(m => m.Id).Where(id => id != comment.AuthorId).Except(told.Select(n => n.AccountId)).ToList();
        if (named.Count == 0)
            return;
        var modes = await db.Follows.Where(f => f.Slug == comment.Slug && named.Contains(f.AccountId)).ToDictionaryAsync(f => f.AccountId, f => f.Mode, ct);
        foreach (var id in named)
        {
            db.Add(new NoticeRow
            {
                Id = Guid.CreateVersion7(),
                AccountId = id,
                Slug = comment.Slug,
                Kind = NoticeKind.Mention,
                Key = key,
                Text = text,
                Anchor = new CommentSubject(comment.Place, comment.Key).Anchor,
                At = now,
                MailAt = Following.MailAt(modes.GetValueOrDefault(id, FollowMode.AtOnce), now),
            });
        }
    }

    /// <summary>What was said in a comment that is removed is gone here too.</summary>
    public static Task Remove(BoardDb db, CommentRow comment, CancellationToken ct)
    {
        var key = KeyOf(comment);
        return db.Notices.Where(n => n.Slug == comment.Slug && n.Key == key).ExecuteDeleteAsync(ct);
    }

    private static string KeyOf(CommentRow comment) => $"mention:{comment.Id:n}";
}
