using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Members;
using ThesisBoard.Live;

namespace ThesisBoard.Features.Filings;

/// <summary>The inboxes of all boards: what arrived, and what became of it. Members read them; nothing in them is on the record.</summary>
public sealed class FilingShelf(IDbContextFactory<BoardDb> databases, BoardShelf boards, BoardChanges changes, TimeProvider clock)
{
    public const int PageSize = 50;
    private const int MostSearched = 500;
    private const int Attempts = 5;

    /// <summary>How long a count is believed without asking: another process may have written.</summary>
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(10);
    private static readonly InboxCount Empty = new(0, 0, "0");
    private readonly ConcurrentDictionary<string, (InboxCount Count, DateTimeOffset At)> counts = Counts(changes);

    /// <summary>Does the write, or says why not, and tells the open pages.</summary>
    public async Task<FilingResult> Save(Actor actor, string slug, FilingWrite write, CancellationToken ct = default)
    {
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await Announce(slug, await Attempt(actor, slug, write, ct), ct);
                }
                catch (DbUpdateException e) when (attempt < Attempts && BoardTransaction.IsRace(e))
                {
                    // Somebody else saved first: look again and decide anew.
                }
            }
        }
        catch (Exception e) when (BoardTransaction.Refusal(e) is { } message)
        {
            return new FilingResult.Failed(message);
        }
    }

    /// <summary>A page of the inbox: what waits first, then by arrival, newest first; null when the actor may not see it or there is no such board.</summary>
    public async Task<InboxList?> Inbox(Actor actor, string slug, int page = 1, CancellationToken ct = default)
    {
        if (!actor.May(Permission.ReadFilings) || await boards.Version(slug, ct) is null)
            return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var inbox = Of(db, slug);
        var total = await inbox.CountAsync(ct);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var shown = Math.Clamp(page, 1, pages);
        var rows = await inbox
            .OrderBy(f => f.State == FilingState.New || f.State == FilingState.Held ? 0 : 1)
            .ThenByDescending(f => f.ArrivedAt).ThenByDescending(f => f.Filed).ThenBy(f => f.Id)
            .Skip((shown - 1) * PageSize).Take(PageSize)
            .ToListAsync(ct);
        return new(await Filled(db, rows, ct), total, shown, pages);
    }

    /// <summary>The newest filings of the inbox, in whatever state, to find a document among; nothing when the actor may not see it.</summary>
    public async Task<IReadOnlyList<Filing>> Everything(Actor actor, string slug, CancellationToken ct = default)
    {
        if (!actor.May(Permission.ReadFilings))
            return [];
        await using var db = await databases.CreateDbContextAsync(ct);
        return await Filled(db, await Of(db, slug).OrderByDescending(f => f.ArrivedAt).ThenBy(f => f.Id).Take(MostSearched).ToListAsync(ct), ct);
    }

    /// <summary>One filing with its documents; null when the actor may not see it or it is not in this inbox.</summary>
    public async Task<Filing?> Read(Actor actor, string slug, Guid id, CancellationToken ct = default)
    {
        if (!actor.May(Permission.ReadFilings))
            return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await Of(db, slug).Where(f => f.Id == id).ToListAsync(ct);
        return await Filled(db, rows, ct) is [var filing] ? filing : null;
    }

    /// <summary>How much waits; read at most every few seconds, and after every write of this process.</summary>
    public async ValueTask<InboxCount> Count(string slug, CancellationToken ct = default)
    {
        if (counts.TryGetValue(slug, out var known) && clock.GetUtcNow() - known.At < Trust)
            return known.Count;
        var at = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var states = await Of(db, slug).GroupBy(f => f.State).Select(g => new { g.Key, Count = g.Count(), Last = g.Max(f => f.ChangedAt) }).ToListAsync(ct);
        var count = states.Count == 0 ? Empty : new(
            states.Where(s => s.Key == FilingState.New).Sum(s => s.Count),
            states.Where(s => s.Key == FilingState.Held).Sum(s => s.Count),
            string.Join('-', states.OrderBy(s => s.Key).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key}{s.Count}.{s.Last.Ticks}"))));
        counts[slug] = (count, at);
        return count;
    }

    /// <summary>Lets the open pages look whether something of the inbox, or of what is around it, is new.</summary>
    internal async Task Tell(string slug, CancellationToken ct)
    {
        counts.TryRemove(slug, out _);
        if (await boards.Version(slug, ct) is { } version)
            changes.Publish(new(slug, version));
    }

    /// <summary>What somebody decided about watching the issuer; null when nobody did.</summary>
    public async Task<IssuerWatch?> Watch(string slug, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await (from w in db.Watches.AsNoTracking()
                      join t in db.Theses on w.Slug equals t.Slug
                      where t.Slug == slug
                      select new IssuerWatch(w.IsOn, w.ChangedAt, w.ChangedBy)).FirstOrDefaultAsync(ct);
    }

    /// <summary>The boards whose issuer has a CIK and is watched: by decision, or for want of one by <paramref name="byDefault"/>.</summary>
    internal async Task<IReadOnlyList<WatchedBoard>> Watched(bool byDefault, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var all = await (from t in db.Theses.AsNoTracking()
                         join w in db.Watches on t.Slug equals w.Slug into decided
                         from w in decided.DefaultIfEmpty()
                         where t.Cik != null
                         orderby t.Slug
                         select new { t.Slug, t.Cik, IsOn = (bool?)w.IsOn }).ToListAsync(ct);
        return [.. all.Where(b => b.IsOn ?? byDefault).Select(b => new WatchedBoard(b.Slug, b.Cik!.Value))];
    }

    /// <summary>The accession numbers that are in the inbox of a board, in whatever state.</summary>
    internal async Task<IReadOnlySet<string>> Accessions(string slug, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return (await Of(db, slug).Where(f => f.Accession != null).Select(f => f.Accession!).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
    }

    private async Task<FilingResult> Attempt(Actor actor, string slug, FilingWrite write, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!(await RolesNow.Of(db, actor, slug, ct)).May(write.Needs))
            return new FilingResult.Denied(write.Needs);
        return await BoardStore.Find(db, slug, ct) is { } board
            ? await write.Apply(new(db, board, new(clock.GetUtcNow().UtcDateTime, actor)), ct)
            : new FilingResult.Missing("There is no such board.");
    }

    private async Task<FilingResult> Announce(string slug, FilingResult result, CancellationToken ct)
    {
        if (result is FilingResult.Saved { HasChanged: true })
            await Tell(slug, ct);
        return result;
    }

    /// <summary>What another node wrote is counted anew.</summary>
    private static ConcurrentDictionary<string, (InboxCount Count, DateTimeOffset At)> Counts(BoardChanges changes)
    {
        var counts = new ConcurrentDictionary<string, (InboxCount Count, DateTimeOffset At)>(StringComparer.Ordinal);
        changes.Elsewhere(slug => counts.TryRemove(slug, out _));
        return counts;
    }

    /// <summary>The inbox of a board. What a removed board left waits for its return, and nobody sees it meanwhile.</summary>
    private static IQueryable<FilingRow> Of(BoardDb db, string slug) => db.Filings.AsNoTracking().Where(f => f.Slug == slug);

    private static async Task<IReadOnlyList<Filing>> Filled(BoardDb db, List<FilingRow> rows, CancellationToken ct)
    {
        var ids = rows.Select(f => f.Id).ToList();
        var documents = await (from d in db.Set<FilingDocumentRow>().AsNoTracking()
                               join kept in db.Documents on d.Hash equals kept.Hash
                               where ids.Contains(d.FilingId)
                               orderby d.Ordinal
                               select new { Row = d, kept.MediaType, kept.Length }).ToListAsync(ct);
        var byFiling = documents.ToLookup(d => d.Row.FilingId, d => new FilingDocument(
            d.Row.Ordinal, Sha256.Parse(d.Row.Hash), d.Row.Exhibit, d.Row.Name, d.Row.Description, d.Row.Url, d.MediaType, d.Length));
        return [.. rows.Select(f => new Filing(
            f.Id, f.Accession, f.Form, f.Title, f.Filed, f.PeriodEnd, f.Cik, f.CompanyName, f.Url, f.Origin, f.State, f.Warning,
            f.ArrivedAt, f.By, f.ChangedAt, f.ChangedBy, [.. byFiling[f.Id]]))];
    }
}
