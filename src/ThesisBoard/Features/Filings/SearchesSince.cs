using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Data;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Filings;

/// <summary>What became of a search without a hit in the filings that came since.</summary>
/// <param name="Newer">Documents that came since and were not searched then.</param>
/// <param name="Pending">Those of them that are still being read.</param>
/// <param name="Hits">How often the terms stand in them.</param>
public sealed record SearchSince(int Newer, int Pending, int Hits);

/// <summary>Looks again, for the board, at the searches that are evidence: once for every state of the board and its inbox, whoever looks at it.</summary>
public sealed class SearchesSince(SilenceSearch search) : IDisposable
{
    private const int MostBoards = 500;
    private const int MostSearches = 25;

    /// <summary>The board does not wait for documents to be read; they are read on, and the next look knows.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);
    private static readonly Dictionary<string, SearchSince> None = [];
    private readonly SharedCache<(string Slug, long Version, DateOnly AsOf, string Stamp), IReadOnlyDictionary<string, SearchSince>> known = new(MostBoards, _ => 1);

    /// <param name="stamp">Differs whenever the inbox does.</param>
    public async ValueTask<IReadOnlyDictionary<string, SearchSince>> Of(Actor actor, BoardState board, long version, string stamp, CancellationToken ct)
    {
        var items = board.Evidence.Select(e => e.Item).Where(i => i.Search is not null).Take(MostSearches).ToList();
        if (items.Count == 0)
            return None;
        var key = (board.Thesis.Slug, version, board.AsOf, stamp);
        if (known.Peek(key) is { } ready)
            return ready;
        var found = await Look(actor, board, items, ct);
        if (found.Values.All(s => s.Pending == 0))
            known.Put(key, found);
        return found;
    }

    public void Dispose() => known.Dispose();

    private async Task<Dictionary<string, SearchSince>> Look(Actor actor, BoardState board, List<EvidenceItem> items, CancellationToken ct)
    {
        var documents = await search.Documents(actor, board.Thesis.Slug, ct);
        var found = new Dictionary<string, SearchSince>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var newer = SilenceSearch.NewerThan(item.Search!, documents);
            if (newer.Count == 0)
                continue;
            var run = await search.Run(newer, item.Search!.Terms, board.Thesis.Issuer.Filer.FiscalYearEndMonth, Patience, ct);
            found[item.Key] = new(newer.Count, run.Pending, run.Hits.Count + run.More);
        }

        return found;
    }
}
