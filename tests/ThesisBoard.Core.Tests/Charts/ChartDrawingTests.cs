using System.Text.Json;
using System.Xml.Linq;
using CsCheck;
using ThesisBoard.Core.Charts;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Tests.Judging;
using Xunit;

namespace ThesisBoard.Core.Tests.Charts;

public sealed class ChartDrawingTests
{
    private const string Hostile = "</script><script>alert(1)</script>\"'& \u0001 \ud800 =x";
    private static readonly Gen<DateOnly> AnyDate = Gen.OneOf(Generated.Date, Gen.Const(new DateOnly(1900, 1, 1)), Gen.Const(new DateOnly(2200, 12, 31)));

    [Fact]
    public void Any_record_and_any_date_give_pictures_and_figures_that_can_be_read() =>
        Gen.Select(Generated.Record, AnyDate).Sample((record, asOf) =>
        {
            foreach (var chart in CangoChartTests.All(Judge.Board(Generated.Thesis, record, asOf)))
                Read(chart);
        });

    [Fact]
    public void The_static_picture_is_well_formed_and_the_figure_has_as_many_points_as_the_model()
    {
        foreach (var chart in CangoChartTests.All(Sample.On("2026-11-22")))
        {
            using var figure = Read(chart);
            var drawn = figure.RootElement.GetProperty("data").EnumerateArray()
                .Sum(t => t.GetProperty("y").EnumerateArray().Count(y => y.ValueKind == JsonValueKind.Number));
            Assert.Equal(chart.PointCount, drawn);
        }
    }

    [Fact]
    public void Text_from_the_record_cannot_leave_the_picture_or_the_figure()
    {
        var chart = TreasuryChart.Of(Sample.On("2026-11-22"))!;
        var panel = chart.Panels[0] with { Title = Hostile, Labels = [new(chart.From, 1, Hostile, LabelSide.Above, ChartTone.Ink)], Lines = [new(5, Hostile)] };
        var hostile = chart with { Title = Hostile, Panels = [panel], Events = [new(chart.From, Hostile)] };

        Assert.DoesNotContain("<script", ChartSvg.Of(hostile), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<", ChartFigure.Json(hostile, key => key), StringComparison.Ordinal);
        using var figure = Read(hostile);
        Assert.DoesNotContain(figure.RootElement.GetProperty("layout").GetProperty("annotations").EnumerateArray(),
            a => a.GetProperty("text").GetString()!.Contains("<script", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Thinning_keeps_ends_order_and_only_real_points() =>
        Gen.Select(Gen.Decimal[-1_000m, 1_000m].Array[0, 400], Gen.Int[3, 50]).Sample((values, most) =>
        {
            var points = Points(values);
            var thin = Downsample.Thin(points, most);
            Assert.True(thin.Count <= most);
            Assert.Equal(Math.Min(points.Count, most), thin.Count);
            Assert.True(thin.SequenceEqual(Downsample.Thin(points, most)));
            Assert.True(thin.Zip(thin.Skip(1)).All(pair => pair.First.Period < pair.Second.Period));
            Assert.All(thin, point => Assert.Contains(point, points));
            Assert.True(points.Count == 0 || thin[0] == points[0] && thin[^1] == points[^1]);
        });

    [Fact]
    public void A_break_that_is_thinned_out_still_breaks_the_line()
    {
        var points = Points([.. Enumerable.Range(0, 100).Select(i => (decimal)i)]).Select((p, i) => i == 51 ? p with { Breaks = true } : p).ToList();

        Assert.Single(Downsample.Thin(points, 10), p => p.Breaks);
    }

    [Fact]
    public void Ten_thousand_figures_draw_two_thousand_points()
    {
        var thin = Downsample.Thin(Points([.. Enumerable.Range(0, 10_000).Select(i => (decimal)Math.Sin(i / 50.0) * 100)]));

        Assert.Equal(2_000, thin.Count);
        Assert.True(thin.Max(p => p.Value) > 99.9m && thin.Min(p => p.Value) < -99.9m);
    }

    [Theory]
    [InlineData("USD", 557_600_000, "$0|$200M|$400M|$600M")]
    [InlineData("BTC", 7_528.3, "0|2,000|4,000|6,000|8,000")]
    [InlineData("USD/BTC", 76_928, "$0|$20k|$40k|$60k|$80k")]
    [InlineData("USD", -452_800_000, "\u2212$600M|\u2212$400M|\u2212$200M|$0")]
    [InlineData("share", 80_000_000, "0|20M|40M|60M|80M")]
    [InlineData("share", 1_500_000_000, "0|0.5B|1B|1.5B")]
    [InlineData("share", 240_000, "0|100k|200k|300k")]
    [InlineData("share", 80_000, "0|20,000|40,000|60,000|80,000")]
    [InlineData("1", -2_000_000, "\u22122M|\u22121.5M|\u22121M|\u22120.5M|0")]
    public void Ticks_are_round_and_carry_their_unit(string unit, double value, string ticks)
    {
        var point = Points([(decimal)value])[0];
        var panel = new ChartPanel { Title = "t", Unit = Unit.Parse(unit), Series = [new("s", "s", SeriesShape.Line, ChartTone.Accent, [point])], Height = unit == "USD" ? 120 : 160 };
        var scale = ChartScale.Of(panel);

        Assert.Equal(ticks, string.Join('|', scale.Ticks.Select(t => scale.Text(t, panel.Unit))));
    }

    [Fact]
    public void Labels_of_two_levels_cover_neither_each_other_nor_the_other_level() =>
        Gen.Select(Gen.Int[0, 1_000], Gen.Int[0, 1_000], Gen.Int[60, 300]).Sample((warn, line, height) =>
        {
            ChartLine[] lines = [new(warn, "warning"), new(line, "line")];
            var panel = new ChartPanel { Title = "t", Unit = Unit.One, Series = [new("s", "s", SeriesShape.Line, ChartTone.Accent, Points([1_000]))], Lines = lines, Height = height };
            var place = new PanelPlace(panel, ChartScale.Of(panel), 0, 40);
            var letters = lines.Select(l => place.Y(l.Value) + ChartLayout.Place(place, l).Dy - 4).ToList(); // their middles

            Assert.True(Math.Abs(letters[0] - letters[1]) >= 13, $"The labels are at {letters[0]} and {letters[1]}.");
            Assert.All(letters, l => Assert.All(lines, level => Assert.True(Math.Abs(place.Y(level.Value) - l) >= 7, $"The label at {l} is on the level at {place.Y(level.Value)}.")));
            Assert.All(letters, l => Assert.InRange(l, 20, 40 + height));
        });

    private static List<ChartPoint> Points(decimal[] values) =>
        [.. values.Select((v, i) => new ChartPoint { Period = Period.At(new DateOnly(1990, 1, 1).AddDays(i)), Value = v, Label = "" })];

    private static JsonDocument Read(ChartModel chart)
    {
        XDocument.Parse(ChartSvg.Of(chart));
        return JsonDocument.Parse(ChartFigure.Json(chart, key => "/t/x?source=" + key));
    }
}
