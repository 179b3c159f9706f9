using ThesisBoard.Filings;
using ThesisBoard.Filings.Edgar;

namespace ThesisBoard.Sources.Sec;

/// <summary>
/// The SEC's list of tickers, fetched when somebody looks a company up and kept for a day. When EDGAR cannot be asked, the list that was last on file does:
/// tickers seldom change.
/// </summary>
internal sealed class CompanyList(EdgarClient edgar, EdgarCache cache, EdgarOptions options, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Trust = TimeSpan.FromDays(1);

    /// <summary>After a failure the list on file is not doubted for so long, so that nobody waits for EDGAR at every try.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    /// <summary>Where a list is on file, a newer one is not waited for longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);
    private readonly SemaphoreSlim turn = new(1);
    private (IReadOnlyList<ListedCompany> Companies, DateTimeOffset Until)? known;

    /// <summary>The companies, the largest first.</summary>
    /// <exception cref="EdgarException">EDGAR gave no answer, and no list is on file.</exception>
    public async Task<IReadOnlyList<ListedCompany>> All(CancellationToken ct = default)
    {
        await turn.WaitAsync(ct);
        try
        {
            if (known is { } now && clock.GetUtcNow() < now.Until)
                return now.Companies;
            known = await Ask(ct);
            return known.Value.Companies;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<(IReadOnlyList<ListedCompany> Companies, DateTimeOffset Until)> Ask(CancellationToken ct)
    {
        var old = known?.Companies ?? await OnFile(ct);
        using var limit = new CancellationTokenSource(old is null ? Timeout.InfiniteTimeSpan : Patience, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            return (await edgar.Companies(end.Token), clock.GetUtcNow() + Trust);
        }
        catch (Exception e) when (old is not null && (e is EdgarException || (e is OperationCanceledException && !ct.IsCancellationRequested)))
        {
            return (old, clock.GetUtcNow() + Rest);
        }
    }

    private async Task<IReadOnlyList<ListedCompany>?> OnFile(CancellationToken ct)
    {
        if (await cache.Find(EdgarClient.CompaniesAddress(options).AbsoluteUri, ct) is not { } answer)
            return null;
        try
        {
            return CompanyTickersReader.Read(new MemoryStream(answer.Body, writable: false), cancellation: ct);
        }
        catch (FilingException)
        {
            return null;
        }
    }
}
