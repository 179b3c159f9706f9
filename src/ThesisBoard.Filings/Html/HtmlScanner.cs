using System.Text;
using ThesisBoard.Filings.Text;

namespace ThesisBoard.Filings.Html;

internal enum HtmlToken
{
    Finished,
    Nothing,
    Text,
    StartTag,
    EndTag,
}

/// <summary>
/// Cuts HTML or XHTML into texts and tags in one forward pass, as forgiving as a browser and without recursion. Comments,
/// declarations, and the content of scripts, styles and other elements that show none are passed over.
/// </summary>
internal sealed class HtmlScanner(TextReader reader, ReadBudget budget)
{
    private const int LongestTag = 8 * 1024 * 1024;
    private const int MostNames = 1024;
    private readonly HtmlBuffer input = new(reader);
    private readonly char[] text = new char[16384];
    private readonly StringBuilder value = new();
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private int textLength;
    private int tagLength;
    private bool inCData;
    private string rawText = "";

    /// <summary>Whether XML's rules hold: <c>/&gt;</c> closes an element, CDATA is text.</summary>
    public bool IsXml { get; set; }

    public HtmlTag Tag { get; } = new();

    /// <summary>The characters of a text token, references decoded. A long text comes in several tokens.</summary>
    public ReadOnlySpan<char> Text => text.AsSpan(0, textLength);

    public HtmlToken Read()
    {
        var token = HtmlToken.Nothing;
        while (token == HtmlToken.Nothing && input.Has(1))
        {
            if (rawText.Length > 0)
                SkipRawText();
            else if (inCData)
                token = ReadCData();
            else
                token = IsMarkup() ? ReadMarkup() : ReadText();
        }
        budget.CountStep();
        return token == HtmlToken.Nothing ? HtmlToken.Finished : token;
    }

    private bool IsMarkup() =>
        input.Next == '<' && input.Has(2) && (char.IsAsciiLetter(input[1]) || input[1] is '/' or '!' or '?');

    private HtmlToken ReadText()
    {
        textLength = 0;
        do
        {
            if (input.Next == '<')
            {
                if (IsMarkup())
                    break;
                text[textLength++] = input.TakeNext();
            }
            else if (input.Next == '&')
            {
                ReadReference();
            }
            var run = input.Window[..Math.Min(input.Length, text.Length - textLength)];
            var stop = run.IndexOfAny('<', '&');
            var count = stop < 0 ? run.Length : stop;
            run[..count].CopyTo(text.AsSpan(textLength));
            textLength += count;
            input.Take(count);
        }
        while (textLength < text.Length - 2 && input.Has(1));
        return HtmlToken.Text;
    }

    private void ReadReference()
    {
        input.Has(CharacterReference.Longest + 1);
        if (CharacterReference.TryRead(input.Window, out var length, out var character))
        {
            textLength += character.EncodeToUtf16(text.AsSpan(textLength));
            input.Take(length);
        }
        else
        {
            text[textLength++] = input.TakeNext();
        }
    }

    private HtmlToken ReadCData()
    {
        input.Has(3);
        textLength = 0;
        var at = input.Window.IndexOf("]]>", StringComparison.Ordinal);
        var count = Math.Min(at < 0 ? Math.Max(1, input.Length - 2) : at, text.Length);
        input.Window[..count].CopyTo(text);
        textLength = count;
        input.Take(count);
        if (count == at || at == 0)
        {
            input.Take(3);
            inCData = false;
        }
        return textLength == 0 ? HtmlToken.Nothing : HtmlToken.Text;
    }

    private HtmlToken ReadMarkup()
    {
        input.Has(9);
        switch (input[1])
        {
            case '/':
                return ReadEndTag();
            case '?':
                input.Skip(IsXml ? "?>" : ">");
                return HtmlToken.Nothing;
            case '!':
                SkipDeclaration();
                return HtmlToken.Nothing;
            default:
                return ReadStartTag();
        }
    }

    private void SkipDeclaration()
    {
        if (input.Window.StartsWith("<!--", StringComparison.Ordinal))
        {
            input.Take(2);
            input.Skip("-->");
        }
        else if (IsXml && input.Window.StartsWith("<![CDATA[", StringComparison.Ordinal))
        {
            input.Take(9);
            inCData = true;
        }
        else if (IsXml && input.Window.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) && input.SkipToAny('[', '>') == '[')
        {
            input.Skip("]");
            input.Skip(">");
        }
        else
        {
            input.Skip(">");
        }
    }

    /// <summary>Skips to the end tag that closes an element without shown content.</summary>
    private void SkipRawText()
    {
        var marker = "</" + rawText;
        rawText = "";
        while (input.Has(marker.Length + 1))
        {
            var at = input.Window[..^1].IndexOf(marker, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                input.Take(input.Length - marker.Length);
                continue;
            }
            input.Take(at);
            if (input[marker.Length] is '>' or '/' or ' ' or '\t' or '\r' or '\n' or '\f')
                return;
            input.Take(1);
        }
        input.TakeAll();
    }

    private HtmlToken ReadEndTag()
    {
        input.Take(2);
        if (!input.Has(1) || !char.IsAsciiLetter(input.Next))
        {
            input.Skip(">");
            return HtmlToken.Nothing;
        }
        tagLength = 0;
        Tag.Begin(Name(Until(HtmlText.NameEnds)));
        input.Skip(">");
        return HtmlToken.EndTag;
    }

    private HtmlToken ReadStartTag()
    {
        input.Take(1);
        tagLength = 0;
        Tag.Begin(Name(Until(HtmlText.NameEnds)));
        while (input.Has(1))
        {
            var c = input.Next;
            if (c == '>')
            {
                input.Take(1);
                if (HtmlText.IsRawText(Tag.Name) && !(IsXml && Tag.IsSelfClosing))
                    rawText = Tag.Name;
                return HtmlToken.StartTag;
            }
            if (c == '/' || HtmlText.IsSpace(c))
            {
                Tag.IsSelfClosing = c == '/' || (Tag.IsSelfClosing && HtmlText.IsSpace(c));
                input.Take(1);
            }
            else
            {
                Tag.IsSelfClosing = false;
                ReadAttribute();
            }
        }
        return HtmlToken.Nothing;
    }

    private void ReadAttribute()
    {
        // A name may begin with '=', which then is part of it.
        var first = input.Next == '=' ? "=" : "";
        input.Take(first.Length);
        var name = Name(first + Until(HtmlText.AttributeNameEnds));
        input.SkipSpace();
        if (!input.Has(1) || input.Next != '=')
        {
            Tag.Add(name, "");
            return;
        }
        input.Take(1);
        input.SkipSpace();
        if (!input.Has(1))
            return;
        var quote = input.Next;
        if (quote is '"' or '\'')
        {
            input.Take(1);
            Tag.Add(name, CharacterReference.Decode(Until(quote.ToString())));
            input.Take(input.Has(1) ? 1 : 0);
        }
        else
        {
            Tag.Add(name, CharacterReference.Decode(Until(HtmlText.ValueEnds)));
        }
    }

    /// <summary>The characters up to one of these, or to the end.</summary>
    private string Until(ReadOnlySpan<char> stops)
    {
        value.Clear();
        while (input.Has(1))
        {
            var at = input.Window.IndexOfAny(stops);
            var count = at < 0 ? input.Length : at;
            if ((tagLength += count) > LongestTag)
                throw new FilingException(FilingErrorKind.Malformed, $"A tag is longer than {LongestTag:N0} characters.");
            value.Append(input.Window[..count]);
            input.Take(count);
            if (at >= 0)
                break;
        }
        return value.ToString();
    }

    /// <summary>In lower case; frequent names share one string.</summary>
    private string Name(string name)
    {
        if (names.TryGetValue(name, out var known))
            return known;
        var lower = name.ToLowerInvariant();
        if (names.Count < MostNames && name.Length < 64)
            names.Add(name, lower);
        return lower;
    }
}
