using System.Collections.Frozen;

namespace ThesisBoard.Filings.Passages;

/// <summary>Finds terms in a sentence's words. Looked up by first word, so a word costs the few terms that begin with it.</summary>
internal sealed class TermSearch
{
    private readonly FrozenDictionary<string, (string Group, string Term, string[] Words)[]> byFirst;

    public TermSearch(IReadOnlyDictionary<string, string[]> terms) => byFirst = terms
        .SelectMany(g => g.Value.Select(t => (Group: g.Key, Term: t, Words: t.Split(' '))))
        .GroupBy(t => t.Words[0])
        .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(t => t.Words.Length).ToArray(), StringComparer.Ordinal);

    /// <summary>Every term of every group, longer ones before the shorter that they hold; each group's hits do not overlap.</summary>
    public List<(string Group, TermHit Hit)> In(Tokens tokens)
    {
        var hits = new List<(string, TermHit)>();
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens.Word(i) is not { Length: > 0 } word)
                continue;
            Add(word, i);
            if (word.Length > 3 && word[^1] == 's')
                Add(word[..^1], i);
        }

        return hits;

        void Add(string first, int at)
        {
            foreach (var (group, term, words) in byFirst.GetValueOrDefault(first) ?? [])
            {
                if (taken.GetValueOrDefault(group) > at || End(tokens, at, words) is not (var end and > 0))
                    continue;
                taken[group] = end;
                hits.Add((group, new(term, tokens[at].Start, tokens[end - 1].End - tokens[at].Start)));
            }
        }
    }

    /// <summary>The token after the term, or 0. Hyphens between its words do not count.</summary>
    private static int End(Tokens tokens, int at, string[] words)
    {
        var next = at + 1;
        for (var w = 1; w < words.Length; w++, next++)
        {
            if (tokens.IsMark(next, "-\u2010\u2011\u2013"))
                next++;
            var word = tokens.Word(next);
            if (word != words[w] && !(word.Length == words[w].Length + 1 && word[^1] == 's' && word.StartsWith(words[w], StringComparison.Ordinal)))
                return 0;
        }

        return next;
    }
}
