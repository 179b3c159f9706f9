using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;

namespace ThesisBoard.Features.Boards;

/// <summary>One page of the evidence that a reader asked for.</summary>
/// <param name="Items">The page.</param>
/// <param name="Found">How many there are on all pages.</param>
/// <param name="Page">Which page this is, from 1; a page past the end gives the last.</param>
/// <param name="Pages">How many pages there are, at least 1.</param>
public sealed record EvidencePage(IReadOnlyList<EvidenceState> Items, int Found, int Page, int Pages);

/// <summary>Filters, searches, sorts and pages evidence that is already in memory. One page is rendered, whatever the number of items.</summary>
public static class EvidenceSearch
{
    public const int PageSize = 20;

    public static EvidencePage Find(IReadOnlyList<EvidenceState> evidence, BoardQuery query)
    {
        var words = query.Words?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
        var found = evidence.Where(e => IsAskedFor(e, query) && words.All(word => Mentions(e, word))).ToList();
        var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(query.Page, 1, pages);
        return new([.. Sort(found, query.Sort).Skip((page - 1) * PageSize).Take(PageSize)], found.Count, page, pages);
    }

    /// <summary>By strength or date; equal ones by key, so that a page never shows an item twice.</summary>
    public static IEnumerable<EvidenceState> Sort(IEnumerable<EvidenceState> evidence, EvidenceSort sort) => sort switch
    {
        EvidenceSort.Newest => evidence.OrderByDescending(e => e.Published.Date).ThenBy(e => e.Item.Key, StringComparer.Ordinal),
        EvidenceSort.Oldest => evidence.OrderBy(e => e.Published.Date).ThenBy(e => e.Item.Key, StringComparer.Ordinal),
        _ => evidence.OrderByDescending(e => e.Grade).ThenByDescending(e => e.Published.Date).ThenBy(e => e.Item.Key, StringComparer.Ordinal),
    };

    private static bool IsAskedFor(EvidenceState e, BoardQuery query) =>
        (query.Grade is null || e.Grade == query.Grade)
        && (query.Source is null || e.Source.Key == query.Source)
        && ((query.Criterion is null && query.Stance is null)
            || e.Item.Stances.Any(s => (query.Criterion is null || s.Criterion == query.Criterion) && (query.Stance is null || s.Stance == query.Stance)));

    private static bool Mentions(EvidenceState e, string word) =>
        Has(e.Item.Claim, word) || Has(e.Item.Quote, word) || Has(e.Item.Note, word) || Has(e.Source.Title, word) || Has(e.Source.Publisher, word);

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
