namespace ThesisBoard.Filings.Html;

/// <summary>What a <c>style</c> attribute says that matters to the text.</summary>
internal static class HtmlStyle
{
    public static bool IsHidden(string? style) =>
        style is not null && style.Contains("none", StringComparison.OrdinalIgnoreCase)
        && Value(style, "display") is { } display && display.StartsWith("none", StringComparison.OrdinalIgnoreCase);

    /// <summary>Bold, not bold, or nothing said.</summary>
    public static bool? IsBold(string? style)
    {
        if (style is null || Value(style, "font-weight") is not { } weight)
            return null;
        return weight.StartsWith("bold", StringComparison.OrdinalIgnoreCase) || weight is ['6' or '7' or '8' or '9', '0', '0', ..];
    }

    /// <summary>The value of the last declaration of a property, or <see langword="null"/>.</summary>
    private static string? Value(string style, string property)
    {
        string? found = null;
        foreach (var range in style.AsSpan().Split(';'))
        {
            var declaration = style.AsSpan(range);
            var colon = declaration.IndexOf(':');
            if (colon > 0 && declaration[..colon].Trim().Equals(property, StringComparison.OrdinalIgnoreCase))
                found = declaration[(colon + 1)..].Trim().ToString();
        }
        return found;
    }
}
