using System.Globalization;
using System.Text;

namespace ThesisBoard.Features.Editing;

/// <summary>Makes the stable name of a new item from what people call it.</summary>
public static class Keys
{
    private const int Longest = 56;

    /// <summary>"Long-term debt" is "long-term-debt"; one that is taken gets a number.</summary>
    public static string From(string title, IEnumerable<string> taken)
    {
        var bare = Bare(title);
        var known = taken.ToHashSet(StringComparer.Ordinal);
        if (!known.Contains(bare))
            return bare;
        for (var number = 2; ; number++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{bare}-{number}");
            if (!known.Contains(key))
                return key;
        }
    }

    private static string Bare(string title)
    {
        var key = new StringBuilder();
        foreach (var c in title.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
                key.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && key.Length > 0 && key[^1] != '-')
                key.Append('-');
            if (key.Length >= Longest)
                break;
        }

        var text = key.ToString().Trim('-');
        return text.Any(char.IsAsciiLetter) ? text : text.Length == 0 ? "item" : $"item-{text}";
    }
}
