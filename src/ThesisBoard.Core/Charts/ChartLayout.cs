using System.Globalization;

namespace ThesisBoard.Core.Charts;

/// <summary>
/// Where everything in a chart stands, in CSS pixels from the top and as shares of the width: computed once, so that the interactive figure
/// takes the static picture's place without anything moving. Text keeps its size at every width.
/// </summary>
public sealed class ChartLayout
{
    internal const int LineHeight = 15;
    private const int TitleHeight = 32, Below = 12, EventHeight = 18, AxisHeight = 38;
    private readonly ChartModel chart;

    /// <summary>The layout of a chart.</summary>
    public ChartLayout(ChartModel chart)
    {
        this.chart = chart;
        Left = chart.Panels.Any(p => p.Rows.Count > 0) ? 84 : 54;
        var panels = new List<PanelPlace>();
        var top = chart.Events.Count > 0 ? EventHeight : 0;
        foreach (var panel in chart.Panels)
        {
            var title = TitleHeight + (panel.Subtitle.Length > 0 ? LineHeight : 0);
            panels.Add(new(panel, ChartScale.Of(panel), top + 13, top + title));
            top += title + panel.Height + Below;
        }

        Panels = panels;
        Bottom = Math.Max(0, top - Below);
        Ticks = TimeTicks(chart.From, chart.To);
    }

    /// <summary>The margin at the left, for the value axis.</summary>
    public int Left { get; }

    /// <summary>The margin at the right.</summary>
    public const int Right = 14;

    /// <summary>The lower end of the lowest panel.</summary>
    public int Bottom { get; }

    /// <summary>The height of all.</summary>
    public int Height => Bottom + AxisHeight;

    /// <summary>The panels in place.</summary>
    public IReadOnlyList<PanelPlace> Panels { get; }

    /// <summary>The marked dates with their words; the year stands in a second line where it begins.</summary>
    public IReadOnlyList<(DateOnly On, string Text, string Year)> Ticks { get; }

    /// <summary>Where a day lies between the ends of the time axis: 0 at the left, 1 at the right.</summary>
    public double Share(DateOnly day) => (day.DayNumber - chart.From.DayNumber) / (double)Math.Max(1, chart.To.DayNumber - chart.From.DayNumber);

    /// <summary>How a label is set: its anchor and its offset in pixels. At the ends of the axis it turns inwards; above another on the same day it gives way.</summary>
    public LabelPlace Place(PanelPlace place, ChartLabel label)
    {
        var at = Beside(label);
        var below = place.Panel.Labels.Where(l => l != label && l.Side == label.Side && l.On == label.On && place.Y(l.Value) >= place.Y(label.Value))
            .Select(l => place.Y(l.Value) - place.Y(label.Value)).DefaultIfEmpty(LineHeight).Min();
        return below < LineHeight ? at with { Dy = at.Dy - (int)(LineHeight - below) } : at;
    }

    /// <summary>
    /// How a line's label is set: above its line at the right. Of two lines near each other the lower has it below; where the panel ends there,
    /// both stand above the upper one. So no label covers another or the other's dashes.
    /// </summary>
    public static LabelPlace Place(PanelPlace place, ChartLine line)
    {
        const int above = -6, below = 15, near = 20, descent = 4;
        var lines = place.Panel.Lines.Select((l, i) => (Line: l, Y: place.Y(l.Value), i)).OrderBy(l => l.Y).ThenBy(l => l.i).ToList();
        var at = lines.FindIndex(l => ReferenceEquals(l.Line, line));
        var isUpper = at + 1 < lines.Count && lines[at + 1].Y - lines[at].Y < near;
        var isLower = at > 0 && lines[at].Y - lines[at - 1].Y < near;
        var fits = lines[isUpper ? at + 1 : at].Y + below + descent <= place.Top + place.Panel.Height;
        return new("end", 0, (isUpper, isLower, fits) switch
        {
            (_, true, true) => below,
            (_, true, false) => above - (int)Math.Round(lines[at].Y - lines[at - 1].Y),
            (true, _, false) => above - LineHeight,
            _ => above,
        });
    }

    private LabelPlace Beside(ChartLabel label)
    {
        var share = Share(label.On);
        var side = label.Side switch
        {
            LabelSide.Right when share > 0.8 => LabelSide.Above,
            LabelSide.Left when share < 0.2 => LabelSide.Above,
            _ => label.Side,
        };
        var lines = label.Text.Split('\n');
        var inwards = lines.Max(l => l.Length) > 20 ? 0.6 : 0.84; // long words turn earlier: a phone is narrow
        return side switch
        {
            LabelSide.Right => new("start", 9, 4),
            LabelSide.Left => new("end", -9, 4),
            _ => new(share > inwards ? "end" : share < 0.16 ? "start" : "middle", share > inwards ? 6 : share < 0.16 ? -6 : 0, side == LabelSide.Above ? -9 - (lines.Length - 1) * LineHeight : 17),
        };
    }

    private static List<(DateOnly On, string Text, string Year)> TimeTicks(DateOnly from, DateOnly to)
    {
        var months = (to.Year - from.Year) * 12 + to.Month - from.Month;
        var ticks = new List<(DateOnly, string, string)>();
        if (months < 3)
        {
            var days = (to.DayNumber - from.DayNumber) switch { < 8 => 1, < 30 => 7, _ => 14 };
            for (var day = from; day <= to; day = day.AddDays(days))
                ticks.Add((day, day.ToString("d MMM", CultureInfo.InvariantCulture), ticks.Count == 0 ? Year(day) : ""));
            return ticks;
        }

        var step = Array.Find([1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200], s => months / s <= 7);
        for (var index = (from.Year * 12 + from.Month - 1 + (from.Day > 1 ? 1 : 0) + step - 1) / step * step; ; index += step)
        {
            var day = new DateOnly(index / 12, index % 12 + 1, 1);
            if (day > to)
                return ticks;
            var next = day.AddMonths(step);
            var isNearNext = next.Month == 1 && next <= to; // two years side by side would touch on a phone
            var year = day.Month == 1 || (ticks.Count == 0 && !isNearNext) ? Year(day) : "";
            ticks.Add(step % 12 == 0 ? (day, Year(day), "") : (day, day.ToString("MMM", CultureInfo.InvariantCulture), year));
        }

        static string Year(DateOnly day) => day.ToString("yyyy", CultureInfo.InvariantCulture);
    }
}

/// <summary>A panel in place.</summary>
/// <param name="Panel">The panel.</param>
/// <param name="Scale">Its value axis.</param>
/// <param name="TitleBaseline">Where its title's letters stand, in pixels from the top.</param>
/// <param name="Top">Where its drawing area begins.</param>
public sealed record PanelPlace(ChartPanel Panel, ChartScale Scale, int TitleBaseline, int Top)
{
    /// <summary>Where a value lies, in pixels from the top of the chart. Rows count downwards.</summary>
    public double Y(decimal value) => Top + Panel.Height * (Panel.Rows.Count > 0 ? Scale.Share(value) : 1 - Scale.Share(value));

    /// <summary>A tick in words: a row's name, or the value.</summary>
    public string Text(decimal tick) => Panel.Rows.Count > 0 ? Panel.Rows[(int)tick] : Scale.Text(tick, Panel.Unit, Panel.BelowIsNegative);
}

/// <summary>How a label is set beside its place.</summary>
/// <param name="Anchor">Which part of the text stands there: start, middle or end.</param>
/// <param name="Dx">Pixels to the right.</param>
/// <param name="Dy">Pixels down, to the baseline.</param>
public readonly record struct LabelPlace(string Anchor, int Dx, int Dy);
