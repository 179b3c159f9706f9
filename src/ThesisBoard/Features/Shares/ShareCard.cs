using SkiaSharp;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Shell;

namespace ThesisBoard.Features.Shares;

/// <summary>The board as a picture of the size that link previews have (Open Graph): title, verdict, the legs of the line, and the day for which all of it is said.</summary>
internal static class ShareCard
{
    public const int Width = 1200;
    public const int Height = 630;
    private const float Left = 72;
    private const float Right = Width - 64;
    private const int MostLegs = 3;

    /// <summary>A PNG.</summary>
    public static byte[] Of(BoardState board)
    {
        var look = StandingLook.Of(board.Verdict);
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height));
        var canvas = surface.Canvas;
        canvas.Clear(SKColor.Parse(PictureColours.Ground));
        Fill(canvas, new(0, 0, 20, Height), PictureColours.Of(look));
        Head(canvas, board);
        var y = Title(canvas, board.Thesis.Title);
        Verdict(canvas, look, y + 72);
        Legs(canvas, board.Line?.Legs ?? []);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, quality: 100);
        return png.ToArray();
    }

    private static void Head(SKCanvas canvas, BoardState board)
    {
        var issuer = board.Thesis.Issuer;
        using var brand = CardText.Font(28, isStrong: true);
        using var small = CardText.Font(26);
        canvas.Write("ThesisBoard", Left, 84, brand, PictureColours.Accent);
        var name = issuer.Ticker.Length > 0 ? $"{issuer.Name} · {issuer.Ticker}" : issuer.Name;
        canvas.Write(CardText.Fit(name, small, 640), Right, 84, small, PictureColours.Soft, SKTextAlign.Right);
        canvas.Write($"As of {Figures.Date(board.AsOf)}", Left, Height - 44, small, PictureColours.Soft);
    }

    private static float Title(SKCanvas canvas, string title)
    {
        using var font = CardText.Font(50, isStrong: true);
        var y = 102f;
        foreach (var line in CardText.Lines(title, font, Right - Left, most: 2))
            canvas.Write(line, Left, y += 60, font, PictureColours.Ink);
        return y;
    }

    private static void Verdict(SKCanvas canvas, StandingLook look, float middle)
    {
        using var font = CardText.Font(62, isStrong: true);
        Icon(canvas, look, Left, middle - 30, 60);
        canvas.Write(look.Word, Left + 80, middle + 22, font, PictureColours.Of(look));
    }

    /// <summary>The legs stand at the foot, so that a short title leaves its room above them.</summary>
    private static void Legs(SKCanvas canvas, IReadOnlyList<CriterionState> legs)
    {
        var shown = legs.Take(MostLegs).ToList();
        using var title = CardText.Font(29, isStrong: true);
        using var small = CardText.Font(29);
        var y = Height - 96f - (shown.Count * 62);
        foreach (var leg in shown)
        {
            var look = StandingLook.Of(leg.Standing);
            Fill(canvas, new(Left, y, Right, y + 52), PictureColours.Card, round: 10);
            Icon(canvas, look, Left + 16, y + 11, 30);
            canvas.Write(CardText.Fit(leg.Title, title, 560), Left + 62, y + 36, title, PictureColours.Ink);
            var says = leg.Rule.Now is { } now ? $"{look.Word} · {now}" : look.Word;
            canvas.Write(CardText.Fit(says, small, 420), Right - 18, y + 36, small, PictureColours.Of(look), SKTextAlign.Right);
            y += 62;
        }
    }

    private static void Icon(SKCanvas canvas, StandingLook look, float x, float y, float size)
    {
        using var path = SKPath.ParseSvgPathData(look.Path);
        using var dash = look.IsDashed ? SKPathEffect.CreateDash([3.1f, 3.1f], 0) : null;
        using var paint = new SKPaint
        {
            Color = SKColor.Parse(PictureColours.Of(look)),
            Style = SKPaintStyle.Stroke,
            StrokeWidth = 2.2f,
            StrokeCap = SKStrokeCap.Round,
            StrokeJoin = SKStrokeJoin.Round,
            IsAntialias = true,
            PathEffect = dash,
        };
        canvas.Save();
        canvas.Translate(x, y);
        canvas.Scale(size / 24);
        canvas.DrawPath(path, paint);
        canvas.Restore();
    }

    private static void Fill(SKCanvas canvas, SKRect where, string colour, float round = 0)
    {
        using var paint = new SKPaint { Color = SKColor.Parse(colour), IsAntialias = true };
        canvas.DrawRoundRect(where, round, round, paint);
    }
}
