using System.Buffers;
using System.Collections.Frozen;

namespace ThesisBoard.Filings.Html;

/// <summary>Which characters and elements mean what in HTML.</summary>
internal static class HtmlText
{
    public const string NameEnds = " \t\r\n\f/>";
    public const string AttributeNameEnds = " \t\r\n\f/>=";
    public const string ValueEnds = " \t\r\n\f>";

    private static readonly FrozenSet<string> RawText = FrozenSet.ToFrozenSet(
        ["script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "plaintext"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Void = FrozenSet.ToFrozenSet(
        ["area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link", "meta", "param", "source", "track", "wbr"],
        StringComparer.Ordinal);

    private static readonly FrozenSet<string> Unshown = FrozenSet.ToFrozenSet(
        ["script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "plaintext", "template", "svg", "math", "object", "applet", "select",
         "datalist", "audio", "video", "canvas", "noscript", "frameset", "dialog"],
        StringComparer.Ordinal);

    private static readonly FrozenSet<string> Blocks = FrozenSet.ToFrozenSet(
        ["address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
         "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section",
         "summary", "ul", "table", "caption", "option", "page"],
        StringComparer.Ordinal);

    private static readonly FrozenSet<string> Formatting = FrozenSet.ToFrozenSet(
        ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "sub", "sup", "tt", "u", "span"], StringComparer.Ordinal);

    /// <summary>Characters that no reader sees: they carry no text, and some turn its direction round.</summary>
    private static readonly SearchValues<char> Invisible = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(c => (char)c).Where(c => !IsSpace(c)), .. Enumerable.Range(0x7F, 33).Select(c => (char)c).Where(c => c != 0x85),
         '\u00AD', '\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2060', '\u2066', '\u2067',
         '\u2068', '\u2069', '\uFEFF']);

    public static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n' or '\f';

    public static bool IsInvisible(char c) => Invisible.Contains(c);

    /// <summary>Elements whose content is no markup, and shown by none of our readers.</summary>
    public static bool IsRawText(string name) => RawText.Contains(name);

    public static bool IsVoid(string name) => Void.Contains(name);

    /// <summary>Elements whose content is not part of the page's text.</summary>
    public static bool IsUnshown(string name) => Unshown.Contains(name);

    public static bool IsBlock(string name) => Blocks.Contains(name);

    public static bool IsFormatting(string name) => Formatting.Contains(name);

    /// <summary>The depth of <c>h1</c> to <c>h6</c>, or 0.</summary>
    public static int HeadingLevel(string name) => name is ['h', >= '1' and <= '6'] ? name[1] - '0' : 0;
}
