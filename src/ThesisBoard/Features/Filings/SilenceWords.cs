using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Features.Filings;

/// <summary>Sentences about searches without a hit.</summary>
public static class SilenceWords
{
    /// <summary>The claim that a search proves, built from its terms and documents.</summary>
    public static string Claim(string issuer, SearchRun run)
    {
        var days = run.Searched.Select(d => d.Day).ToList();
        var (first, last) = (days.Min(), days.Max());
        var when = first == last ? $"of {Figures.Date(first)}" : $"of {Figures.Date(first)} to {Figures.Date(last)}";
        var claim = $"{(run.Searched.Count == 1 ? "The document" : $"None of {run.Searched.Count} documents")} of {issuer} {when} {(run.Searched.Count == 1 ? "does not mention" : "mentions")} {Quoted(run.Terms)}.";
        return claim.Length <= ThesisCheck.MaxText ? claim : claim[..(ThesisCheck.MaxText - 1)] + "…";
    }

    /// <summary>A search in a line: terms, documents, by whom, when.</summary>
    public static string Of(NullSearch search) =>
        $"Searched for {Quoted(search.Terms)} in {Figures.Count(search.Documents.Count, "document")}, no hit; by {search.By}, {Figures.Moment(search.At.Utc)}";

    /// <summary>“a”, “b” or “c”.</summary>
    public static string Quoted(IReadOnlyList<string> terms) => terms.Count == 1
        ? $"“{terms[0]}”"
        : $"{string.Join(", ", terms.Take(terms.Count - 1).Select(t => $"“{t}”"))} or “{terms[^1]}”";

    internal static IReadOnlyList<SearchedDocument> Named(IReadOnlyList<FiledDocument> documents) =>
        [.. documents.Select(d => new SearchedDocument(d.Document.Hash, d.Name.Length <= ThesisCheck.MaxTitle ? d.Name : d.Name[..ThesisCheck.MaxTitle]))];
}
