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

    /// <summary>
    /// The page between its head and its end, with marks before its headings, named in order: <c>tb-h-1</c>, <c>tb-h-2</c>. Put together once: a large page is
    /// not held in several copies.
    /// </summary>
    public string ToHtml(string head, IReadOnlyList<int> headings, string end)
    {
        var marks = headings.Select((at, n) => (At: at, Text: $"<span id=\"tb-h-{n + 1}\"></span>")).ToList();
        return string.Create(head.Length + html.Length + marks.Sum(m => m.Text.Length) + end.Length, (head, html, marks, end), static (target, parts) =>
        {
            parts.head.CopyTo(target);
            target = target[parts.head.Length..];
            var (at, next) = (0, 0);
            foreach (var chunk in parts.html.GetChunks())
            {
                var rest = chunk.Span;
                while (next < parts.marks.Count && Math.Max(parts.marks[next].At, at) - at < rest.Length)
                {
                    var before = Math.Max(0, parts.marks[next].At - at);
                    rest[..before].CopyTo(target);
                    parts.marks[next].Text.CopyTo(target[before..]);
                    target = target[(before + parts.marks[next++].Text.Length)..];
                    rest = rest[before..];
                    at += before;
                }
                rest.CopyTo(target);
                target = target[rest.Length..];
                at += rest.Length;
            }
            foreach (var (_, text) in parts.marks.Skip(next))
            {
                text.CopyTo(target);
                target = target[text.Length..];
            }
            parts.end.CopyTo(target);
        });
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
        if (html.Length > limits.MaxPageCharacters)
            throw new FilingException(FilingErrorKind.TooMuchText, $"The page is longer than {limits.MaxPageCharacters:N0} characters.");
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
