using Microsoft.EntityFrameworkCore;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Boards;
using ThesisBoard.Shell;

namespace ThesisBoard.Features.Notices;

/// <summary>
/// Compares a board with how it stood when its followers were last told, and tells them what is new, in one transaction with that. A standing may turn by the
/// passing of a date alone. However many nodes look, what was told is told once: the row of the last time carries a version, and every notice a key.
/// </summary>
public sealed class NoticeTaking(IDbContextFactory<BoardDb> databases, BoardReader boards, NoticeShelf shelf, TimeProvider clock)
{
    /// <returns>How many notices were made.</returns>
    public async Task<int> Look(string slug, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        if (await boards.Read(slug, DateOnly.FromDateTime(now), ct) is not { } board)
            return 0;
        if (!board.State.Thesis.NeedsReview && !await db.Follows.AnyAsync(f => f.Slug == slug && f.Mode != FollowMode.Off, ct))
        {
            await db.Noticed.Where(n => n.Slug == slug).ExecuteDeleteAsync(ct); // who begins to follow it later is not told what happened before
            return 0;
        }

        var told = await db.Noticed.FirstOrDefaultAsync(n => n.Slug == slug, ct);
        if (told is not null && (told.Version > board.Version || told.On > board.State.AsOf))
            return 0; // another node knows more than this one does yet
        var notices = told is null ? [] : await Gather(db, told, board, now, ct);
        if (told is not null && told.Version < board.Version && await boards.ReadForEdit(slug, ct) is { } stored)
            notices.AddRange(await ReviewNotices.Of(db, stored.Content, told.Version, board.Version, now, ct));
        db.AddRange(notices);
        if (told is null)
            db.Add(told = new() { Slug = slug });
        (told.Version, told.On, told.Verdict) = (board.Version, board.State.AsOf, board.State.Verdict);
        told.Standings = board.State.Criteria.ToDictionary(c => c.Key, c => c.Standing, StringComparer.Ordinal);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (BoardTransaction.IsRace(e))
        {
            return 0; // another node told them
        }

        foreach (var notice in notices)
            shelf.Forget(notice.AccountId);
        return notices.Count;
    }

    private static async Task<List<NoticeRow>> Gather(BoardDb db, NoticedRow told, BoardSnapshot board, DateTime now, CancellationToken ct)
    {
        var followers = await db.Follows.AsNoTracking().Where(f => f.Slug == told.Slug && f.Mode != FollowMode.Off).ToListAsync(ct);
        if (followers.Count == 0)
            return [];
        var changes = board.Version == told.Version ? [] : await db.Changes.AsNoTracking().Where(c => c.Slug == told.Slug && c.Version > told.Version)
            .Select(c => new Change(c.Version, c.MemberId, c.Kind, c.Key, c.Before == null)).ToListAsync(ct);
        var moves = Moves(told, board).ToList();
        var fresh = changes.Where(c => c.Kind == ItemKind.Evidence && c.IsNew).DistinctBy(c => c.Key)
            .Join(board.State.Evidence, c => c.Key, e => e.Item.Key, (c, e) => (By: c.MemberId, News: new News(NoticeKind.Evidence, $"evidence:{c.Version}:{c.Key}", $"New evidence: {e.Item.Claim}", $"e-{c.Key}"))).ToList();
        var known = await KnownDeadlines(db, told.Slug, ct);
        var notices = new List<NoticeRow>();
        foreach (var follower in followers)
        {
            var isOwnDoing = told.On == board.State.AsOf && changes.Count > 0 && changes.All(c => c.MemberId == follower.AccountId);
            var news = (isOwnDoing ? [] : moves).Concat(fresh.Where(f => f.By != follower.AccountId).Select(f => f.News))
                .Concat(Deadlines(board.State, follower.DaysAhead).Where(d => !known.Contains((follower.AccountId, d.Key))));
            notices.AddRange(news.Select(n => Row(told.Slug, follower, n, now)));
        }

        return notices;
    }

    private static IEnumerable<News> Moves(NoticedRow told, BoardSnapshot board)
    {
        var (state, stamp) = (board.State, $"{board.Version}:{BoardUrls.Date(board.State.AsOf)}");
        if (state.Verdict != told.Verdict)
            yield return new(NoticeKind.Verdict, $"verdict:{stamp}", $"The verdict moved from {StandingLook.Of(told.Verdict).Word} to {StandingLook.Of(state.Verdict).Word}. {state.Reason}", "");
        foreach (var criterion in state.Criteria)
        {
            if (told.Standings.TryGetValue(criterion.Key, out var before) && before != criterion.Standing)
                yield return new(NoticeKind.Standing, $"standing:{stamp}:{criterion.Key}", $"{criterion.Title} moved from {StandingLook.Of(before).Word} to {StandingLook.Of(criterion.Standing).Word}. {criterion.Reason}", criterion.Key);
        }
    }

    private static IEnumerable<News> Deadlines(BoardState state, int daysAhead) =>
        from criterion in state.Criteria
        where criterion.IsOpen && criterion.Due is { } due && due >= state.AsOf && due.DayNumber - state.AsOf.DayNumber <= daysAhead
        select new News(
            NoticeKind.Deadline, $"due:{BoardUrls.Date(criterion.Due!.Value)}:{criterion.Key}",
            $"{criterion.Title} is due on {Figures.Date(criterion.Due.Value)}{(criterion.IsDueEstimated ? ", as estimated" : "")}, and is {StandingLook.Of(criterion.Standing).Word}.", criterion.Key);

    private static async Task<HashSet<(Guid, string)>> KnownDeadlines(BoardDb db, string slug, CancellationToken ct) =>
        [.. (await db.Notices.Where(n => n.Slug == slug && n.Kind == NoticeKind.Deadline).Select(n => new { n.AccountId, n.Key }).ToListAsync(ct)).Select(n => (n.AccountId, n.Key))];

    private static NoticeRow Row(string slug, FollowRow follower, News news, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        AccountId = follower.AccountId,
        Slug = slug,
        Kind = news.Kind,
        Key = news.Key,
        Text = Notice.Fit(news.Text),
        Anchor = news.Anchor,
        At = now,
        MailAt = Following.MailAt(follower.Mode, now),
    };

    private sealed record Change(long Version, Guid? MemberId, ItemKind Kind, string Key, bool IsNew);

    private sealed record News(NoticeKind Kind, string Key, string Text, string Anchor);
}
