using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ThesisBoard.Filings.Passages;

namespace ThesisBoard.Features.Filings;

/// <summary>The words of titles, questions and sentences in one form, and the words by which a text speaks of a topic.</summary>
internal static partial class TopicWords
{
    /// <summary>One word of every group makes a text speak of the topic.</summary>
    private static readonly FrozenDictionary<PassageTopic, string[][]> Groups = new Dictionary<PassageTopic, string[][]>
    {
        [PassageTopic.Debt] = [["debt", "loan"]],
        [PassageTopic.Maturity] = [["debt", "loan", "maturity"]],
        [PassageTopic.Interest] = [["interest"]],
        [PassageTopic.BitcoinSold] = [["bitcoin"], ["sold"]],
        [PassageTopic.BitcoinHeld] = [["bitcoin"], ["held", "treasury"]],
        [PassageTopic.BitcoinProduced] = [["bitcoin"], ["produced"]],
        [PassageTopic.PowerCapacity] = [["capacity", "power", "mw"]],
        [PassageTopic.Gpus] = [["gpu", "ai"]],
        [PassageTopic.Customers] = [["customer", "demand"]],
        [PassageTopic.CapitalSpending] = [["capital"], ["spent"]],
        [PassageTopic.Impairment] = [["impairment", "income"]],
        [PassageTopic.Revenue] = [["revenue"]],
        [PassageTopic.NetIncome] = [["net"], ["income"]],
        [PassageTopic.Cash] = [["cash", "liquidity"]],
        [PassageTopic.Liquidity] = [["cash", "liquidity", "solvency", "bankruptcy"]],
    }.ToFrozenDictionary();

    /// <summary>Words for one thing, by the one that stands for them.</summary>
    private static readonly FrozenDictionary<string, string> Same = Pairs(
        ("debt", "borrowing indebtedness"), ("loan", "facility"), ("bitcoin", "btc coin"), ("sold", "sell selling sale disposed disposal"),
        ("held", "hold holds holding"), ("produced", "produce production mined"), ("mining", "miner"), ("income", "loss losse profit earning"),
        ("spent", "spending expenditure spend"), ("customer", "tenant client"), ("mw", "megawatt"), ("impairment", "impaired"), ("maturity", "maturing matures"));

    private static readonly FrozenSet<string> Small =
        "a an and as at by for from in is of on or per than that the to with it its".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words of a text in one form: small letters, singular, one word for one thing. A name in capitals inside (LongTermDebt) is taken apart.</summary>
    public static HashSet<string> Of(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var match in Word().EnumerateMatches(text))
        {
            var word = text.Substring(match.Index, match.Length).ToLowerInvariant();
            if (!Small.Contains(word))
                words.Add(Form(word));
        }

        if (words.Contains("capex"))
            words.UnionWith(["capital", "spent"]);
        if (words.Contains("noncurrent"))
            words.UnionWith(["long", "term"]);
        return words;
    }

    /// <summary>One word in its form.</summary>
    public static string Form(string word)
    {
        var one = word.Length > 3 && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word;
        return Same.GetValueOrDefault(word) ?? Same.GetValueOrDefault(one) ?? one;
    }

    /// <summary>The words by which these words speak of a topic; empty when they do not.</summary>
    public static IReadOnlyList<string> Hits(PassageTopic topic, IReadOnlySet<string> words)
    {
        var hits = Groups[topic].Select(group => group.FirstOrDefault(words.Contains)).ToList();
        return hits.Contains(null) ? [] : [.. hits.OfType<string>()];
    }

    /// <summary>The word belongs to the topic's own vocabulary.</summary>
    public static bool IsOf(PassageTopic topic, string word) => Groups[topic].Any(group => group.Contains(word));

    private static FrozenDictionary<string, string> Pairs(params (string Word, string Others)[] pairs) =>
        pairs.SelectMany(p => p.Others.Split(' ').Select(other => (other, p.Word))).ToFrozenDictionary(p => p.other, p => p.Word, StringComparer.Ordinal);

    [GeneratedRegex(@"[A-Z]{2,}s?\b|[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+|[0-9]+")]
    private static partial Regex Word();
}
