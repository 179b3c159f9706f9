using Microsoft.EntityFrameworkCore;
using ThesisBoard.Core.Judging;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Reviews;

namespace ThesisBoard.Features.Notices;

/// <summary>
/// Tells who may approve it that something waits for their review, once what a criterion rests on has changed. Where the board asks for review that is every reviewer
/// but those who want to be told nothing; elsewhere those who follow it. Whoever wrote a part of it is not told: somebody else reviews that.
/// </summary>
internal static class ReviewNotices
{
    private static readonly Role[] Reviewers = [.. Enum.GetValues<Role>().Where(r => r.May(Permission.Judge))];

    /// <summary>The notices of what changed behind one version, up to another.</summary>
    public static async Task<IReadOnlyList<NoticeRow>> Of(BoardDb db, BoardContent board, long since, long upTo, DateTime now, CancellationToken ct)
    {
        var slug = board.Thesis.Slug;
        var changed = (await db.Changes.AsNoTracking().Where(c => c.Slug == slug && c.Version > since && c.Version <= upTo).Select(c => new { c.Kind, c.Key }).ToListAsync(ct))
            .Select(c => new ItemId(c.Kind, c.Key)).ToHashSet();
        var waiting = ReviewState.Of(board.Thesis, board.Record).Where(r => r.Value.Stage != ReviewStage.Approved && Touches(r.Value, changed)).ToList();
        if (waiting.Count == 0)
            return [];
        var modes = await db.Follows.AsNoTracking().Where(f => f.Slug == slug).ToDictionaryAsync(f => f.AccountId, f => f.Mode, ct);
        var items = waiting.SelectMany(w => w.Value.Basis.Items).Distinct().ToList();
        var notices = new List<NoticeRow>();
        foreach (var reviewer in await db.Accounts.AsNoTracking()
            .Where(a => Reviewers.Contains(a.Role) || db.BoardMembers.Any(m => m.Slug == slug && m.AccountId == a.Id && Reviewers.Contains(m.Role))).Select(a => a.Id).ToListAsync(ct))
        {
            var mode = modes.GetValueOrDefault(reviewer, board.Thesis.NeedsReview ? FollowMode.AtOnce : FollowMode.Off);
            if (mode == FollowMode.Off)
                continue;
            var own = (await Authorship.Of(db, slug, reviewer, items, ct)).ToHashSet();
            var theirs = waiting.Where(w => !Authorship.Open(w.Value.Basis, board.Record, w.Key, reviewer).Any(own.Contains)).ToList();
            if (theirs.Count > 0)
                notices.Add(Notice(board, reviewer, mode, theirs, upTo, now));
        }

        return notices;
    }

    /// <summary>Something that it rests on changed, or went.</summary>
    private static bool Touches(ReviewState review, HashSet<ItemId> changed) =>
        changed.Any(c => c.Kind == ItemKind.Board) || review.Basis.Items.Any(i => changed.Contains(Authorship.IdOf(i.Kind, i.Key)))
        || review.Changes.Any(c => changed.Contains(Authorship.IdOf(c.Kind, c.Key)));

    private static NoticeRow Notice(BoardContent board, Guid reviewer, FollowMode mode, List<KeyValuePair<string, ReviewState>> waits, long version, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        AccountId = reviewer,
        Slug = board.Thesis.Slug,
        Kind = NoticeKind.Review,
        Key = $"review:{version}",
        Text = Notices.Notice.Fit(waits is [var one]
            ? $"{Title(board, one.Key)} waits for your review. {one.Value.Sentence}"
            : $"{waits.Count} criteria wait for your review: {string.Join(", ", waits.Select(w => Title(board, w.Key)))}."),
        Anchor = waits is [var only] ? only.Key : "",
        At = now,
        MailAt = Following.MailAt(mode, now),
    };

    private static string Title(BoardContent board, string criterion) => BoardItems.Criteria.Get(board, criterion)?.Title ?? criterion;
}
