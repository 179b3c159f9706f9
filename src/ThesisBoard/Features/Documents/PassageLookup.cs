using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Theses;
using ThesisBoard.Filings.Texts;

namespace ThesisBoard.Features.Documents;

/// <summary>What was found of a passage. Nothing is chosen where more than one place would do.</summary>
public abstract record PassageAnswer
{
    public sealed record Found(TextRange Range) : PassageAnswer;

    /// <summary>Why not, and the places that a person may choose from.</summary>
    public sealed record Refused(string Why, IReadOnlyList<TextRange> Candidates) : PassageAnswer;
}

/// <summary>Finds the passage that somebody points at in the text of the stored document. Only white space is forgiven.</summary>
public static class PassageLookup
{
    private const int MostCandidates = 8;
    private const int LongestBlock = 600;
    private const int ShortContext = 40;

    public static PassageAnswer Find(DocumentReading reading, PassageRequest request)
    {
        var text = reading.Text;
        if (request.Fact is { } tag)
            return reading.Place(tag) is { } place ? new PassageAnswer.Found(Around(text, place)) : Nowhere("This fact is not on the page that people read: the document hides it, so there is nothing to quote.");
        if (request.Range is { } range)
            return IsQuotable(text.Text, range) ? new PassageAnswer.Found(range) : Nowhere("The document has no such place that could be quoted.");
        var exact = InkText.Bare(request.Exact);
        if (exact.Length == 0)
            return Nowhere("Nothing is selected.");
        if (request.Exact.Trim().Length > ThesisCheck.MaxQuote)
            return Nowhere($"That is too long to quote: at most {ThesisCheck.MaxQuote:N0} characters.");
        return Find(reading.Ink, exact, InkText.Bare(request.Before), InkText.Bare(request.After), request.At);
    }

    private static PassageAnswer Find(InkText ink, string exact, string before, string after, int? at)
    {
        var whole = before + exact + after;
        var places = Places(ink.Ink, whole).Select(p => p + before.Length).ToList();
        if (places.Count > 1 && at is { } said && places.Contains(said))
            places = [said];
        if (places is [var only])
            return new PassageAnswer.Found(ink.Range(new(only, exact.Length))!.Value);
        var same = places.Count > 0 ? places : Places(ink.Ink, exact);
        var ranges = same.Take(MostCandidates).Select(p => ink.Range(new(p, exact.Length))!.Value).ToList();
        return new PassageAnswer.Refused(
            ranges.Count == 0 ? "These words are not in the stored document as they were selected." : "These words stand in more than one place, or not where they were selected. Choose the one that is meant.",
            ranges);
    }

    private static bool IsQuotable(string text, TextRange range) => range.Start >= 0 && range.Length is > 0 and <= ThesisCheck.MaxQuote && range.Start <= text.Length - range.Length
        && !text.AsSpan(range.Start, range.Length).IsWhiteSpace();

    private static PassageAnswer.Refused Nowhere(string why) => new(why, []);

    private static List<int> Places(string ink, string words)
    {
        var places = new List<int>();
        for (var at = ink.IndexOf(words, StringComparison.Ordinal); at >= 0 && places.Count <= MostCandidates; at = ink.IndexOf(words, at + 1, StringComparison.Ordinal))
            places.Add(at);
        return places;
    }

    /// <summary>A figure alone says little: its row or paragraph is quoted, where that is not too long.</summary>
    private static TextRange Around(FilingText text, TextRange place)
    {
        foreach (var block in text.Blocks)
        {
            if (block.Start <= place.Start && block.Start + block.Length >= place.End)
                return block.Length <= LongestBlock ? new(block.Start, block.Length) : place;
        }

        return place;
    }

    /// <summary>A passage with a little of what stands around it, for a list of candidates.</summary>
    public static (string Before, string Exact, string After) Show(string text, TextRange range) => (
        text[Math.Max(0, range.Start - ShortContext)..range.Start],
        text.Substring(range.Start, range.Length),
        text[range.End..Math.Min(text.Length, range.End + ShortContext)]);
}
