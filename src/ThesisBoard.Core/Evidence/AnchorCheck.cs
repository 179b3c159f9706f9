using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Evidence;

/// <summary>
/// Looks an anchor up again, in its document or in a newer version of it. Strict: differences of white space are forgiven and nothing else.
/// </summary>
/// <remarks>
/// <para>Why <see cref="AnchorState.Moved"/> is never a lookalike. It asks for all of this: the whole sentence (or table row) around the quote is there word for
/// word, begins and ends as a sentence there, and stands in the text once; the whole context of one side, at least <see cref="AnchorMaker.MinContext"/>
/// characters, stands beside it; and the two sides of the context do not meet anywhere around other words or none, which would show that the passage was
/// changed or taken out in its own place. <see cref="AnchorMaker"/> keeps a side of that length only where it was unique in the document,
/// so a twin that stood there all along cannot pass for it.</para>
/// <para>Time and memory are linear in text and anchor: a fixed number of passes.</para>
/// </remarks>
public static class AnchorCheck
{
    private const int MaxCandidates = 10;
    private const int MaxShown = 500;
    private const int MaxPlaces = 1_000;
    private const int Parts = 3;
    private const int MinPart = 12;

    /// <summary>What became of the anchor in this text.</summary>
    /// <param name="anchor">The quote with its context.</param>
    /// <param name="hash">The SHA-256 of the bytes that the text was read from.</param>
    /// <param name="text">The text, as the reader of documents gives it.</param>
    public static AnchorFinding Of(Anchor anchor, Sha256 hash, string text)
    {
        var parts = new AnchorParts(anchor);
        var page = new FoldedText(text);
        var desk = new Desk(parts, page, text, anchor.Document == hash);
        var whole = Quotes(parts, page.Folded, parts.Whole, parts.Before.Length);
        if (whole.Count > 0)
            return whole.Count == 1 ? desk.Found(AnchorState.Exact, whole[0], []) : desk.Lost(AnchorLoss.Ambiguous, whole, CandidateKind.WholeContext);
        var between = Between(parts, page.Folded);
        var same = Quotes(parts, page.Folded, parts.Exact, 0);
        if (between.Count > 1)
            return desk.Lost(AnchorLoss.Ambiguous, between, CandidateKind.SameContext);
        if (between.Count == 1)
        {
            var isGone = page.Folded.AsSpan(between[0].Start, between[0].Length).IsWhiteSpace();
            return isGone ? desk.Lost(AnchorLoss.Removed, same, CandidateKind.SameWords) : desk.Found(AnchorState.Changed, between[0], same);
        }

        if (Moved(parts, page, text) is { } place)
            return desk.Found(AnchorState.Moved, place, []);
        return same.Count > 0
            ? desk.Lost(AnchorLoss.Absent, same, CandidateKind.SameWords)
            : desk.Lost(AnchorLoss.Absent, PartsOf(parts, page.Folded), CandidateKind.PartOfQuote);
    }

    /// <summary>The one place of the sentence, if the context of one side stands beside it whole.</summary>
    private static TextRange? Moved(AnchorParts parts, FoldedText page, string text)
    {
        var sentence = Quotes(parts, page.Folded, parts.Sentence, parts.Head.Length);
        if (sentence.Count != 1)
            return null;
        var quote = sentence[0];
        var (left, right) = (
            Beside(page.Folded, quote.Start - parts.Before.Length, parts.Before),
            Beside(page.Folded, quote.End, parts.After));
        var bounds = page.Places([new(quote.Start - parts.Head.Length, parts.Sentence.Length)])[0];
        var isSentence = (left || AnchorParts.IsBoundary(text, bounds.Start)) && (right || AnchorParts.IsBoundary(text, bounds.End));
        return isSentence && (left || right) ? quote : null;
    }

    private static bool Beside(string folded, int at, string context) =>
        context.Length is >= AnchorMaker.MinContext and <= AnchorMaker.MaxUniqueSide && at >= 0 && at + context.Length <= folded.Length && folded.AsSpan(at, context.Length).SequenceEqual(context);

    /// <summary>What stands between both sides of the context, wherever they are the nearest to each other.</summary>
    private static List<TextRange> Between(AnchorParts parts, string folded)
    {
        var gaps = new List<TextRange>();
        if (parts.Before.Trim().Length < AnchorMaker.MinSide || parts.After.Trim().Length < AnchorMaker.MinSide)
            return gaps;
        var befores = WordSearch.Places(folded, parts.Before.TrimEnd());
        var afters = WordSearch.Places(folded, parts.After.TrimStart());
        var widest = parts.Exact.Length * 4 + MaxShown;
        var (next, last) = (0, -1);
        foreach (var after in afters)
        {
            var nearest = -1;
            for (; next < befores.Count && befores[next] + parts.Before.TrimEnd().Length <= after; next++)
                nearest = befores[next] + parts.Before.TrimEnd().Length;
            if (nearest > last && after - nearest <= widest)
                gaps.Add(Trimmed(folded, nearest, after));
            last = Math.Max(last, nearest);
        }

        return gaps;
    }

    private static TextRange Trimmed(string folded, int start, int end)
    {
        while (start < end && folded[start] == ' ')
            start++;
        while (end > start && folded[end - 1] == ' ')
            end--;
        return TextRange.Between(start, end);
    }

    /// <summary>Where the quote stands within each place of the pattern. Without context on a side, it must not begin or end inside a word or a figure.</summary>
    private static List<TextRange> Quotes(AnchorParts parts, string folded, string pattern, int lead) =>
        [.. WordSearch.Places(folded, pattern, MaxPlaces)
            .Where(at => (lead > 0 || TokenEdges.Begins(folded, at)) && (pattern.Length > lead + parts.Exact.Length || TokenEdges.Ends(folded, at + pattern.Length)))
            .Select(at => new TextRange(at + lead, parts.Exact.Length))];

    private static List<TextRange> PartsOf(AnchorParts parts, string folded)
    {
        var length = parts.Exact.Length / Parts;
        if (length < MinPart)
            return [];
        return [.. Enumerable.Range(0, Parts)
            .SelectMany(i => WordSearch.Places(folded, parts.Exact.Substring(i * length, length), MaxCandidates).Select(at => new TextRange(at, length)))
            .OrderBy(r => r.Start)
            .DistinctBy(r => r.Start / Math.Max(parts.Exact.Length * 2, 1))];
    }

    /// <summary>Turns places of the folded text into places of the text.</summary>
    private sealed class Desk(AnchorParts parts, FoldedText page, string text, bool isSame)
    {
        public AnchorFinding Found(AnchorState state, TextRange place, IReadOnlyList<TextRange> same)
        {
            var range = page.Places([place])[0];
            return new(state, isSame) { Place = range, Found = text.Substring(range.Start, range.Length), Candidates = Candidates(same, CandidateKind.SameWords) };
        }

        public AnchorFinding Lost(AnchorLoss loss, IReadOnlyList<TextRange> candidates, CandidateKind kind) =>
            new(AnchorState.Lost, isSame) { Loss = loss, Candidates = Candidates(parts.Exact.Length == 0 ? [] : candidates, kind) };

        private List<AnchorCandidate> Candidates(IReadOnlyList<TextRange> places, CandidateKind kind) =>
            [.. page.Places([.. places.Take(MaxCandidates)]).Select(r => new AnchorCandidate(r, kind, text.Substring(r.Start, Math.Min(r.Length, MaxShown))))];
    }
}
