using System.Globalization;
using System.Text.RegularExpressions;

namespace ThesisBoard.Filings.Texts;

/// <summary>
/// The day on which a filing says that it was signed: "Date: May 2, 2025" in its signature block, which the forms under the Exchange Act end with. The filing was
/// public on that day at the earliest, and as a rule within days of it.
/// </summary>
public static partial class SignatureDate
{
    /// <summary>A signature block is a heading, a sentence, and the date beside a name.</summary>
    private const int LongestBlock = 4_000;
    private const int LongestHeading = 40;

    /// <summary>The date in the last signature block; null where there is no block, or no whole date in it.</summary>
    public static DateOnly? Of(FilingText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var index = text.Blocks.Count - 1;
        while (index >= 0 && (text.Blocks[index].Length > LongestHeading || !Heading().IsMatch(text.Of(text.Blocks[index]))))
            index--;
        if (index < 0)
            return null;
        var start = text.Blocks[index].Start;
        var found = Dated().Match(text.Text.Substring(start, Math.Min(LongestBlock, text.Text.Length - start)));
        return found.Success && DateOnly.TryParseExact(
            found.Groups[1].Value.Replace(",", "", StringComparison.Ordinal), "MMMM d yyyy", CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date) ? date : null;
    }

    [GeneratedRegex(@"^\s*signatures?\s*$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\bdated?:\s+((?:January|February|March|April|May|June|July|August|September|October|November|December)\s+[0-9]{1,2},?\s+[0-9]{4})\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Dated();
}
