using SkiaSharp;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Shares;
using ThesisBoard.Shell;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Features.Shares;

/// <summary>The picture of a link preview.</summary>
public sealed class ShareCardTests
{
    private const int LegsFrom = 400; // rows from here on hold the legs and the date
    private static readonly SKColor Ink = SKColor.Parse(PictureColours.Ink);

    [Theory]
    [InlineData("2026-11-22", "#7d5200")]
    [InlineData("2027-01-01", "#b3261e")]
    [InlineData("2026-03-17", "#525a63")]
    public void It_has_the_size_of_previews_and_the_colour_of_the_verdict(string asOf, string colour)
    {
        using var card = Draw(Store.Sample().Thesis, asOf);
        Save(card, asOf);
        Assert.Equal((ShareCard.Width, ShareCard.Height), (card.Width, card.Height));
        Assert.Equal(SKColor.Parse(colour), card.GetPixel(8, 300));
    }

    [Fact]
    public void Its_words_are_drawn_on_a_machine_without_fonts()
    {
        var thesis = Store.Sample().Thesis;
        using var card = Draw(thesis, "2026-11-22");
        using var untitled = Draw(thesis with { Title = "" }, "2026-11-22");

        Assert.InRange(Count(card, Ink, 0, LegsFrom), 500, int.MaxValue);
        Assert.Equal(0, Count(untitled, Ink, 0, LegsFrom));
        Assert.InRange(Count(card, Ink, LegsFrom, ShareCard.Height), 500, int.MaxValue);
    }

    [Fact]
    public void A_title_without_a_gap_ends_within_the_picture_and_a_board_without_a_line_has_no_legs()
    {
        var thesis = Store.Sample().Thesis with { Title = new string('W', ThesisCheck.MaxTitle), Line = null };
        using var card = Draw(thesis, "2026-11-22");
        var rightmost = Enumerable.Range(0, card.Width).Last(x => Enumerable.Range(0, LegsFrom).Any(y => card.GetPixel(x, y) == Ink));

        Assert.InRange(rightmost, 600, ShareCard.Width - 60);
        Assert.Equal(0, Count(card, Ink, LegsFrom, ShareCard.Height));
    }

    [Fact]
    public void The_same_board_makes_the_same_picture_to_the_byte()
    {
        var (thesis, record) = Store.Sample();
        var board = Judge.Board(thesis, record, new(2026, 11, 22));
        Assert.Equal(ShareCard.Of(board), ShareCard.Of(board));
    }

    private static SKBitmap Draw(Thesis thesis, string asOf) =>
        SKBitmap.Decode(ShareCard.Of(Judge.Board(thesis, Store.Sample().Record, DateOnly.ParseExact(asOf, "yyyy-MM-dd"))));

    private static int Count(SKBitmap card, SKColor colour, int from, int to) =>
        Enumerable.Range(from, to - from).Sum(y => Enumerable.Range(0, card.Width).Count(x => card.GetPixel(x, y) == colour));

    private static void Save(SKBitmap card, string name)
    {
        if (Environment.GetEnvironmentVariable("THESISBOARD_PICTURES") is not { Length: > 0 } folder)
            return;
        Directory.CreateDirectory(folder);
        using var png = card.Encode(SKEncodedImageFormat.Png, 100);
        File.WriteAllBytes(Path.Combine(folder, $"card-{name}.png"), png.ToArray());
    }
}
