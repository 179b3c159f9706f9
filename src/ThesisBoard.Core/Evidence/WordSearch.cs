namespace ThesisBoard.Core.Evidence;

/// <summary>
/// All places of a word sequence in a text, by Knuth, Morris and Pratt (SIAM J. Comput. 6, 1977): text plus pattern steps, whatever both hold,
/// where the usual search takes their product on hostile input.
/// </summary>
internal static class WordSearch
{
    /// <summary>The first places, overlapping ones included; at most <paramref name="most"/> of them. An empty pattern is nowhere.</summary>
    public static IReadOnlyList<int> Places(string text, string pattern, int most = int.MaxValue)
    {
        var places = new List<int>();
        if (pattern.Length == 0 || pattern.Length > text.Length)
            return places;
        var back = Borders(pattern);
        var matched = 0;
        for (var i = 0; i < text.Length && places.Count < most; i++)
        {
            while (matched > 0 && text[i] != pattern[matched])
                matched = back[matched - 1];
            if (text[i] == pattern[matched])
                matched++;
            if (matched != pattern.Length)
                continue;
            places.Add(i + 1 - matched);
            matched = back[matched - 1];
        }

        return places;
    }

    /// <summary>For each beginning of the pattern, the length of its longest end that is also a beginning.</summary>
    private static int[] Borders(string pattern)
    {
        var back = new int[pattern.Length];
        for (int i = 1, length = 0; i < pattern.Length; i++)
        {
            while (length > 0 && pattern[i] != pattern[length])
                length = back[length - 1];
            if (pattern[i] == pattern[length])
                length++;
            back[i] = length;
        }

        return back;
    }
}
