using System.Globalization;
using System.Text;

namespace ThesisBoard.Features.Documents;

/// <summary>
/// A file name as it may be kept, shown and offered for saving: the last part of whatever path was given, without control, format (such as those that turn
/// the reading direction) and other characters that a file system or a header would take for more than a letter.
/// </summary>
public static class DocumentName
{
    private const int Longest = 120;
    private const string Forbidden = "<>:\"|?*;%";

    public static string Clean(string? name, string otherwise)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var kept = new StringBuilder();
        foreach (var rune in last.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (rune == Rune.ReplacementChar || category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                continue;
            kept.Append(rune.IsAscii && Forbidden.Contains((char)rune.Value, StringComparison.Ordinal) ? "_" : category == UnicodeCategory.SpaceSeparator ? " " : $"{rune}");
        }

        var clean = kept.ToString().Trim(' ', '.');
        return clean.Length == 0 ? otherwise : Short(clean);
    }

    /// <summary>Cut in the middle, so that the ending stays.</summary>
    private static string Short(string name)
    {
        if (name.Length <= Longest)
            return name;
        var ending = Path.GetExtension(name) is { Length: <= 12 } brief ? brief : "";
        var cut = Longest - ending.Length;
        return name[..(char.IsHighSurrogate(name[cut - 1]) ? cut - 1 : cut)] + ending;
    }
}
