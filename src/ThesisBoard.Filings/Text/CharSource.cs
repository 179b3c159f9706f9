using System.Buffers;

namespace ThesisBoard.Filings.Text;

/// <summary>A window over decoded characters that knows the line and column of its next character.</summary>
internal sealed class CharSource(TextReader reader, string document)
{
    private const int Size = 16384;
    private static readonly SearchValues<char> Blank = SearchValues.Create(" \t\r\n\f\uFEFF\0");
    private readonly char[] buffer = new char[Size * 2];
    private int start;
    private int end;
    private bool ended;

    public int Line { get; private set; } = 1;

    public int Column { get; private set; } = 1;

    public Place Place => new(Line, Column, document);

    /// <summary>What is at hand; grows by <see cref="Fill"/>, shrinks by <see cref="Take"/>.</summary>
    public Span<char> Window => buffer.AsSpan(start, end - start);

    /// <summary>Reads on if there is room. <see langword="false"/> at the end of the text.</summary>
    public bool Fill()
    {
        if (ended)
            return false;
        if (start > 0)
        {
            Window.CopyTo(buffer);
            (end, start) = (end - start, 0);
        }
        if (end == buffer.Length)
            return true;
        var count = reader.Read(buffer, end, buffer.Length - end);
        ended = count == 0;
        end += count;
        return !ended;
    }

    /// <summary>At least <paramref name="count"/> characters, or all that are left.</summary>
    public Span<char> Ahead(int count)
    {
        while (end - start < count && Fill())
        {
        }
        return Window;
    }

    public void Take(int count)
    {
        var taken = buffer.AsSpan(start, count);
        var lines = taken.Count('\n');
        Line += lines;
        Column = lines == 0 ? Column + count : count - taken.LastIndexOf('\n');
        start += count;
    }

    public void SkipWhitespace()
    {
        while (Ahead(1) is { Length: > 0 } window)
        {
            var at = window.IndexOfAnyExcept(Blank);
            Take(at < 0 ? window.Length : at);
            if (at >= 0)
                return;
        }
    }

    /// <summary>Whether the text goes on with <paramref name="word"/>, in any case of letters.</summary>
    public bool StartsWith(string word) =>
        Ahead(word.Length) is var window && ((ReadOnlySpan<char>)window).StartsWith(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Skips to just before <paramref name="marker"/>. <see langword="false"/> if it does not come.</summary>
    public bool SkipTo(string marker)
    {
        while (Ahead(marker.Length) is { Length: > 0 } window)
        {
            var at = ((ReadOnlySpan<char>)window).IndexOf(marker, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
            {
                Take(at);
                return true;
            }
            var keep = Math.Min(marker.Length - 1, window.Length);
            Take(window.Length - keep);
            if (!Fill())
            {
                Take(Window.Length);
                return false;
            }
        }
        return false;
    }
}
