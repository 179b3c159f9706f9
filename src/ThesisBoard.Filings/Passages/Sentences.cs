using System.Collections.Frozen;
using ThesisBoard.Filings.Texts;

namespace ThesisBoard.Filings.Passages;

/// <summary>A sentence, a list item, a heading or a table row.</summary>
internal readonly record struct Sentence(int Start, int End, TextBlockKind Kind, bool IsBoilerplate, int Table);

/// <summary>Cuts a document into sentences and says which stand in text that every filing carries.</summary>
internal static class Sentences
{
    private const int MaxHeading = 120;

    private static readonly FrozenSet<string> Abbreviations = "inc corp ltd co no nos mr ms mrs dr vs approx e.g i.e u.s etc st fig art sec jan feb mar apr jun jul aug sept sep oct nov dec"
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] BoilerplateHeadings =
    [
        "safe harbor", "safe harbour", "forward-looking", "forward looking", "cautionary", "non-gaap", "use of non", "exchange rate", "conference call", "webcast", "investor relations", "media contact", "contacts", "about ",
    ];

    private static readonly string[] BoilerplateWords =
        ["forward-looking statement", "private securities litigation reform act", "differ materially", "non-gaap financial measure", "undertakes no obligation", "were translated into u.s. dollars", "noon buying rate"];

    /// <summary>In the order of the text, none longer than <see cref="FigureReader.MaxSentence"/>.</summary>
    public static IEnumerable<Sentence> Of(FilingText filing)
    {
        var isBoilerplate = false;
        foreach (var block in filing.Blocks)
        {
            var words = filing.Text.Substring(block.Start, Math.Min(block.Length, FigureReader.MaxSentence));
            if (block.Kind != TextBlockKind.TableRow && IsHeading(block, words))
                isBoilerplate = BoilerplateHeadings.Any(h => words.StartsWith(h, StringComparison.OrdinalIgnoreCase) || (h.Length > 8 && words.Contains(h, StringComparison.OrdinalIgnoreCase)));
            var isMarked = isBoilerplate || BoilerplateWords.Any(w => words.Contains(w, StringComparison.OrdinalIgnoreCase));
            var end = block.Start + block.Length;
            for (var start = block.Start; start < end;)
            {
                var stop = block.Kind == TextBlockKind.TableRow ? Math.Min(end, start + FigureReader.MaxSentence) : End(filing.Text, start, end);
                if (stop > start)
                    yield return new(start, stop, block.Kind, isMarked, block.Table);
                start = stop;
                while (start < end && char.IsWhiteSpace(filing.Text[start]))
                    start++;
            }
        }
    }

    /// <summary>A heading by the document's mark-up, or a short line that ends no sentence and begins like a title.</summary>
    private static bool IsHeading(TextBlock block, string words) =>
        block.Kind == TextBlockKind.Heading
        || (block.Length is > 2 and <= MaxHeading && block.Kind == TextBlockKind.Paragraph && char.IsUpper(words[0]) && words[^1] is not ('.' or ',' or ';') && !words.AsSpan().ContainsAnyInRange('0', '9'));

    private static int End(string text, int start, int end)
    {
        var most = Math.Min(end, start + FigureReader.MaxSentence);
        for (var i = start; i < most; i++)
        {
            if (text[i] is '.' or '!' or '?' or '\u3002' && IsEnd(text, start, i, end))
                return AfterQuotes(text, i + 1, most);
        }

        if (most == end)
            return end;
        var space = text.LastIndexOf(' ', most - 1, most - start);
        return space > start ? space : most;
    }

    private static bool IsEnd(string text, int start, int at, int end)
    {
        var next = AfterQuotes(text, at + 1, end);
        if (next < end && !char.IsWhiteSpace(text[next]))
            return false;
        while (next < end && char.IsWhiteSpace(text[next]))
            next++;
        if (next < end && char.IsLower(text[next]))
            return false;
        if (text[at] != '.')
            return true;
        var word = at;
        while (word > start && at - word < 8 && !char.IsWhiteSpace(text[word - 1]) && text[word - 1] is not '(')
            word--;
        var last = text[word..at];
        var isInitial = last.Length == 1 && char.IsUpper(last[0]);
        return next >= end || !(isInitial || Abbreviations.Contains(last.ToLowerInvariant()));
    }

    private static int AfterQuotes(string text, int at, int end)
    {
        while (at < end && text[at] is '"' or '\u201D' or '\'' or '\u2019' or ')')
            at++;
        return at;
    }
}
