namespace ThesisBoard.Core.Evidence;

/// <summary>
/// An anchor's quote and context with white space folded, and the sentence that the quote stands in as far as the context shows it:
/// <c>Before + Exact + After</c> is the whole; <c>Head + Exact + Tail</c> is the sentence.
/// </summary>
internal sealed class AnchorParts
{
    private const int ShortWord = 5;

    public AnchorParts(Anchor anchor)
    {
        var quote = anchor.Exact.Trim();
        var lead = anchor.Exact.AsSpan(0, anchor.Exact.Length - anchor.Exact.TrimStart().Length);
        var trail = anchor.Exact.AsSpan(anchor.Exact.TrimEnd().Length);
        var (prefix, suffix) = (string.Concat(anchor.Prefix, lead), string.Concat(trail, anchor.Suffix));
        Exact = FoldedText.Fold(quote);
        Before = FoldedText.Fold(prefix).TrimStart();
        After = FoldedText.Fold(suffix).TrimEnd();
        var all = prefix + quote + suffix;
        Head = FoldedText.Fold(prefix[SentenceStart(all, prefix.Length)..]).TrimStart();
        Tail = FoldedText.Fold(suffix[..(SentenceEnd(all, prefix.Length + quote.Length) - prefix.Length - quote.Length)]).TrimEnd();
    }

    public string Exact { get; }

    public string Before { get; }

    public string After { get; }

    public string Head { get; }

    public string Tail { get; }

    public string Whole => Before + Exact + After;

    public string Sentence => Head + Exact + Tail;

    /// <summary>True where a sentence, a row of a table or the text itself begins: what stands before ended.</summary>
    public static bool IsBoundary(string text, int at)
    {
        var end = at;
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
            end--;
        var start = at;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        if (end == 0 || start == text.Length)
            return true;
        if (end == start)
            return false;
        return EndsSentence(text, end) ? IsOpening(text[start]) : text.AsSpan(end, start - end).Contains('\n') && (HasTabBefore(text, end) || HasTabAfter(text, start));
    }

    private static int SentenceStart(string text, int quote)
    {
        for (var at = quote; at > 0; at--)
        {
            if ((at == quote || char.IsWhiteSpace(text[at - 1])) && !char.IsWhiteSpace(text[Math.Min(at, text.Length - 1)]) && IsBoundary(text, at))
                return at;
        }

        return 0;
    }

    private static int SentenceEnd(string text, int quoteEnd)
    {
        for (var at = quoteEnd; at < text.Length; at++)
        {
            if (char.IsWhiteSpace(text[at]) && IsBoundary(text, at))
                return at;
        }

        return text.Length;
    }

    /// <summary>A full stop after a figure, a bracket or a long word; "Inc.", "No." and "U.S." end no sentence.</summary>
    private static bool EndsSentence(string text, int end)
    {
        while (end > 0 && text[end - 1] is '"' or '\u201D' or '\'' or '\u2019')
            end--;
        if (end == 0 || text[end - 1] is not ('.' or '!' or '?'))
            return false;
        if (text[end - 1] != '.')
            return true;
        var word = end - 1;
        while (word > 0 && end - 1 - word < ShortWord && char.IsLetter(text[word - 1]))
            word--;
        return end - 1 - word >= ShortWord || (word == end - 1 && word > 0 && (char.IsDigit(text[word - 1]) || text[word - 1] is ')' or '%'));
    }

    private static bool IsOpening(char c) => !char.IsLower(c);

    private static bool HasTabBefore(string text, int end)
    {
        for (var i = end - 1; i >= 0 && text[i] != '\n'; i--)
        {
            if (text[i] == '\t')
                return true;
        }

        return false;
    }

    private static bool HasTabAfter(string text, int start)
    {
        for (var i = start; i < text.Length && text[i] != '\n'; i++)
        {
            if (text[i] == '\t')
                return true;
        }

        return false;
    }
}
