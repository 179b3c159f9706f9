using ThesisBoard.Core.Evidence;

namespace ThesisBoard.Features.Documents;

/// <summary>A stretch of a text or page, counted in characters that leave ink: white space does not count, because a page breaks its lines where it likes.</summary>
public readonly record struct InkRange(int At, int Length);

/// <summary>
/// A text without its white space, and the way back. A page and its text hold the same characters but for white space, so a place that is counted in ink is
/// the same in both.
/// </summary>
public sealed class InkText
{
    private readonly List<int> places;

    public InkText(string text)
    {
        Text = text;
        places = new(text.Length);
        Ink = string.Create(text.Count(c => !char.IsWhiteSpace(c)), text, (ink, all) =>
        {
            var at = 0;
            for (var i = 0; i < all.Length; i++)
            {
                if (char.IsWhiteSpace(all[i]))
                    continue;
                ink[at++] = all[i];
                places.Add(i);
            }
        });
    }

    public string Text { get; }

    public string Ink { get; }

    /// <summary>The stretch of the text; null where it has no such place.</summary>
    public TextRange? Range(InkRange ink)
    {
        if (ink.At < 0 || ink.Length <= 0 || ink.At > Ink.Length - ink.Length)
            return null;
        var start = places[ink.At];
        return new(start, places[ink.At + ink.Length - 1] + 1 - start);
    }

    /// <summary>A stretch of the text, in ink.</summary>
    public InkRange Of(TextRange range)
    {
        var start = At(range.Start);
        return new(start, At(range.End) - start);
    }

    public static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private int At(int place)
    {
        var at = places.BinarySearch(place);
        return at >= 0 ? at : ~at;
    }
}
