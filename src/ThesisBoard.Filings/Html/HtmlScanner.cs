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
    private readonly char[] buffer = new char[32768];
    private readonly char[] text = new char[16384];
    private readonly StringBuilder value = new();
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private int start;
    private int end;
    private int textLength;
    private int tagLength;
    private bool ended;
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
        while (token == HtmlToken.Nothing && Has(1))
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

    private ReadOnlySpan<char> Window => buffer.AsSpan(start, end - start);

    /// <summary>Makes sure of so many characters at hand, if there are as many.</summary>
    private bool Has(int count)
    {
        while (end - start < count && !ended)
        {
            Window.CopyTo(buffer);
            (end, start) = (end - start, 0);
            var read = reader.Read(buffer, end, buffer.Length - end);
            ended = read == 0;
            end += read;
        }
        return end - start >= count;
    }

    private bool IsMarkup() =>
        buffer[start] == '<' && Has(2) && (char.IsAsciiLetter(buffer[start + 1]) || buffer[start + 1] is '/' or '!' or '?');

    private HtmlToken ReadText()
    {
        textLength = 0;
        do
        {
            if (buffer[start] == '<')
            {
                if (IsMarkup())
                    break;
                text[textLength++] = buffer[start++];
            }
            else if (buffer[start] == '&')
            {
                ReadReference();
            }
            var run = Window[..Math.Min(end - start, text.Length - textLength)];
            var stop = run.IndexOfAny('<', '&');
            var count = stop < 0 ? run.Length : stop;
            run[..count].CopyTo(text.AsSpan(textLength));
            textLength += count;
            start += count;
        }
        while (textLength < text.Length - 2 && Has(1));
        return HtmlToken.Text;
    }

    private void ReadReference()
    {
        Has(CharacterReference.Longest + 1);
        if (CharacterReference.TryRead(Window, out var length, out var character))
        {
            textLength += character.EncodeToUtf16(text.AsSpan(textLength));
            start += length;
        }
        else
        {
            text[textLength++] = buffer[start++];
        }
    }

    private HtmlToken ReadCData()
    {
        Has(3);
        textLength = 0;
        var at = Window.IndexOf("]]>", StringComparison.Ordinal);
        var count = Math.Min(at < 0 ? Math.Max(1, end - start - 2) : at, text.Length);
        Window[..count].CopyTo(text);
        textLength = count;
        start += count;
        if (count == at || at == 0)
        {
            start += 3;
            inCData = false;
        }
        return textLength == 0 ? HtmlToken.Nothing : HtmlToken.Text;
    }

    private HtmlToken ReadMarkup()
    {
        Has(9);
        switch (buffer[start + 1])
        {
            case '/':
                return ReadEndTag();
            case '?':
                Skip(IsXml ? "?>" : ">");
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
        if (Window.StartsWith("<!--", StringComparison.Ordinal))
        {
            start += 2;
            Skip("-->");
        }
        else if (IsXml && Window.StartsWith("<![CDATA[", StringComparison.Ordinal))
        {
            start += 9;
            inCData = true;
        }
        else if (IsXml && Window.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) && SkipToAny('[', '>') == '[')
        {
            Skip("]");
            Skip(">");
        }
        else
        {
            Skip(">");
        }
    }

    private char SkipToAny(char one, char other)
    {
        while (Has(1))
        {
            var at = Window.IndexOfAny(one, other);
            start += at < 0 ? end - start : at;
            if (at >= 0)
                return buffer[start];
        }
        return '\0';
    }

    /// <summary>Skips past the marker, or to the end.</summary>
    private void Skip(string marker)
    {
        while (Has(marker.Length))
        {
            var at = Window.IndexOf(marker, StringComparison.Ordinal);
            if (at >= 0)
            {
                start += at + marker.Length;
                return;
            }
            start = end - (marker.Length - 1);
        }
        start = end;
    }

    /// <summary>Skips to the end tag that closes an element without shown content.</summary>
    private void SkipRawText()
    {
        var marker = "</" + rawText;
        rawText = "";
        while (Has(marker.Length + 1))
        {
            var at = Window[..^1].IndexOf(marker, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                start = end - marker.Length;
                continue;
            }
            start += at;
            if (buffer[start + marker.Length] is '>' or '/' or ' ' or '\t' or '\r' or '\n' or '\f')
                return;
            start++;
        }
        start = end;
    }

    private HtmlToken ReadEndTag()
    {
        start += 2;
        if (!Has(1) || !char.IsAsciiLetter(buffer[start]))
        {
            Skip(">");
            return HtmlToken.Nothing;
        }
        tagLength = 0;
        Tag.Begin(Name(Until(HtmlText.NameEnds)));
        Skip(">");
        return HtmlToken.EndTag;
    }

    private HtmlToken ReadStartTag()
    {
        start++;
        tagLength = 0;
        Tag.Begin(Name(Until(HtmlText.NameEnds)));
        while (Has(1))
        {
            var c = buffer[start];
            if (c == '>')
            {
                start++;
                if (HtmlText.IsRawText(Tag.Name) && !(IsXml && Tag.IsSelfClosing))
                    rawText = Tag.Name;
                return HtmlToken.StartTag;
            }
            if (c == '/' || HtmlText.IsSpace(c))
            {
                Tag.IsSelfClosing = c == '/' || (Tag.IsSelfClosing && HtmlText.IsSpace(c));
                start++;
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
        var first = buffer[start] == '=' ? "=" : "";
        start += first.Length;
        var name = Name(first + Until(HtmlText.AttributeNameEnds));
        SkipSpace();
        if (!Has(1) || buffer[start] != '=')
        {
            Tag.Add(name, "");
            return;
        }
        start++;
        SkipSpace();
        if (!Has(1))
            return;
        var quote = buffer[start];
        if (quote is '"' or '\'')
        {
            start++;
            Tag.Add(name, CharacterReference.Decode(Until(quote.ToString())));
            start += Has(1) ? 1 : 0;
        }
        else
        {
            Tag.Add(name, CharacterReference.Decode(Until(HtmlText.ValueEnds)));
        }
    }

    private void SkipSpace()
    {
        while (Has(1) && HtmlText.IsSpace(buffer[start]))
            start++;
    }

    /// <summary>The characters up to one of these, or to the end.</summary>
    private string Until(ReadOnlySpan<char> stops)
    {
        value.Clear();
        while (Has(1))
        {
            var at = Window.IndexOfAny(stops);
            var count = at < 0 ? end - start : at;
            if ((tagLength += count) > LongestTag)
                throw new FilingException(FilingErrorKind.Malformed, $"A tag is longer than {LongestTag:N0} characters.");
            value.Append(buffer, start, count);
            start += count;
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
