namespace ThesisBoard.Core.Evidence;

/// <summary>
/// A text in which every run of white space is one space, so that quotes compare whatever the line breaks. Nothing else is folded: letters, signs,
/// dashes and the place of white space stay as they are, since a sign or a space can change a figure.
/// </summary>
internal sealed class FoldedText
{
    private readonly string text;

    public FoldedText(string text)
    {
        this.text = text;
        Folded = Fold(text);
    }

    public string Folded { get; }

    /// <summary>Every run of white space as one space; the ends are kept.</summary>
    public static string Fold(string text)
    {
        var target = new char[text.Length];
        var length = 0;
        var inSpace = false;
        foreach (var c in text)
        {
            var isSpace = char.IsWhiteSpace(c);
            if (!isSpace || !inSpace)
                target[length++] = isSpace ? ' ' : c;
            inSpace = isSpace;
        }

        return length == text.Length && target.AsSpan().SequenceEqual(text) ? text : new(target, 0, length);
    }

    /// <summary>Where stretches of the folded text stand in the text itself. One pass for all of them.</summary>
    public IReadOnlyList<TextRange> Places(IReadOnlyList<TextRange> folded)
    {
        var edges = folded.SelectMany(r => new[] { r.Start, r.End }).Distinct().Order().ToList();
        var found = new Dictionary<int, int>(edges.Count);
        var (at, next) = (0, 0);
        for (var i = 0; next < edges.Count && i <= text.Length; i++)
        {
            if (i < text.Length && i > 0 && char.IsWhiteSpace(text[i]) && char.IsWhiteSpace(text[i - 1]))
                continue;
            if (at == edges[next])
                found[edges[next++]] = i;
            at++;
        }

        return [.. folded.Select(r => TextRange.Between(found[r.Start], r.Length == 0 ? found[r.Start] : TrimmedEnd(found[r.Start], found[r.End])))];
    }

    private int TrimmedEnd(int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return end;
    }
}

/// <summary>A stretch of a text, in UTF-16 units.</summary>
/// <param name="Start">Where it begins, from 0.</param>
/// <param name="Length">How long it is.</param>
public readonly record struct TextRange(int Start, int Length)
{
    /// <summary>The first position after it.</summary>
    public int End => Start + Length;

    internal static TextRange Between(int start, int end) => new(start, end - start);
}
