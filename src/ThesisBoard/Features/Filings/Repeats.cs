namespace ThesisBoard.Features.Filings;

/// <summary>A filing says the same again in its notes, its risks and its discussion.</summary>
internal static class Repeats
{
    /// <summary>Of the words of two passages so much is the same where one says the other again: "we" for "the Company" makes no new passage.</summary>
    private const double Alike = 0.75;

    /// <summary>Without passages in nearly the same words as an earlier one, unless they have a figure more.</summary>
    public static List<PassageFinding> Once(IEnumerable<PassageFinding> passages)
    {
        var (kept, said) = (new List<PassageFinding>(), new Dictionary<FilingDocument, List<(HashSet<string> Words, HashSet<string> Figures)>>());
        foreach (var passage in passages)
        {
            var figures = Split(passage, w => w.Any(char.IsAsciiDigit)).Select(w => w.Trim('$', '(', ')', ',', '.')).ToHashSet(StringComparer.Ordinal);
            var words = Split(passage, w => w.Any(char.IsLetter)).Select(w => new string([.. w.Where(char.IsLetter).Select(char.ToLowerInvariant)])).ToHashSet(StringComparer.Ordinal);
            if (!said.TryGetValue(passage.Document, out var before))
                said[passage.Document] = before = [];
            if (passage.OnFile is null && before.Exists(b => figures.IsSubsetOf(b.Figures) && AreAlike(words, b.Words)))
                continue;
            before.Add((words, figures));
            kept.Add(passage);
        }

        return kept;
    }

    private static IEnumerable<string> Split(PassageFinding passage, Func<string, bool> isWanted) =>
        passage.Passage.Text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Where(isWanted);

    private static bool AreAlike(HashSet<string> one, HashSet<string> other)
    {
        var (fewer, more) = one.Count < other.Count ? (one, other) : (other, one);
        if (fewer.Count < Alike * more.Count)
            return false;
        var shared = fewer.Count(more.Contains);
        return shared >= Alike * (fewer.Count + more.Count - shared);
    }
}
