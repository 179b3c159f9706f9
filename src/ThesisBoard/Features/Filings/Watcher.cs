using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data;
using ThesisBoard.Features.Members;
using ThesisBoard.Filings.Edgar;
using ThesisBoard.Sources.Sec;

namespace ThesisBoard.Features.Filings;

/// <summary>What a look at EDGAR brought: how many filings, and what went wrong, in a sentence, if anything did.</summary>
public sealed record CheckReport(int Arrived, string? Trouble);

/// <summary>
/// Brings the new filings of every watched issuer into the inboxes, each issuer once for all boards that watch it. Nothing that EDGAR or the database does
/// ends it. Meant for one node at a time; two would fetch twice and store once.
/// </summary>
public sealed partial class Watcher(
    EdgarClient edgar, EdgarContact contact, FilingFetcher fetcher, FilingShelf shelf, BoardShelf boards, EdgarOptions options, TimeProvider clock, ILogger<Watcher> log) : BackgroundService
{
    private const int MostAtOnce = 100;
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan UntilSetUp = TimeSpan.FromSeconds(15);
    private static readonly Actor Itself = Actor.Machine("EDGAR");
    private readonly SemaphoreSlim turn = new(1);
    private readonly Dictionary<long, string?> told = [];

    /// <summary>Looks at EDGAR for one board now, watched or not. Never throws for what EDGAR does.</summary>
    public async Task<CheckReport> CheckNow(Actor actor, string slug, CancellationToken ct = default) => await boards.Board(slug, ct) is not { } board
        ? new(0, "There is no such board.")
        : board.Content.Thesis.Issuer.Cik is not { } cik
        ? new(0, "The issuer has no CIK on this board, so EDGAR cannot be asked. Enter it under “Edit the thesis”.")
        : await Check(actor, cik, [slug], ct);

    /// <summary>Brings one filing of the issuer in by its number, however old it is.</summary>
    public async Task<CheckReport> Fetch(Actor actor, string slug, string accession, CancellationToken ct = default)
    {
        if (await boards.Board(slug, ct) is not { Content.Thesis.Issuer: { Cik: { } cik, Name: var name } })
            return new(0, "The issuer has no CIK on this board, so EDGAR cannot be asked. Enter it under “Edit the thesis”.");
        return await Guarded(async () => new(await Bring(actor, cik, accession.Trim(), name, null, [slug], ct), null), [slug], ct);
    }

    /// <summary>One look at every watched issuer.</summary>
    internal async Task<CheckReport> CheckAll(CancellationToken ct)
    {
        var arrived = 0;
        if (!await contact.IsReady(ct))
            return new(0, null); // nobody may ask yet
        foreach (var issuer in (await shelf.Watched(byDefault: true, ct)).GroupBy(b => b.Cik))
        {
            var report = await Check(Itself, issuer.Key, [.. issuer.Select(b => b.Slug)], ct);
            arrived += report.Arrived;
            if (report.Trouble is { } trouble && told.GetValueOrDefault(issuer.Key) != trouble)
                LookFailed(log, issuer.Key, trouble); // once, not with every check of a day without a network
            told[issuer.Key] = report.Trouble;
        }

        return new(arrived, null);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Enabled)
            return;
        try
        {
            for (var wait = AfterStart; ; wait = await CheckSafely(stoppingToken) ? Jittered(options.CheckEvery) : UntilSetUp)
                await Task.Delay(wait, clock, stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The host is stopping.
        }
    }

    /// <summary>False while nobody has named a contact: as soon as somebody does, the first look comes.</summary>
    private async Task<bool> CheckSafely(CancellationToken stopping)
    {
        try
        {
            await CheckAll(stopping);
            return await contact.IsReady(stopping);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            LookBroke(log, e); // whatever it was, the next check comes
            return true;
        }
    }

    public override void Dispose()
    {
        turn.Dispose();
        base.Dispose();
    }

    private Task<CheckReport> Check(Actor actor, long cik, IReadOnlyList<string> slugs, CancellationToken ct) => Guarded(async () =>
    {
        var since = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-options.LookBackDays);
        var list = await NewFilings.Of(edgar, cik, since, ct);
        var known = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (var slug in slugs)
            known[slug] = await shelf.Accessions(slug, ct);
        var (arrived, unread) = (0, (EdgarException?)null);
        foreach (var entry in list.Filings.Where(f => f.Filed >= since && options.Wants(f.Form)).Take(MostAtOnce).Reverse())
        {
            var lacking = slugs.Where(slug => !known[slug].Contains(entry.Accession)).ToList();
            try
            {
                if (lacking.Count > 0)
                    arrived += await Bring(actor, cik, entry.Accession, list.Company, entry, lacking, ct);
            }
            catch (EdgarException e) when (e.Trouble is EdgarTrouble.NotThere or EdgarTrouble.Malformed or EdgarTrouble.Truncated or EdgarTrouble.ForeignAddress)
            {
                unread ??= e; // this one is tried again with the next check; the others need not wait for it
            }
        }

        return new CheckReport(arrived, list.Trouble is { } trouble ? $"{trouble.Message} Its feed of the newest filings was read in place of the list." : unread?.Message);
    }, slugs, ct);

    private async Task<int> Bring(Actor actor, long cik, string accession, string company, FilingEntry? entry, List<string> slugs, CancellationToken ct)
    {
        if (await fetcher.Fetch(actor, slugs[0], cik, accession, company, entry, ct) is not { } filing)
            throw new FilingRefusedException("You may not do this with your role. Nothing was brought in.");
        var arrived = 0;
        foreach (var slug in slugs)
        {
            var result = await shelf.Save(actor, slug, new BringInFiling(filing), ct);
            if (result is not FilingResult.Saved saved)
                throw new FilingRefusedException(result.Explain());
            arrived += saved.HasChanged ? 1 : 0;
        }

        return arrived;
    }

    /// <summary>One look at a time, and whatever goes wrong is told, not thrown.</summary>
    private async Task<CheckReport> Guarded(Func<Task<CheckReport>> look, IReadOnlyList<string> slugs, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            return await look();
        }
        catch (Exception e) when (e is EdgarException or FilingRefusedException)
        {
            return new(0, e.Message);
        }
        catch (Exception e) when (e is DbException or DbUpdateException or InvalidOperationException)
        {
            LookBroke(log, e);
            return new(0, "The database did not take what EDGAR sent. It is asked again with the next check.");
        }
        finally
        {
            turn.Release();
            foreach (var slug in slugs)
                await shelf.Tell(slug, CancellationToken.None); // also of trouble: an open page says since when
        }
    }

    /// <summary>Up to a tenth more, so that many installations do not ask in step.</summary>
    private static TimeSpan Jittered(TimeSpan time) => time * (1 + (Random.Shared.NextDouble() / 10));

    [LoggerMessage(Level = LogLevel.Warning, Message = "EDGAR could not be looked up for CIK {Cik}: {Trouble}")]
    private static partial void LookFailed(ILogger log, long cik, string trouble);

    [LoggerMessage(Level = LogLevel.Error, Message = "Filings could not be brought in.")]
    private static partial void LookBroke(ILogger log, Exception e);

    /// <summary>The inbox did not take a filing, for a reason that a person can be told.</summary>
    private sealed class FilingRefusedException(string message) : Exception(message);
}
