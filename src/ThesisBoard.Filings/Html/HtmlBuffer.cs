namespace ThesisBoard.Filings.Html;

/// <summary>A window over the characters of a page: what is taken in is used once and forgotten.</summary>
internal sealed class HtmlBuffer(TextReader reader)
{
    private readonly char[] buffer = new char[32768];
    private int start;
    private int end;
    private bool ended;

    /// <summary>The next character; only after <see cref="Has"/> said that there is one.</summary>
    public char Next => buffer[start];

    public char this[int offset] => buffer[start + offset];

    public int Length => end - start;

    public ReadOnlySpan<char> Window => buffer.AsSpan(start, end - start);

    public void Take(int count) => start += count;

    public char TakeNext() => buffer[start++];

    public void TakeAll() => start = end;

    /// <summary>Makes sure of so many characters at hand, if there are as many.</summary>
    public bool Has(int count)
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

    public char SkipToAny(char one, char other)
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
    public void Skip(string marker)
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

    public void SkipSpace()
    {
        while (Has(1) && HtmlText.IsSpace(buffer[start]))
            start++;
    }
}
