using System.Buffers;
using System.Collections.Frozen;

namespace ThesisBoard.Filings.Xbrl;

/// <summary>
/// One buffer for the text of all open facts: each remembers where it began. <c>ix:exclude</c> opens a layer above it,
/// where facts inside the excluded part keep their text while the outer ones do not see it.
/// </summary>
internal sealed class TextCapture(ReadLimits limits) : IDisposable
{
    private static readonly FrozenSet<string> Blocks = FrozenSet.ToFrozenSet(
        ["p", "div", "br", "tr", "table", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "blockquote", "pre", "caption"],
        StringComparer.Ordinal);

    private readonly Stack<(char[] Buffer, int Length, int Open)> outer = new();
    private char[] buffer = ArrayPool<char>.Shared.Rent(4096);
    private int length;
    private int open;

    /// <summary>Whether any fact is open to take text in.</summary>
    public bool IsActive => open > 0;

    public int Begin()
    {
        open++;
        return length;
    }

    /// <summary>The text since <paramref name="start"/>.</summary>
    public string End(int start)
    {
        var text = new string(buffer, start, length - start);
        if (--open == 0)
            length = 0;
        return text;
    }

    public void BeginExclusion()
    {
        outer.Push((buffer, length, open));
        (buffer, length, open) = (ArrayPool<char>.Shared.Rent(256), 0, 0);
    }

    public void EndExclusion()
    {
        ArrayPool<char>.Shared.Return(buffer);
        (buffer, length, open) = outer.Pop();
    }

    /// <summary>Gives the buffers back; nothing is captured any more.</summary>
    public void Dispose()
    {
        while (outer.Count > 0)
            EndExclusion();
        ArrayPool<char>.Shared.Return(buffer);
        buffer = [];
    }

    /// <summary>Takes in the text node under the cursor.</summary>
    public void Append(XbrlCursor cursor)
    {
        while (true)
        {
            if (length == buffer.Length)
                Grow(cursor);
            var chunk = cursor.Xml.ReadValueChunk(buffer, length, buffer.Length - length);
            if (chunk == 0)
                return;
            length += chunk;
        }
    }

    /// <summary>Sets blocks and cells of kept markup apart.</summary>
    public void AppendBreak(XbrlCursor cursor)
    {
        var name = cursor.Xml.LocalName;
        var mark = name is "td" or "th" ? '\t' : Blocks.Contains(name) ? '\n' : '\0';
        if (mark == '\0' || length == 0 || buffer[length - 1] == '\n')
            return;
        if (length == buffer.Length)
            Grow(cursor);
        buffer[length++] = mark;
    }

    private void Grow(XbrlCursor cursor)
    {
        if (length >= limits.MaxTextCharacters)
            throw new FilingException(FilingErrorKind.TooMuchText, $"A fact holds more than {limits.MaxTextCharacters:N0} characters.", cursor.Place);
        var larger = ArrayPool<char>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(buffer);
        buffer = larger;
    }
}
