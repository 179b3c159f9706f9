using System.Text.RegularExpressions;

namespace ThesisBoard.Features.Filings;

/// <summary>
/// What of a text can name a metric. A hyphenated compound is another word, "non-cash" no cash, unless the metric's title has all of its parts; and
/// "net cash provided by operating activities" names a flow, not the cash that is there, unless the title says so too.
/// </summary>
internal static partial class NamedMetric
{
    /// <summary>Words of those phrases that tell nothing of the flow.</summary>
    private static readonly string[] Plain = ["net", "cash"];

    /// <summary>The text with everything else blanked, so that places stay what they are.</summary>
    /// <param name="words">The words of the metric's title, in one form.</param>
    public static string In(string text, IReadOnlySet<string> words)
    {
        var whole = Compound().Replace(text, m => TopicWords.Of(m.Value).IsSubsetOf(words) ? m.Value : Blank(m));
        return words.Contains("cash") ? CashMoving().Replace(whole, m => TopicWords.Of(m.Value).Except(Plain).Any(words.Contains) ? m.Value : Blank(m)) : whole;
    }

    private static string Blank(Match match) => new(' ', match.Length);

    [GeneratedRegex(@"\p{L}[\p{L}\p{N}]*(?:[-\u2010\u2011]\p{L}[\p{L}\p{N}]*)+")]
    private static partial Regex Compound();

    [GeneratedRegex(
        @"\b(?:net\s+)?cash\s+(?:(?:in|out)?flows?|(?:(?:was|were|is|has\s+been)\s+)?(?:provided|used|generated|paid|received|spent)|from\s+(?:operat|invest|financ)\w+|(?:payment|proceed|consideration|compensation|dividend|expense|expenditure|charge|cost|interest|tax)(?:s|es)?)\b"
        + @"|\b(?:increase|decrease|change|reduction|decline)s?\s+in\s+cash\b|\brestricted\s+cash\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex CashMoving();
}
