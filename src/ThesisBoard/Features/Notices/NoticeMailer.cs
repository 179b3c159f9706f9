using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Members;
using ThesisBoard.Shell;
using ThesisBoard.Sources.Mail;

namespace ThesisBoard.Features.Notices;

/// <summary>
/// Mails what is due: all of one member and one board in one letter. A node claims the notices in the database before it sends, so that no other sends them too;
/// what could not be sent is tried again, ever more seldom. A node that is killed between sending and noting it makes a second letter: that is the one case.
/// </summary>
public sealed class NoticeMailer(
    IDbContextFactory<BoardDb> databases, AccessShelf access, BoardShelf boards, Mailer mailer, UnsubscribeLinks links, SiteAddress site, IServer server, TimeProvider clock)
{
    private const int MostAtOnce = 50;
    private const int MostAttempts = 8;

    /// <summary>What is older is no news, such as when mail is set up later.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(3);
    private static readonly TimeSpan ClaimTime = TimeSpan.FromMinutes(5);

    /// <summary>Sends what is due now.</summary>
    /// <returns>How many letters the mail server has taken.</returns>
    public async Task<int> Send(CancellationToken ct = default)
    {
        if (!mailer.IsReady)
            return 0;
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await Due(db, now).GroupBy(n => new { n.AccountId, n.Slug }).Select(g => new { g.Key.AccountId, g.Key.Slug, First = g.Min(n => n.MailAt) })
            .OrderBy(g => g.First).Take(MostAtOnce).ToListAsync(ct);
        var sent = 0;
        foreach (var letter in due)
            sent += await Send(db, letter.AccountId, letter.Slug, ct) ? 1 : 0;
        return sent;
    }

    private static IQueryable<NoticeRow> Due(BoardDb db, DateTime now) => db.Notices.Where(n => n.MailAt <= now && (n.ClaimedUntil == null || n.ClaimedUntil < now));

    private async Task<bool> Send(BoardDb db, Guid account, string slug, CancellationToken ct)
    {
        var (claim, now) = (Guid.NewGuid(), clock.GetUtcNow().UtcDateTime);
        if (await Due(db, now).Where(n => n.AccountId == account && n.Slug == slug)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.Claim, (Guid?)claim).SetProperty(n => n.ClaimedUntil, (DateTime?)(now + ClaimTime)), ct) == 0)
            return false; // another node was faster
        var claimed = db.Notices.Where(n => n.Claim == claim);
        var rows = (await claimed.AsNoTracking().OrderBy(n => n.At).ThenBy(n => n.Id).ToListAsync(ct)).Where(n => now - n.At < Stale).ToList();
        var letter = rows.Count == 0 ? null : await Compose(db, account, slug, rows, ct);
        if (letter is null || await mailer.Send(letter, ct) is MailResult.Sent or MailResult.NotSetUp)
        {
            await claimed.ExecuteUpdateAsync(set => set.SetProperty(n => n.MailAt, (DateTime?)null).SetProperty(n => n.Claim, (Guid?)null).SetProperty(n => n.ClaimedUntil, (DateTime?)null), ct);
            return letter is not null;
        }

        var attempts = rows.Max(n => n.Attempts) + 1;
        DateTime? again = attempts < MostAttempts ? clock.GetUtcNow().UtcDateTime.AddMinutes(Math.Pow(2, attempts)) : null;
        await claimed.ExecuteUpdateAsync(
            set => set.SetProperty(n => n.MailAt, again).SetProperty(n => n.Attempts, attempts).SetProperty(n => n.Claim, (Guid?)null).SetProperty(n => n.ClaimedUntil, (DateTime?)null), ct);
        return false;
    }

    /// <summary>Null when there is nobody to write to, or nothing that the member may still read.</summary>
    private async Task<Letter?> Compose(BoardDb db, Guid account, string slug, IReadOnlyList<NoticeRow> rows, CancellationToken ct)
    {
        var to = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == account && a.EmailConfirmed, ct);
        if (to?.Email is not { } address || await boards.Board(slug, ct) is not { } board)
            return null;
        var (reader, settled) = (Actor.Member(to), await access.Of(slug, ct));
        var readable = rows.Where(n => NoticeShelf.MayRead(settled, reader, n.Kind)).ToList();
        if (readable.Count == 0)
            return null;
        var title = board.Content.Thesis.Title;
        var end = site.Of(NoticeUrls.Unsubscribe(links.Token(account, slug)), server);
        var lines = readable.Select(n => $"- {n.Text}\n  {site.Of(NoticeUrls.To(slug, n.Kind, n.Anchor), server)}");
        return new(
            address,
            readable.Count == 1 ? $"{title}: {readable[0].Text}" : $"{title}: {readable.Count} news",
            $"{title}\n\n{string.Join("\n\n", lines)}\n\nNo more mail about this board, with one click:\n{end}\n",
            end);
    }
}
