using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Evidence;

/// <summary>Makes an anchor from a stretch of a document's text.</summary>
/// <remarks>
/// A side of the context begins with at least <see cref="MinContext"/> characters and grows, to word edges, until quote and side together stand in the text once.
/// A side that cannot be made unique within <see cref="MaxContext"/> is kept shorter than <see cref="MinContext"/>: it helps a reader, and carries no
/// <see cref="AnchorState.Moved"/>. Both sides grow to the limit where only the whole is unique.
/// </remarks>
public static class AnchorMaker
{
    /// <summary>The characters of context that a side needs to carry a move alone.</summary>
    public const int MinContext = 32;

    /// <summary>The longest context of a side, in characters.</summary>
    public const int MaxContext = 1_000;

    /// <summary>The fewest characters of context on each side between which a change is told.</summary>
    internal const int MinSide = 12;

    /// <summary>The longest side that was made unique; a longer one is there because only the whole is unique, and carries no move.</summary>
    internal const int MaxUniqueSide = 512 + WordSlack;

    private const int WordSlack = 24;

    /// <summary>The anchor of a stretch. White space at its ends is left out.</summary>
    /// <exception cref="ArgumentException">The stretch holds only white space, is longer than a quotation may be, or lies outside of the text.</exception>
    public static Anchor Of(Sha256 document, string text, TextRange range, string? accession = null, string? exhibit = null)
    {
        if (range.Start < 0 || range.Length < 0 || range.End > text.Length)
            throw new ArgumentException("The stretch lies outside of the text.", nameof(range));
        var quote = text.AsSpan(range.Start, range.Length);
        var start = range.Start + (quote.Length - quote.TrimStart().Length);
        var end = Math.Max(start, range.Start + quote.TrimEnd().Length);
        if (end == start || end - start > ThesisCheck.MaxQuote)
            throw new ArgumentException($"A quotation has 1 to {ThesisCheck.MaxQuote} characters that can be seen.", nameof(range));
        var prefix = Side(text, start, end, isBefore: true);
        var suffix = Side(text, start, end, isBefore: false);
        var anchor = new Anchor(document, text[start..end], prefix, suffix, accession, exhibit);
        return IsUnique(text, prefix + text[start..end] + suffix) ? anchor : anchor with { Prefix = Before(text, start, MaxContext), Suffix = After(text, end, MaxContext) };
    }

    private static string Side(string text, int start, int end, bool isBefore)
    {
        for (var length = MinContext; length <= MaxUniqueSide - WordSlack; length *= 2)
        {
            var side = isBefore ? Before(text, start, length) : After(text, end, length);
            var isAll = isBefore ? side.Length == start : end + side.Length == text.Length;
            if (FoldedText.Fold(side).Trim().Length >= MinContext && IsUnique(text, isBefore ? side + text[start..end] : text[start..end] + side))
                return side;
            if (isAll)
                break;
        }

        return isBefore ? Before(text, start, MinContext - WordSlack - 1) : After(text, end, MinContext - WordSlack - 1);
    }

    private static bool IsUnique(string text, string passage) => WordSearch.Places(text, passage, 2).Count == 1;

    private static string Before(string text, int start, int length)
    {
        var from = Math.Max(0, start - Math.Min(length, MaxContext - WordSlack));
        for (var slack = WordSlack; slack > 0 && from > 0 && !char.IsWhiteSpace(text[from - 1]); slack--)
            from--;
        if (from > 0 && char.IsSurrogatePair(text[from - 1], text[from]))
            from++;
        return text[from..start];
    }

    private static string After(string text, int end, int length)
    {
        var to = Math.Min(text.Length, end + Math.Min(length, MaxContext - WordSlack));
        for (var slack = WordSlack; slack > 0 && to < text.Length && !char.IsWhiteSpace(text[to]); slack--)
            to++;
        if (to < text.Length && char.IsSurrogatePair(text[to - 1], text[to]))
            to--;
        return text[end..to];
    }
}
