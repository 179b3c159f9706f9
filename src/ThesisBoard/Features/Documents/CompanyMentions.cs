using System.Globalization;
using System.Text.RegularExpressions;
using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Filings;

namespace ThesisBoard.Features.Documents;

/// <summary>A company as a text names it; what it does not say is empty.</summary>
internal sealed record NamedCompany(string Name, long? Cik);

/// <summary>
/// Whose a text is that has neither tags nor a cover page, such as a press release: by "(NYSE: CANG)" and by a CIK that it states. A text that names the issuer
/// anywhere is not taken for another's, since releases name partners and customers too.
/// </summary>
internal static partial class CompanyMentions
{
    /// <summary>A release says whose it is in its first lines.</summary>
    private const int Beginning = 6_000;
    private const int LongestName = 100;

    public static NamedCompany Of(string text, Issuer issuer)
    {
        if (issuer.Ticker.Length > 0 && Listing().EnumerateMatches(text) is var listings && AnyIs(text, listings, issuer.Ticker))
            return new(issuer.Name, null);
        var beginning = text[..Math.Min(Beginning, text.Length)];
        if (StatedCik().Match(beginning) is { Success: true } stated && long.TryParse(stated.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var cik))
            return new(cik == issuer.Cik ? issuer.Name : "", cik);
        return !EntityCheck.Names(text, issuer.Name) && Listing().Match(beginning) is { Success: true } listing ? new(Before(beginning, listing), null) : new("", null);
    }

    private static bool AnyIs(string text, Regex.ValueMatchEnumerator listings, string ticker)
    {
        foreach (var found in listings)
        {
            var listing = text.AsSpan(found.Index, found.Length);
            if (listing[(listing.IndexOf(':') + 1)..].Trim().Equals(ticker, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>The name that stands before the bracket: the words back to the first that is neither capitalised nor small between such; else the listing itself.</summary>
    private static string Before(string text, Match listing)
    {
        var line = text[(text.LastIndexOf('\n', listing.Index) + 1)..listing.Index];
        var open = line.LastIndexOf('(');
        var words = (open < 0 ? line : line[..open]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var first = words.Length;
        while (first > 0 && (char.IsUpper(words[first - 1][0]) || words[first - 1] is "of" or "and" or "the" or "&") && !(first < words.Length && words[first - 1] is [.., '.' or ':' or ';'] && words[first - 1].Length > 4))
            first--;
        var name = string.Join(' ', words[first..].SkipWhile(w => w is "of" or "and" or "the" or "--" or "-")).Trim(' ', ',', '“', '"');
        return name.Length is > 1 and <= LongestName ? name : listing.Value;
    }

    [GeneratedRegex(@"\b(?:NYSE(?:\s+(?:American|Arca|MKT))?|N(?:ASDAQ|asdaq)(?:\s*(?:GS|GM|CM))?|AMEX|TSXV?|TSX-V|LSE|AIM|ASX|HKEX|SEHK|OTCQX|OTCQB)\s*:\s*[A-Z][A-Z0-9]{0,5}(?:\.[A-Z]{1,2})?\b")]
    private static partial Regex Listing();

    [GeneratedRegex(@"\b(?:CIK|Central\s+Index\s+Key)\s*(?:No\.?|Number|Code)?\s*[:#]?\s*(\d{6,10})\b", RegexOptions.IgnoreCase)]
    private static partial Regex StatedCik();
}
