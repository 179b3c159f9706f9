namespace ThesisBoard.Filings.Edgar;

/// <summary>Line and column (in bytes) of positions that only grow, without going over the text twice.</summary>
internal sealed class LineCounter(byte[] bytes)
{
    private int line = 1;
    private int lineStart;
    private int at;

    public Place PlaceOf(long position)
    {
        var passed = bytes.AsSpan(at, (int)position - at);
        var count = passed.Count((byte)'\n');
        if (count > 0)
        {
            line += count;
            lineStart = at + passed.LastIndexOf((byte)'\n') + 1;
        }
        at = (int)position;
        return new Place(line, at - lineStart + 1);
    }
}
