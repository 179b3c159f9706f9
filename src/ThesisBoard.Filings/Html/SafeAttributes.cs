using System.Buffers;
using System.Collections.Frozen;

namespace ThesisBoard.Filings.Html;

/// <summary>Which attributes a sanitised page may carry, and with which values.</summary>
internal static class SafeAttributes
{
    private const int LongestPicture = 4 * 1024 * 1024;
    private static readonly SearchValues<char> Base64 = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= \t\r\n");
    private static readonly SearchValues<char> Words = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789#%., -");
    private static readonly string[] Pictures = ["data:image/png;base64,", "data:image/jpeg;base64,", "data:image/jpg;base64,", "data:image/gif;base64,", "data:image/webp;base64,"];

    private static readonly FrozenSet<string> Plain = FrozenSet.ToFrozenSet(
        ["align", "valign", "width", "height", "border", "cellpadding", "cellspacing", "bgcolor", "color", "size", "face", "nowrap", "start", "type", "value",
         "dir", "lang", "noshade", "rules", "frame"],
        StringComparer.Ordinal);

    /// <summary>The attribute as it may be written, or <see langword="null"/>. A filer's own ids get a prefix, so that they collide with none of ours.</summary>
    public static (string Name, string Value)? Clean(string element, string name, string value) => name switch
    {
        "style" => SafeStyle.Clean(value) is { Length: > 0 } style ? ("style", style) : null,
        "id" => Anchor(value) is { } id ? ("id", id) : null,
        "name" when element == "a" => Anchor(value) is { } id ? ("id", id) : null,
        "href" when element == "a" => value.Trim() is ['#', .. var target] && Anchor(Uri.UnescapeDataString(target)) is { } id ? ("href", "#" + Uri.EscapeDataString(id)) : null,
        "src" when element == "img" => IsPicture(value) ? ("src", value) : null,
        "alt" or "title" or "summary" => (name, value),
        "colspan" or "rowspan" => int.TryParse(value, out var span) && span is > 1 and <= 1000 ? (name, value.Trim()) : null,
        _ => Plain.Contains(name) && value.Length <= 100 && !value.AsSpan().ContainsAnyExcept(Words) ? (name, value) : null,
    };

    /// <summary>A picture in the page itself, of a kind that holds no script.</summary>
    public static bool IsPicture(string? source)
    {
        if (source is null || source.Length > LongestPicture)
            return false;
        foreach (var start in Pictures)
        {
            if (source.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return !source.AsSpan(start.Length).ContainsAnyExcept(Base64);
        }
        return false;
    }

    private static string? Anchor(string id) => id.Trim() is { Length: > 0 and <= 200 } trimmed && !trimmed.Any(char.IsWhiteSpace) ? "tb-x-" + trimmed : null;
}
