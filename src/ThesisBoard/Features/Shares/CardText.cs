using SkiaSharp;

namespace ThesisBoard.Features.Shares;

/// <summary>Text on a drawn card, in the font that ships with the program: a machine without fonts would draw nothing and say nothing.</summary>
internal static class CardText
{
    private const float Step = 20;
    private static readonly SKTypeface Regular = Face("Inter-Regular.otf");
    private static readonly SKTypeface Strong = Face("Inter-SemiBold.otf");

    public static SKFont Font(float size, bool isStrong = false) => new(isStrong ? Strong : Regular, size) { Subpixel = true };

    public static void Write(this SKCanvas canvas, string text, float x, float y, SKFont font, string colour, SKTextAlign align = SKTextAlign.Left)
    {
        using var paint = new SKPaint { Color = SKColor.Parse(colour), IsAntialias = true };
        canvas.DrawText(text, x, y, align, font, paint);
    }

    /// <summary>The text in at most so many lines of that width, about equally long; what does not fit ends in "…".</summary>
    public static IReadOnlyList<string> Lines(string text, SKFont font, float width, int most)
    {
        var lines = Broken(text, font, width, most);
        for (var narrower = width - Step; lines.Count > 1 && narrower > width / 2 && Broken(text, font, narrower, most + 1) is var tried && tried.Count == lines.Count; narrower -= Step)
            lines = tried;
        return lines;
    }

    private static List<string> Broken(string text, SKFont font, float width, int most)
    {
        var lines = new List<string>();
        var rest = new Queue<string>(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        while (rest.Count > 0 && lines.Count < most)
        {
            var line = rest.Dequeue();
            while (rest.TryPeek(out var next) && (lines.Count == most - 1 || font.MeasureText($"{line} {next}") <= width))
                line = $"{line} {rest.Dequeue()}";
            lines.Add(Fit(line, font, width));
        }

        return lines;
    }

    /// <summary>The text, cut where it would pass the width.</summary>
    public static string Fit(string text, SKFont font, float width)
    {
        if (font.MeasureText(text) <= width)
            return text;
        var length = font.BreakText(text, width - font.MeasureText("…"));
        if (length > 0 && char.IsHighSurrogate(text[length - 1]))
            length--;
        return text[..length].TrimEnd() + "…";
    }

    private static SKTypeface Face(string name)
    {
        using var font = typeof(CardText).Assembly.GetManifestResourceStream($"ThesisBoard.Shell.Fonts.{name}");
        return SKTypeface.FromStream(font) ?? throw new InvalidOperationException($"The font {name} cannot be read.");
    }
}
