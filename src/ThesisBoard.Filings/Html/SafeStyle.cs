using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace ThesisBoard.Filings.Html;

/// <summary>
/// Lets through what makes a filing look like itself (type, alignment, borders, colours, sizes) and nothing that fetches, runs,
/// positions or covers: properties and values are on lists, and a value with anything but plain words and lengths is left out.
/// </summary>
internal static class SafeStyle
{
    private const int LongestValue = 200;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Properties = FrozenSet.ToFrozenSet(
        [
            "text-align", "vertical-align", "text-indent", "text-decoration", "text-transform", "line-height", "letter-spacing", "white-space", "color",
            "background", "background-color", "font", "font-family", "font-size", "font-style", "font-variant", "font-weight", "width", "min-width",
            "max-width", "height", "min-height", "max-height", "table-layout", "border-collapse", "border-spacing", "list-style-type", "float", "clear",
            "display", "padding", "padding-top", "padding-right", "padding-bottom", "padding-left", "margin", "margin-top", "margin-right", "margin-bottom",
            "margin-left", "border", "border-top", "border-right", "border-bottom", "border-left", "border-color", "border-style", "border-width",
            "border-top-color", "border-top-style", "border-top-width", "border-right-color", "border-right-style", "border-right-width",
            "border-bottom-color", "border-bottom-style", "border-bottom-width", "border-left-color", "border-left-style", "border-left-width",
        ],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 \t\r\n#%.,-'\"!()/+");

    private static readonly SearchValues<char> Numbers = SearchValues.Create("0123456789 ,.%/");

    /// <summary>The declarations that may stay; empty if none may.</summary>
    public static string Clean(string style)
    {
        var clean = new StringBuilder();
        foreach (var range in style.AsSpan().Split(';'))
        {
            var declaration = style.AsSpan(range);
            var colon = declaration.IndexOf(':');
            if (colon <= 0)
                continue;
            var name = declaration[..colon].Trim();
            var value = declaration[(colon + 1)..].Trim();
            if (Properties.Contains(name) && IsPlain(value) && !StepsOutside(name, value))
                clean.Append(clean.Length > 0 ? ";" : "").Append(name).Append(':').Append(value);
        }
        return clean.ToString();
    }

    /// <summary>Words, lengths and colours: no address, no function but a colour's, no escape and no comment.</summary>
    private static bool IsPlain(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty || value.Length > LongestValue || value.ContainsAnyExcept(Plain) || value.IndexOf("/*", StringComparison.Ordinal) >= 0)
            return false;
        for (var rest = value; rest.IndexOf('(') is var at and >= 0;)
        {
            var close = rest.IndexOf(')');
            if (close < at || !IsColour(rest[..at]) || rest[(at + 1)..close].ContainsAnyExcept(Numbers))
                return false;
            rest = rest[(close + 1)..];
        }
        return true;
    }

    private static bool IsColour(ReadOnlySpan<char> before)
    {
        var name = before[(before.LastIndexOfAny(" ,") + 1)..];
        return name.Equals("rgb", StringComparison.OrdinalIgnoreCase) || name.Equals("rgba", StringComparison.OrdinalIgnoreCase)
            || name.Equals("hsl", StringComparison.OrdinalIgnoreCase) || name.Equals("hsla", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Negative margins and indents lay text over other text.</summary>
    private static bool StepsOutside(ReadOnlySpan<char> name, ReadOnlySpan<char> value) =>
        (name.StartsWith("margin", StringComparison.OrdinalIgnoreCase) && value.Contains('-'))
        || (name.Equals("display", StringComparison.OrdinalIgnoreCase) && value.StartsWith("none", StringComparison.OrdinalIgnoreCase));
}
