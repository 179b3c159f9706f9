using System.Text;
using System.Text.RegularExpressions;
using ThesisBoard.Filings.Text;

namespace ThesisBoard.Filings.Transforms;

/// <summary>Numbers, fixed values and booleans of the registries.</summary>
internal static class NumberTransforms
{
    private const string Dashes = "-\u002D\u058A\u05BE\u2010\u2011\u2012\u2013\u2014\u2015\uFE58\uFE63\uFF0D";
    private const string Apostrophes = "'`\u00B4\u2019\u2032";

    /// <summary>Registry 1 (2010-04-20): one transform for each pair of separators.</summary>
    public static IEnumerable<(string Name, TextTransform Transform)> First =>
    [
        ("numcomma", Strict("^[0-9]+(,[0-9]+)?$", ',')),
        ("numcommadot", Strict("^[0-9]{1,3}(,[0-9]{3})*([.][0-9]+)?$", '.')),
        ("numdotcomma", Strict("^[0-9]{1,3}([.][0-9]{3})*(,[0-9]+)?$", ',')),
        ("numspacecomma", Strict("^[0-9]{1,3}([ \u00A0][0-9]{3})*(,[0-9]+)?$", ',')),
        ("numspacedot", Strict("^[0-9]{1,3}([ \u00A0][0-9]{3})*([.][0-9]+)?$", '.')),
        ("numdash", text => XmlSpace.Trim(text) == "-" ? "0" : null),
    ];

    /// <summary>Registry 2 (2011-07-31).</summary>
    public static IEnumerable<(string Name, TextTransform Transform)> Second =>
    [
        ("booleanfalse", _ => "false"),
        ("booleantrue", _ => "true"),
        ("nocontent", _ => ""),
        ("zerodash", ZeroDash),
        ("numcommadecimal", Strict("^[0-9]{1,3}([. \u00A0]?[0-9]{3})*(,[0-9]+)?$", ',')),
        ("numdotdecimal", Strict("^[0-9]{1,3}([, \u00A0]?[0-9]{3})*([.][0-9]+)?$", '.')),
        ("numunitdecimal", WithUnit("^(?<w>0|[1-9][0-9]{0,2}([.,\uFF0C\uFF0E]?[0-9]{3})*)[^0-9,.\uFF0C\uFF0E]+(?<f>[0-9]{1,2})[^0-9,.\uFF0C\uFF0E]*$")),
    ];

    /// <summary>Registry 3 (2015-02-26) adds the Indian grouping by two digits.</summary>
    public static IEnumerable<(string Name, TextTransform Transform)> Third =>
    [
        .. Second,
        ("numdotdecimalin", Strict("^(([0-9]{1,2}[, \u00A0])?([0-9]{2}[, \u00A0])*[0-9]{3}|[0-9]+)([.][0-9]+)?$", '.')),
        ("numunitdecimalin", WithUnit("^(?<w>([0-9]{1,2}[, \u00A0])?([0-9]{2}[, \u00A0])*[0-9]{3}|[0-9]+)[^0-9]+(?<f>[0-9]{1,2})[^0-9]*$")),
    ];

    /// <summary>Registry 4 (2020-02-12): separators may stand anywhere, a digit before the point may be left out.</summary>
    public static IEnumerable<(string Name, TextTransform Transform)> Fourth =>
    [
        ("fixed-empty", _ => ""),
        ("fixed-false", _ => "false"),
        ("fixed-true", _ => "true"),
        ("fixed-zero", _ => "0"),
        ("num-comma-decimal", text => Loose(text, ',', ". \u00A0")),
        ("num-dot-decimal", text => Loose(text, '.', ", \u00A0")),
        ("num-unit-decimal", WithUnit("^(?<w>[0-9.,\uFF0C]+)[^0-9.,\uFF0C][^0-9]*(?<f>[0-9]{1,2})[^0-9]*$")),
    ];

    /// <summary>Registry 5 (2022-02-16) adds apostrophes between groups.</summary>
    public static IEnumerable<(string Name, TextTransform Transform)> Fifth =>
    [
        .. Fourth,
        ("num-comma-decimal-apos", text => Loose(text, ',', ". \u00A0" + Apostrophes)),
        ("num-dot-decimal-apos", text => Loose(text, '.', ", \u00A0" + Apostrophes)),
        ("num-unit-decimal-apos", WithUnit($"^(?<w>[0-9.,\uFF0C\uFF07{Apostrophes}]+)[^0-9.,\uFF0C\uFF07{Apostrophes}][^0-9]*(?<f>[0-9]{{1,2}})[^0-9]*$")),
    ];

    private static string? ZeroDash(string text) =>
        XmlSpace.Trim(text) is [var only] && Dashes.Contains(only, StringComparison.Ordinal) ? "0" : null;

    private static TextTransform Strict(string pattern, char point)
    {
        var matcher = new LazyRegex(pattern);
        return text =>
        {
            var trimmed = XmlSpace.Trim(text);
            return matcher.Value.IsMatch(trimmed) ? Digits(trimmed, point) : null;
        };
    }

    /// <summary>Whole and hundredths, each before its own unit: <c>2 euro 5 cent</c> is 2.05.</summary>
    private static TextTransform WithUnit(string pattern)
    {
        var matcher = new LazyRegex(pattern);
        return text => matcher.Value.Match(DigitFolding.Fold(XmlSpace.Trim(text))) is { Success: true } match
            && Digits(match.Groups["w"].Value, '\0') is { Length: > 0 } whole
            ? whole + "." + match.Groups["f"].Value.PadLeft(2, '0')
            : null;
    }

    /// <summary>Digits with any of the separators between them, and a fraction in which spaces may stand.</summary>
    private static string? Loose(string text, char point, string separators)
    {
        var trimmed = text.AsSpan().Trim(XmlSpace.Characters);
        var at = trimmed.IndexOf(point);
        var whole = at < 0 ? trimmed : trimmed[..at];
        var fraction = at < 0 ? [] : trimmed[(at + 1)..];
        if (!OnlyDigitsAnd(whole, separators) || !OnlyDigitsAnd(fraction, " \u00A0") || (at >= 0 && !fraction.ContainsAnyInRange('0', '9')))
            return null;
        return trimmed.ContainsAnyInRange('0', '9') ? Digits(trimmed, point) : null;
    }

    private static bool OnlyDigitsAnd(ReadOnlySpan<char> text, string separators)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c) && !separators.Contains(c, StringComparison.Ordinal))
                return false;
        }
        return true;
    }

    /// <summary>Keeps digits and turns <paramref name="point"/> into a full stop.</summary>
    private static string Digits(ReadOnlySpan<char> text, char point)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
                result.Append(c);
            else if (c == point)
                result.Append('.');
        }
        return result.ToString();
    }
}

/// <summary>A pattern compiled on first use, in the engine that cannot backtrack: hostile text costs linear time.</summary>
internal sealed class LazyRegex(string pattern)
{
    private readonly Lazy<Regex> regex = new(() =>
        new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture));

    public Regex Value => regex.Value;
}

/// <summary>Full-width and Devanagari digits as ASCII.</summary>
internal static class DigitFolding
{
    public static string Fold(string text) =>
        text.AsSpan().ContainsAnyInRange('\u0966', '\u096F') || text.AsSpan().ContainsAnyInRange('\uFF10', '\uFF19')
            ? string.Create(text.Length, text, static (target, source) =>
            {
                for (var i = 0; i < source.Length; i++)
                    target[i] = source[i] switch
                    {
                        >= '\u0966' and <= '\u096F' => (char)(source[i] - '\u0966' + '0'),
                        >= '\uFF10' and <= '\uFF19' => (char)(source[i] - '\uFF10' + '0'),
                        _ => source[i],
                    };
            })
            : text;
}
