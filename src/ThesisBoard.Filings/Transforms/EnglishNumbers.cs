using System.Globalization;
using System.Numerics;
using ThesisBoard.Filings.Text;

namespace ThesisBoard.Filings.Transforms;

/// <summary>Numbers and durations in English words, as the SEC's <c>numwordsen</c> and <c>durwordsen</c> take them.</summary>
internal static class EnglishNumbers
{
    private const string Dashes = "-\u058A\u05BE\u2010\u2011\u2012\u2013\u2014\u2015\uFE58\uFE63\uFF0D";
    private static readonly string[] Small =
    [
        "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    private static readonly string[] Scales = ["", "thousand", "million", "billion", "trillion", "quadrillion", "quintillion"];

    /// <summary>"eighteen million three hundred thousand and fifty-one" is 18300051; "none" is 0.</summary>
    public static string? Number(string text)
    {
        if (Words(text) is not { } words)
            return null;
        if (words is ["no" or "none" or "nil" or "zero"])
            return "0";
        BigInteger total = 0;
        var (at, lastScale) = (0, Scales.Length);
        while (at < words.Count)
        {
            if (words[at] == "," || (words[at] == "and" && total > 0))
                at++;
            if (Group(words, ref at) is not { } group)
                return null;
            var scale = at < words.Count ? Math.Max(Array.IndexOf(Scales, words[at]), 0) : 0;
            if (scale >= lastScale)
                return null;
            if (scale > 0)
                at++;
            total += group * BigInteger.Pow(1000, scale);
            lastScale = scale;
        }
        return lastScale == Scales.Length ? null : total.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>"twelve years, six months and four days" is P12Y6M4D; parts of zero are left out.</summary>
    public static string? Duration(string text)
    {
        if (Words(text) is not { Count: > 0 } words)
            return null;
        var (result, at, next) = ("P", 0, 0);
        while (at < words.Count)
        {
            if (at > 0 && words[at] == ",")
                at++;
            if (at > 0 && at < words.Count && words[at] == "and")
                at++;
            if (Count(words, ref at) is not { } count || at >= words.Count)
                return null;
            var unit = Array.IndexOf(["year", "month", "day"], words[at].EndsWith('s') ? words[at][..^1] : words[at]);
            if (unit < next)
                return null;
            (next, at) = (unit + 1, at + 1);
            if (count > 0)
                result += count.ToString(CultureInfo.InvariantCulture) + "YMD"[unit];
        }
        return result.Length == 1 ? "P0D" : result;
    }

    /// <summary>Up to four digits, "no", "zero", or words below 2,000.</summary>
    private static int? Count(List<string> words, ref int at)
    {
        if (at >= words.Count)
            return null;
        if (words[at] is "no" or "zero")
        {
            at++;
            return 0;
        }
        if (words[at].Length <= 4 && int.TryParse(words[at], NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
        {
            at++;
            return digits;
        }
        return Group(words, ref at);
    }

    /// <summary>"two hundred and five", "eighteen hundred", "fifty one": what may stand before a scale.</summary>
    private static int? Group(List<string> words, ref int at)
    {
        var value = BelowHundred(words, ref at);
        if (value is null or >= 20 || at >= words.Count || words[at] != "hundred")
            return value;
        at++;
        var rest = at < words.Count && words[at] == "and" ? at + 1 : at;
        var tens = BelowHundred(words, ref rest);
        if (tens is not null)
            at = rest;
        return value * 100 + (tens ?? 0);
    }

    private static int? BelowHundred(List<string> words, ref int at)
    {
        if (at >= words.Count)
            return null;
        if (Array.IndexOf(Small, words[at]) is var small and > 0)
        {
            at++;
            return small;
        }
        if (Array.IndexOf(Tens, words[at]) is not (var tens and > 0))
            return null;
        at++;
        if (at < words.Count && Array.IndexOf(Small, words[at]) is var unit and > 0 and < 10)
        {
            at++;
            return tens * 10 + unit;
        }
        return tens * 10;
    }

    /// <summary>Words in small letters, commas as words of their own; only a first letter may be a capital. Dashes join like spaces.</summary>
    private static List<string>? Words(string text)
    {
        var trimmed = XmlSpace.Trim(text);
        if (trimmed.Length == 0 || trimmed.Length > 1000 || char.IsWhiteSpace(trimmed[0]) || char.IsWhiteSpace(trimmed[^1]) || trimmed[^1] == ',')
            return null;
        var words = new List<string>();
        foreach (var part in trimmed.Replace(",", " , ", StringComparison.Ordinal).Split([' ', '\t', '\r', '\n', '\u00A0', .. Dashes], StringSplitOptions.RemoveEmptyEntries))
        {
            var word = char.ToLowerInvariant(part[0]) + part[1..];
            if (word != "," && !word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)))
                return null;
            words.Add(word);
        }
        return words;
    }
}
