using System.Collections.Frozen;
using System.Text;

namespace ThesisBoard.Filings.Html;

/// <summary>
/// Writes the sanitised page anew, token by token: only elements and attributes on a list, every character escaped. Nothing of
/// the source is copied as markup, so what is not understood cannot come through.
/// </summary>
internal sealed class SafeWriter(ReadLimits limits)
{
    private static readonly FrozenDictionary<string, string> Elements = Names();
    private readonly StringBuilder html = new();
    private readonly List<string> facts = [];

    /// <summary>Characters written so far.</summary>
    public int Length => html.Length;

    /// <summary>The tags of the facts on the page, in order.</summary>
    public IReadOnlyList<string> Facts => facts;

    /// <summary>Writes a start tag; the element to end later, or <see langword="null"/> if there is none to end.</summary>
    public string? Start(HtmlTag tag)
    {
        if (!Elements.TryGetValue(tag.Name, out var element) || (element == "img" && !SafeAttributes.IsPicture(tag["src"])))
            return null;
        html.Append('<').Append(element);
        var hasId = false;
        foreach (var (name, value) in tag.Attributes)
        {
            if (SafeAttributes.Clean(element, name, value) is not { } safe || (hasId && safe.Name == "id"))
                continue;
            hasId |= safe.Name == "id";
            html.Append(' ').Append(safe.Name).Append("=\"");
            Escape(safe.Value);
            html.Append('"');
        }
        html.Append('>');
        CheckLength();
        return HtmlText.IsVoid(element) ? null : element;
    }

    public string StartFact(string fact)
    {
        html.Append("<span class=\"tb-fact\" data-fact=\"");
        Escape(fact);
        html.Append("\" id=\"tb-f-");
        Escape(string.Concat(fact.Where(c => !char.IsWhiteSpace(c))));
        html.Append("\">");
        facts.Add(fact);
        CheckLength();
        return "span";
    }

    public void End(string element) => html.Append("</").Append(element).Append('>');

    public void Text(ReadOnlySpan<char> text)
    {
        Escape(text);
        CheckLength();
    }

    /// <summary>Our own markup, which holds nothing of the source.</summary>
    public void Markup(string own) => html.Append(own);

    /// <summary>The page with marks before its headings, named in order: <c>tb-h-1</c>, <c>tb-h-2</c>.</summary>
    public string ToHtml(IEnumerable<int> headings)
    {
        var marked = new StringBuilder(html.Length + 64);
        var (from, number) = (0, 0);
        foreach (var at in headings)
        {
            marked.Append(html, from, Math.Max(0, at - from)).Append($"<span id=\"tb-h-{++number}\"></span>");
            from = Math.Max(from, at);
        }
        return marked.Append(html, from, html.Length - from).ToString();
    }

    private void Escape(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            switch (c)
            {
                case '&':
                    html.Append("&amp;");
                    break;
                case '<':
                    html.Append("&lt;");
                    break;
                case '>':
                    html.Append("&gt;");
                    break;
                case '"':
                    html.Append("&quot;");
                    break;
                default:
                    if (c is >= ' ' and < '\u007F' || !HtmlText.IsInvisible(c))
                        html.Append(c);
                    break;
            }
        }
    }

    private void CheckLength()
    {
        if (html.Length > limits.MaxTextCharacters)
            throw new FilingException(FilingErrorKind.TooMuchText, $"The page is longer than {limits.MaxTextCharacters:N0} characters.");
    }

    private static FrozenDictionary<string, string> Names()
    {
        string[] same =
        [
            "p", "div", "span", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "colgroup", "col", "ul", "ol", "li", "dl", "dt", "dd", "h1", "h2",
            "h3", "h4", "h5", "h6", "b", "strong", "i", "em", "u", "s", "strike", "small", "big", "sub", "sup", "font", "center", "blockquote", "pre", "code",
            "hr", "br", "img", "a", "section", "article", "header", "footer", "main", "nav", "aside", "figure", "figcaption", "address", "abbr", "cite", "q",
            "del", "ins", "tt", "nobr",
        ];
        return same.Select(n => KeyValuePair.Create(n, n))
            .Append(new("body", "div")).Append(new("form", "div")).Append(new("fieldset", "div")).Append(new("details", "div")).Append(new("summary", "div"))
            .ToFrozenDictionary(StringComparer.Ordinal);
    }
}
