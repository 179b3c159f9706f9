using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Features.Boards;
using ThesisBoard.Filings;

namespace ThesisBoard.Features.Documents;

/// <summary>What a link to the reader asks for.</summary>
/// <param name="Facts">Words that the facts shown must hold.</param>
/// <param name="Evidence">The evidence item whose passage is shown.</param>
/// <param name="Fact">The tag of the fact at which the document opens.</param>
public sealed record ReaderQuery(string Facts = "", int Page = 1, string Evidence = "", string Fact = "")
{
    private const int LongestWords = 200;

    public static ReaderQuery Of(IQueryCollection query) => new(
        Cut(query["facts"]),
        int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Max(1, page) : 1,
        Cut(query["evidence"]),
        Cut(query["fact"]));

    private static string Cut(string? text) => (text ?? "").Trim() is { Length: > LongestWords } longer ? longer[..LongestWords] : (text ?? "").Trim();
}

/// <summary>Every link to stored documents.</summary>
public static class DocumentUrls
{
    /// <summary>The stored bytes.</summary>
    public static string Bytes(Sha256 hash) => $"/documents/{hash.Hex}";

    /// <summary>The sanitised document, for the reader's frame.</summary>
    public static string Page(Sha256 hash) => $"/documents/{hash.Hex}/page";

    /// <summary>The sanitised document at a tagged fact; where the fact has no place on it, from its beginning.</summary>
    public static string PageAt(Sha256 hash, string fact) => fact.Length == 0 ? Page(hash) : $"{Page(hash)}#{Uri.EscapeDataString("tb-f-" + InkText.Bare(fact))}";

    /// <summary>A tagged fact in the reader: the document opens at it, and the panel lists the facts of its concept, should it be hidden.</summary>
    public static string Fact(string slug, Sha256 hash, Fact fact) => Reader(slug, hash, new(Facts: fact.Name, Fact: fact.Tag));

    /// <summary>The document in the reader.</summary>
    public static string Reader(string slug, Sha256 hash, ReaderQuery? query = null) => ReaderAt(BoardUrls.Board(slug), hash, query);

    /// <summary>The document as the reader of a board at this address has it: in the reader, or by a share link as its page alone.</summary>
    public static string ReaderAt(string board, Sha256 hash, ReaderQuery? query = null)
    {
        var path = $"{board}/documents/{hash.Hex}";
        return query is null ? path : QueryHelpers.AddQueryString(path, Parameters(query));
    }

    /// <summary>The evidence of one document looked up in a newer one.</summary>
    public static string Compare(string slug, Sha256 old, Sha256 newer) => $"{Reader(slug, old)}/compare/{newer.Hex}";

    private static IEnumerable<KeyValuePair<string, string?>> Parameters(ReaderQuery query)
    {
        if (query.Facts.Length > 0)
            yield return new("facts", query.Facts);
        if (query.Page > 1)
            yield return new("page", query.Page.ToString(CultureInfo.InvariantCulture));
        if (query.Evidence.Length > 0)
            yield return new("evidence", query.Evidence);
        if (query.Fact.Length > 0)
            yield return new("fact", query.Fact);
    }
}
