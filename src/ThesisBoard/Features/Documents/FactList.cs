using ThesisBoard.Core.Metrics;

namespace ThesisBoard.Features.Documents;

/// <summary>One page of the facts that hold all words.</summary>
/// <param name="All">How many facts the document has, texts included.</param>
/// <param name="Numeric">How many of all are figures.</param>
/// <param name="Found">How many hold the words.</param>
/// <param name="Skipped">How many could not be resolved, with the first reasons.</param>
public sealed record FactList(IReadOnlyList<FactLine> Lines, int All, int Numeric, int Found, int Page, int Pages, int Skipped, IReadOnlyList<string> Reasons)
{
    public const int PageSize = 40;
    private const int MostReasons = 5;

    public static FactList Of(DocumentReading reading, IReadOnlyList<Metric> metrics, ReaderQuery query)
    {
        if (reading.Facts is not { } read)
            return new([], 0, 0, 0, 1, 1, 0, []);
        var onPage = (reading.Page?.Facts ?? []).ToHashSet(StringComparer.Ordinal);
        var named = FactMetrics.Of(read.Facts, metrics);
        var words = query.Facts.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = read.Facts.Select(f => FactLine.Of(f, named.GetValueOrDefault(f), onPage.Contains(f.Tag)))
            .Concat(read.TextFacts.Select(f => FactLine.Of(f, onPage.Contains(f.Tag))))
            .Where(line => words.All(line.Holds))
            .OrderByDescending(line => line.Metric is not null) // stable: else in the order of the document
            .ToList();
        var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(query.Page, 1, pages);
        return new(
            [.. found.Skip((page - 1) * PageSize).Take(PageSize)], read.Facts.Count + read.TextFacts.Count, read.Facts.Count, found.Count, page, pages,
            read.Skipped.Count, [.. read.Skipped.Take(MostReasons).Select(s => $"{s.Name}: {s.Reason}")]);
    }
}
