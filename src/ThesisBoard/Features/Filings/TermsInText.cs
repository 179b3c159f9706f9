namespace ThesisBoard.Features.Filings;

/// <summary>A term in a text.</summary>
public readonly record struct TermPlace(int Start, int Length);

/// <summary>
/// Looks for terms the way a person reads: capitals and the amount of white space do not count, a term begins and ends with a word, and its last word may
/// stand in the plural. No patterns: every other character stands for itself.
/// </summary>
public static class TermsInText
{
    public const int LongestTerm = 200;

    /// <summary>The first places, in the order of the text.</summary>
    public static IReadOnlyList<TermPlace> Find(string text, string term, int most)
    {
        var words = term.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var found = new List<TermPlace>();
        if (words.Length == 0 || term.Length > LongestTerm)
            return found;
        for (var at = 0; found.Count < most && (at = text.IndexOf(words[0], at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            if (Begins(text, at, words[0]) && End(text, at, words) is var end and > 0)
                found.Add(new(at, end - at));
        }

        return found;
    }

    /// <summary>Where the term ends that begins here; 0 when it does not stand here.</summary>
    private static int End(string text, int at, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (i > 0)
            {
                var next = at;
                while (next < text.Length && char.IsWhiteSpace(text[next]))
                    next++;
                if (next == at)
                    return 0;
                at = next;
            }

            if (string.Compare(text, at, words[i], 0, words[i].Length, StringComparison.OrdinalIgnoreCase) != 0)
                return 0;
            at += words[i].Length;
        }

        if (!char.IsLetterOrDigit(text[at - 1]) || Ends(text, at))
            return at;
        return IsLetter(text, at, 's') && Ends(text, at + 1) ? at + 1 : IsLetter(text, at, 'e') && IsLetter(text, at + 1, 's') && Ends(text, at + 2) ? at + 2 : 0;
    }

    private static bool Begins(string text, int at, string word) => at == 0 || !char.IsLetterOrDigit(word[0]) || !char.IsLetterOrDigit(text[at - 1]);

    private static bool Ends(string text, int at) => at >= text.Length || !char.IsLetterOrDigit(text[at]);

    private static bool IsLetter(string text, int at, char letter) => at < text.Length && char.ToLowerInvariant(text[at]) == letter;
}
