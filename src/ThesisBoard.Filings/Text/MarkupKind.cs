using System.Buffers;
using System.Collections.Frozen;

namespace ThesisBoard.Filings.Text;

/// <summary>Tells HTML, inline XBRL, XBRL instances and other XML apart by their root.</summary>
internal static class MarkupKind
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> HtmlNames = FrozenSet.ToFrozenSet(
        [
            "html", "head", "body", "title", "meta", "p", "div", "span", "table", "tr", "td", "tbody", "center", "font", "b", "i", "u", "br", "hr", "a",
            "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "pre", "img", "strong", "em", "section", "article", "main", "script", "style", "link",
            "page", "type",
        ],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n>/");

    /// <summary>Whether the document is XHTML, by its declaration or because it is tagged.</summary>
    public static bool IsXml(ReadOnlySpan<char> text) =>
        text.StartsWith("<?xml", StringComparison.Ordinal) || text.IndexOf("/inlineXBRL", StringComparison.Ordinal) >= 0;

    /// <param name="text">Begins with a tag, a declaration or a comment.</param>
    public static FileKind Of(ReadOnlySpan<char> text)
    {
        var isXml = text.StartsWith("<?xml", StringComparison.Ordinal);
        var isInline = text.IndexOf("http://www.xbrl.org/2013/inlineXBRL", StringComparison.Ordinal) >= 0
            || text.IndexOf("http://www.xbrl.org/2008/inlineXBRL", StringComparison.Ordinal) >= 0;
        var root = Root(text);
        if (root.Equals("html", StringComparison.OrdinalIgnoreCase) || (root.IsEmpty && isInline))
            return isInline ? FileKind.InlineXbrl : FileKind.Html;
        if (LocalName(root) is "xbrl" && text.IndexOf("http://www.xbrl.org/2003/instance", StringComparison.Ordinal) >= 0)
            return FileKind.XbrlInstance;
        if (HtmlNames.Contains(root) || text.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase))
            return FileKind.Html;
        return isXml || !root.IsEmpty ? FileKind.Xml : FileKind.Html;
    }

    /// <summary>The name of the first element, past declarations and comments; empty if it lies further on.</summary>
    private static ReadOnlySpan<char> Root(ReadOnlySpan<char> text)
    {
        while (text.IndexOf('<') is var at and >= 0 && at + 1 < text.Length)
        {
            text = text[(at + 1)..];
            if (char.IsAsciiLetter(text[0]))
            {
                var end = text.IndexOfAny(NameEnds);
                return end < 0 ? text : text[..end];
            }
            var close = text.StartsWith("!--", StringComparison.Ordinal) ? text.IndexOf("-->", StringComparison.Ordinal) : text.IndexOf('>');
            if (close < 0)
                break;
            text = text[close..];
        }
        return [];
    }

    private static ReadOnlySpan<char> LocalName(ReadOnlySpan<char> name) => name[(name.IndexOf(':') + 1)..];
}
