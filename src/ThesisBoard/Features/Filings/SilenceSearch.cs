using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Filings;

/// <summary>A document with the filing that it is of.</summary>
public sealed record FiledDocument(Filing Filing, FilingDocument Document)
{
    /// <summary>What it is called in a search: "Form 6-K of 29 May 2026, EX-99.1".</summary>
    public string Name => $"{FindingsForm.Describe(Filing)}, {(Document.Exhibit.Length > 0 ? Document.Exhibit : Document.Name)}";

    /// <summary>The day on which the world could know it, as far as is known.</summary>
    public DateOnly Day => FilingSource.Known(Filing);
}

/// <summary>A term that stands in a document, with the words around it.</summary>
public sealed record SearchHit(FiledDocument In, string Term, string Before, string Words, string After);

/// <summary>What came of a search.</summary>
/// <param name="Searched">The documents whose text was looked through.</param>
/// <param name="Unread">Documents without text that can be read: they were not looked through.</param>
/// <param name="More">Further hits, counted and not listed.</param>
/// <param name="Pending">Documents that are still being read; until there is none, nothing can be said of silence.</param>
public sealed record SearchRun(
    IReadOnlyList<string> Terms, IReadOnlyList<FiledDocument> Searched, IReadOnlyList<FiledDocument> Unread, IReadOnlyList<SearchHit> Hits, int More, int Pending)
{
    /// <summary>Something was looked through, all of it, and no term stands there.</summary>
    public bool IsSilent => Hits.Count == 0 && Pending == 0 && Searched.Count > 0;
}

/// <summary>A search on file, looked at again in the light of what was filed since.</summary>
public sealed record SearchAgain(EvidenceItem Item, SearchRun Newer);

/// <summary>Looks for terms in the documents of a board's filings. Bounded in time: what could not be read in it is named, and read on.</summary>
public sealed class SilenceSearch(FilingShelf shelf, FilingReadings readings)
{
    private const int MostHits = 60;
    private const int HitsPerTerm = 3;
    private const int Around = 110;

    /// <summary>The documents that can be searched, newest filing first: those of filings that are neither held back nor put aside.</summary>
    public async Task<IReadOnlyList<FiledDocument>> Documents(Actor actor, string slug, CancellationToken ct) =>
        [.. (await shelf.Everything(actor, slug, ct))
            .Where(f => f.State is FilingState.New or FilingState.Done)
            .SelectMany(f => f.Documents, (f, d) => new FiledDocument(f, d))
            .OrderByDescending(d => d.Day).ThenBy(d => d.Filing.Id).ThenBy(d => d.Document.Ordinal)
            .DistinctBy(d => d.Document.Hash)
            .Take(NullSearch.MaxDocuments)];

    /// <summary>The terms of a typed text: one a line, each once.</summary>
    public static IReadOnlyList<string> Terms(string? typed) =>
        [.. (typed ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(t => string.Join(' ', t.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .Where(t => t.Length <= TermsInText.LongestTerm && t.Any(char.IsLetterOrDigit))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(NullSearch.MaxTerms)];

    /// <summary>Runs the search.</summary>
    public async Task<SearchRun> Run(IReadOnlyList<FiledDocument> documents, IReadOnlyList<string> terms, int yearEnd, TimeSpan patience, CancellationToken ct)
    {
        var (searched, unread, hits, more, pending) = (new List<FiledDocument>(), new List<FiledDocument>(), new List<SearchHit>(), 0, 0);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(ct);
        time.CancelAfter(patience);
        foreach (var document in documents)
        {
            try
            {
                if ((await readings.Document(document.Document.Hash, yearEnd, time.Token)).Text is not { Text: { Length: > 0 } text })
                {
                    unread.Add(document);
                    continue;
                }

                searched.Add(document);
                foreach (var (term, place, index) in terms.SelectMany(t => TermsInText.Find(text, t, HitsPerTerm + 1).Select((p, i) => (t, p, i))))
                {
                    if (index < HitsPerTerm && hits.Count < MostHits)
                        hits.Add(Hit(document, text, term, place));
                    else
                        more++;
                }
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                pending++;
            }
        }

        return new(terms, searched, unread, hits, more, pending);
    }

    /// <summary>The documents that were filed on or after the day of the newest one searched, or came since, and were not searched.</summary>
    public static IReadOnlyList<FiledDocument> NewerThan(NullSearch search, IReadOnlyList<FiledDocument> documents)
    {
        var known = search.Documents.Select(d => d.Hash).ToHashSet();
        var last = documents.Where(d => known.Contains(d.Document.Hash)).Select(d => d.Day).DefaultIfEmpty(search.At.Date).Max();
        return [.. documents.Where(d => !known.Contains(d.Document.Hash) && (d.Day >= last || d.Filing.ArrivedAt > search.At.Utc))];
    }

    private static SearchHit Hit(FiledDocument document, string text, string term, TermPlace place)
    {
        var (from, end) = (Math.Max(0, place.Start - Around), place.Start + place.Length);
        var to = Math.Min(text.Length, end + Around);
        return new(document, term, Plain(text[from..place.Start], from > 0, false), text[place.Start..end], Plain(text[end..to], false, to < text.Length));
    }

    private static string Plain(string text, bool cutBefore, bool cutAfter) =>
        (cutBefore ? "… " : "") + text.Replace('\n', ' ').Replace('\t', ' ') + (cutAfter ? " …" : "");
}
