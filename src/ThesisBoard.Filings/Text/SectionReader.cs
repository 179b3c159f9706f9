namespace ThesisBoard.Filings.Text;

/// <summary>The characters of one section of a larger text: up to its end marker, which is left for the next reader, or to the end.</summary>
internal sealed class SectionReader(CharSource source, string? endMarker) : TextReader
{
    private int ready;
    private bool ended;

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> target)
    {
        while (ready == 0)
        {
            if (ended || target.IsEmpty)
                return 0;
            Prepare();
        }
        var count = Math.Min(ready, target.Length);
        source.Window[..count].CopyTo(target);
        source.Take(count);
        ready -= count;
        return count;
    }

    /// <summary>Decides how much of the window may be handed out.</summary>
    private void Prepare()
    {
        var more = source.Fill();
        var window = source.Window;
        (ready, ended) = (window.Length, !more);
        if (endMarker is null)
            return;
        if (((ReadOnlySpan<char>)window).IndexOf(endMarker, StringComparison.OrdinalIgnoreCase) is var at and >= 0)
            (ready, ended) = (at, true);
        else if (more)
            ready = Math.Max(0, window.Length - endMarker.Length + 1);
    }
}
