namespace ThesisBoard.Filings.Text;

/// <summary>
/// The characters of one XML document for <see cref="System.Xml.XmlReader"/>: ends before the SGML marker that encloses it,
/// and resolves XHTML's named entities, so that no DTD is needed. <c>&amp;nbsp;</c> becomes <c>&amp;#160;</c>, padded to the
/// same length, which keeps columns true; a name too short for that (<c>&amp;pi;</c>) becomes the character itself.
/// </summary>
internal sealed class MarkupText(CharSource source, string? endMarker) : TextReader
{
    private const int LongestName = 10;
    private readonly Queue<(int At, int Length, char Character)> shortNames = new();
    private int handed;
    private int ready;
    private bool ended;
    private bool begun;

    /// <summary>Names that neither XML nor XHTML defines, to explain an error with; not all of very many.</summary>
    public HashSet<string> UndeclaredEntities { get; } = new(StringComparer.Ordinal);

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> target)
    {
        while (ready == handed)
        {
            if (ended || target.IsEmpty)
                return 0;
            Prepare();
        }
        if (shortNames.TryPeek(out var entity) && entity.At == handed)
        {
            target[0] = shortNames.Dequeue().Character;
            Hand(entity.Length);
            return 1;
        }
        var stop = shortNames.Count > 0 ? entity.At : ready;
        var count = Math.Min(stop - handed, target.Length);
        source.Window[..count].CopyTo(target);
        Hand(count);
        return count;
    }

    private void Hand(int count)
    {
        source.Take(count);
        handed += count;
    }

    /// <summary>Decides how much of the window may be handed out, and finds the entities in it.</summary>
    private void Prepare()
    {
        var more = source.Fill();
        var window = source.Window;
        (handed, ready, ended) = (0, window.Length, !more);
        if (!begun)
            AsFirstVersion(window);
        begun = true;
        if (endMarker is not null && ((ReadOnlySpan<char>)window).IndexOf(endMarker, StringComparison.OrdinalIgnoreCase) is var at and >= 0)
            (ready, ended) = (at, true);
        else if (more)
            ready = Math.Max(0, window.Length - Held(window));
        ResolveEntities(window[..ready]);
    }

    /// <summary>XML 1.1 differs in nothing that matters here, and the reader below knows 1.0 only.</summary>
    private static void AsFirstVersion(Span<char> start)
    {
        if (start.StartsWith("<?xml") && start.IndexOf("?>") is var end and > 0 && start[..end].IndexOf("1.1") is var at and > 0)
            start[at + 2] = '0';
    }

    /// <summary>How much to hold back because an entity or the end marker may go on in the next block.</summary>
    private int Held(ReadOnlySpan<char> window)
    {
        var tail = window[Math.Max(0, window.Length - LongestName)..];
        var entity = tail.LastIndexOf('&');
        var held = entity >= 0 ? tail.Length - entity : 0;
        return endMarker is null ? held : Math.Max(held, endMarker.Length - 1);
    }

    private void ResolveEntities(Span<char> text)
    {
        var next = 0;
        while (text[next..].IndexOf('&') is var at and >= 0)
        {
            next += at + 1;
            var length = text.Slice(next, Math.Min(text.Length - next, LongestName)).IndexOf(';');
            if (length <= 0 || text[next] == '#')
                continue;
            var name = text.Slice(next, length);
            if (XhtmlEntities.TryGet(name, out var character))
            {
                if (!TryWriteReference(name, character))
                    shortNames.Enqueue((next - 1, length + 2, character));
            }
            else if (name is not ("amp" or "lt" or "gt" or "quot" or "apos") && UndeclaredEntities.Count < 256)
            {
                UndeclaredEntities.Add(name.ToString());
            }
        }
    }

    private static bool TryWriteReference(Span<char> name, char character)
    {
        var value = (int)character;
        if (value >= (name.Length switch { < 4 => 1, 4 => 1_000, 5 => 10_000, _ => 100_000 }))
            return false;
        name[0] = '#';
        for (var i = name.Length - 1; i > 0; i--, value /= 10)
            name[i] = (char)('0' + value % 10);
        return true;
    }
}
