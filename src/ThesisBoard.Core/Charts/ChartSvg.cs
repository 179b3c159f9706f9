using System.Globalization;
using System.Net;
using System.Text;

namespace ThesisBoard.Core.Charts;

/// <summary>
/// A chart as a static SVG: what stands in the frame before the interactive chart is drawn, in print, and without scripts. Positions across are shares of the
/// width and text has a fixed size, so one picture is readable on a phone and on a wall. Colours are the look's CSS variables, so it fits both themes.
/// </summary>
public static class ChartSvg
{
    /// <summary>Above this many points a line has no marks.</summary>
    private const int MostMarks = 48;

    /// <summary>The most points of a line in the static picture.</summary>
    private const int MostDrawn = 240;

    /// <summary>The picture.</summary>
    public static string Of(ChartModel chart)
    {
        var layout = new ChartLayout(chart);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"""<svg class="chart-svg" xmlns="http://www.w3.org/2000/svg" height="{layout.Height}" aria-hidden="true" focusable="false" style="stroke:none;stroke-width:1;font-size:12px;margin-left:{layout.Left}px;width:calc(100% - {layout.Left + ChartLayout.Right}px);overflow:visible">""");
        foreach (var place in layout.Panels)
            Panel(svg, chart, layout, place);
        foreach (var (on, text, year) in layout.Ticks)
            Tick(svg, layout, on, text, year);
        foreach (var moment in chart.Events)
            Event(svg, layout, moment);
        foreach (var place in layout.Panels)
            Labels(svg, layout, place);
        return svg.Append("</svg>").ToString();
    }

    private static void Panel(StringBuilder svg, ChartModel chart, ChartLayout layout, PanelPlace place)
    {
        foreach (var gap in place.Panel.Gaps.Where(g => g.Row is null))
            Band(svg, layout, place, gap);
        foreach (var tick in place.Scale.Ticks)
        {
            var y = place.Y(tick);
            var strong = tick == 0 && place.Panel.Rows.Count == 0;
            Line(svg, "0", "100%", y, y, strong ? ChartColours.Edge : ChartColours.Grid, 1, "");
            Text(svg, "-8", y + 4, "end", ChartColours.Text, place.Text(tick));
        }

        foreach (var gap in place.Panel.Gaps.Where(g => g.Row is not null))
            MissingRow(svg, layout, place, gap);
        Stack stack = new();
        foreach (var series in place.Panel.Series)
            Series(svg, chart, layout, place, series, stack);
        foreach (var line in place.Panel.Lines)
            Line(svg, "0", "100%", place.Y(line.Value), place.Y(line.Value), ChartColours.Css(line.Tone), 1.4, "6 4");
    }

    private static void Series(StringBuilder svg, ChartModel chart, ChartLayout layout, PanelPlace place, ChartSeries series, Stack stack)
    {
        var color = ChartColours.Css(series.Tone);
        switch (series.Shape)
        {
            case SeriesShape.Bars:
                foreach (var point in series.Points)
                    Bar(svg, layout, place, point, color, stack.Push(point));
                break;
            case SeriesShape.Levels:
                foreach (var point in series.Points)
                    Level(svg, layout, place, point, color);
                break;
            case SeriesShape.Since:
                foreach (var point in series.Points)
                    Line(svg, Percent(layout.Share(point.Middle)), Percent(layout.Share(chart.AsOf)), place.Y(point.Value), place.Y(point.Value), color, 2, "");
                Marks(svg, layout, place, series.Points, color);
                break;
            default:
                Curve(svg, layout, place, Downsample.Thin(series.Points, MostDrawn), color);
                Marks(svg, layout, place, series.Points.Count <= MostMarks ? series.Points : [.. series.Points.TakeLast(1)], color);
                break;
        }
    }

    /// <summary>A line in a box of its own that stretches across; its stroke does not stretch.</summary>
    private static void Curve(StringBuilder svg, ChartLayout layout, PanelPlace place, IReadOnlyList<ChartPoint> points, string color)
    {
        if (points.Count < 2)
            return;
        svg.Append(CultureInfo.InvariantCulture, $"""<svg y="{place.Top}" width="100%" height="{place.Panel.Height}" viewBox="0 0 1000 {place.Panel.Height}" preserveAspectRatio="none" overflow="visible"><path fill="none" stroke="{color}" stroke-width="2.2" vector-effect="non-scaling-stroke" stroke-linejoin="round" d="{Path(layout, place, points)}"/></svg>""");
    }

    private static string Path(ChartLayout layout, PanelPlace place, IReadOnlyList<ChartPoint> points) => string.Concat(points.Select((p, i) =>
        string.Create(CultureInfo.InvariantCulture, $"{(i == 0 || p.Breaks ? 'M' : 'L')}{layout.Share(p.Middle) * 1000:0.#} {place.Y(p.Value) - place.Top:0.#}")));

    private static void Marks(StringBuilder svg, ChartLayout layout, PanelPlace place, IReadOnlyList<ChartPoint> points, string color)
    {
        foreach (var point in points)
        {
            var fill = point.IsWeak ? ChartColours.Ground : color;
            svg.Append(CultureInfo.InvariantCulture, $"""<circle cx="{Percent(layout.Share(point.Middle))}" cy="{place.Y(point.Value):0.#}" r="3.4" fill="{fill}" stroke="{color}" stroke-width="1.6"/>""");
        }
    }

    private static void Bar(StringBuilder svg, ChartLayout layout, PanelPlace place, ChartPoint point, string color, decimal from)
    {
        var (x, width) = Across(layout, point);
        var (a, b) = (place.Y(from), place.Y(from + point.Value));
        svg.Append(CultureInfo.InvariantCulture, $"""<rect x="{Percent(x)}" width="{Percent(width)}" y="{Math.Min(a, b):0.#}" height="{Math.Max(1, Math.Abs(a - b)):0.#}" fill="{color}"{(point.IsWeak ? " fill-opacity=\".62\"" : "")}/>""");
    }

    private static void Level(StringBuilder svg, ChartLayout layout, PanelPlace place, ChartPoint point, string color)
    {
        var (x, width) = Across(layout, point);
        Line(svg, Percent(x), Percent(x + width), place.Y(point.Value), place.Y(point.Value), color, 3, "");
    }

    /// <summary>Where a period lies across, with some air between neighbours.</summary>
    private static (double X, double Width) Across(ChartLayout layout, ChartPoint point)
    {
        var start = layout.Share(point.Period.Start ?? point.Period.End.AddDays(-5));
        var width = layout.Share(point.Period.End.DayNumber < DateOnly.MaxValue.DayNumber ? point.Period.End.AddDays(1) : point.Period.End) - start;
        return (start + width * 0.12, width * 0.76);
    }

    private static void Band(StringBuilder svg, ChartLayout layout, PanelPlace place, ChartGap gap)
    {
        var (a, b) = (Math.Max(0, layout.Share(gap.From)), Math.Min(1, layout.Share(gap.To)));
        if (b <= a)
            return;
        svg.Append(CultureInfo.InvariantCulture, $"""<rect x="{Percent(a)}" width="{Percent(b - a)}" y="{place.Top}" height="{place.Panel.Height}" fill="{ChartColours.Gap}"/>""");
    }

    /// <summary>The bands of a panel that are wide enough for their words: where these stand, as a share of the width and in pixels from the top, clear of the panel's labels.</summary>
    internal static IEnumerable<(double Middle, double Y, string Label)> Bands(ChartLayout layout, PanelPlace place) =>
        from gap in place.Panel.Gaps
        where gap.Row is null
        let a = Math.Max(0, layout.Share(gap.From))
        let b = Math.Min(1, layout.Share(gap.To))
        where b - a > 0.2
        select ((a + b) / 2, Clear(layout, place, a), gap.Label);

    /// <summary>The middle of the height, or another where neither zero, a level, its label nor a line of a label that reaches into the band stands; else what is farthest from all of them.</summary>
    private static double Clear(ChartLayout layout, PanelPlace place, double begin)
    {
        const double nextTo = 0.1;
        var taken = (
            from label in place.Panel.Labels
            let at = layout.Place(place, label)
            where layout.Share(label.On) > (at.Anchor == "end" ? begin : begin - nextTo)
            from line in Enumerable.Range(0, label.Text.Count(c => c == '\n') + 1)
            select place.Y(label.Value) + at.Dy - 4 + (line * ChartLayout.LineHeight)).ToList();
        foreach (var line in place.Panel.Lines)
            taken.AddRange([place.Y(line.Value), place.Y(line.Value) + ChartLayout.Place(place, line).Dy - 4]);
        if (place.Scale.Low < 0)
            taken.Add(place.Y(0));
        double[] heights = [0.5, 0.8, 0.2];
        var places = heights.Select(h => place.Top + (h * place.Panel.Height)).ToList();
        return places.Find(y => Room(y) >= ChartLayout.LineHeight) is > 0 and var clear ? clear : places.MaxBy(Room);

        double Room(double y) => taken.Select(t => Math.Abs(t - y)).DefaultIfEmpty(place.Panel.Height).Min();
    }

    private static void MissingRow(StringBuilder svg, ChartLayout layout, PanelPlace place, ChartGap gap)
    {
        var y = place.Y(gap.Row!.Value);
        Line(svg, Percent(Math.Max(0, layout.Share(gap.From))), Percent(Math.Min(1, layout.Share(gap.To))), y, y, ChartColours.Edge, 1, "2 5");
        if (gap.Label.Length > 0)
            Text(svg, "6", y + 4, "start", ChartColours.GapText, gap.Label, halo: true);
    }

    private static void Tick(StringBuilder svg, ChartLayout layout, DateOnly on, string text, string year)
    {
        var x = Percent(layout.Share(on));
        Line(svg, x, x, layout.Bottom, layout.Bottom + 4, ChartColours.Grid, 1, "");
        Text(svg, x, layout.Bottom + 17, "middle", ChartColours.Text, text);
        if (year.Length > 0)
            Text(svg, x, layout.Bottom + 32, "middle", ChartColours.Text, year);
    }

    private static void Event(StringBuilder svg, ChartLayout layout, ChartEvent moment)
    {
        var share = layout.Share(moment.On);
        Line(svg, Percent(share), Percent(share), 18, layout.Bottom, "var(--ink)", 1, "2 3");
        Text(svg, Percent(share), 12, share > 0.5 ? "end" : "start", "var(--ink)", $"{moment.Label} {Quantities.Figures.Date(moment.On)}");
    }

    private static void Labels(StringBuilder svg, ChartLayout layout, PanelPlace place)
    {
        var edge = (-layout.Left + 2).ToString(CultureInfo.InvariantCulture);
        Text(svg, edge, place.TitleBaseline, "start", "var(--ink)", place.Panel.Title, "600");
        if (place.Panel.Subtitle.Length > 0)
            Text(svg, edge, place.TitleBaseline + ChartLayout.LineHeight, "start", "var(--ink)", place.Panel.Subtitle);
        foreach (var (middle, y, label) in Bands(layout, place))
            Text(svg, Percent(middle), y + 4, "middle", ChartColours.GapText, label);
        foreach (var line in place.Panel.Lines)
            Text(svg, "100%", place.Y(line.Value) + ChartLayout.Place(place, line).Dy, "end", ChartColours.Words(line.Tone), line.Label, halo: true);
        foreach (var label in place.Panel.Labels)
        {
            var at = layout.Place(place, label);
            Text(svg, Percent(layout.Share(label.On)), place.Y(label.Value) + at.Dy, at.Anchor, ChartColours.Words(label.Tone), label.Text, "600", at.Dx, true);
        }
    }

    private static void Line(StringBuilder svg, string x1, string x2, double y1, double y2, string color, double width, string dash) =>
        svg.Append(CultureInfo.InvariantCulture, $"""<line x1="{x1}" x2="{x2}" y1="{y1:0.#}" y2="{y2:0.#}" stroke="{color}" stroke-width="{width}"{(dash.Length > 0 ? $" stroke-dasharray=\"{dash}\"" : "")}/>""");

    private static void Text(StringBuilder svg, string x, double y, string anchor, string color, string text, string weight = "", int dx = 0, bool halo = false)
    {
        var aside = dx != 0 ? string.Create(CultureInfo.InvariantCulture, $" dx=\"{dx}\"") : "";
        var lines = text.Split('\n');
        var words = lines.Length == 1 ? Escape(text) : string.Concat(lines.Select((line, i) =>
            string.Create(CultureInfo.InvariantCulture, $"""<tspan x="{x}"{aside}{(i > 0 ? $" dy=\"{ChartLayout.LineHeight}\"" : "")}>{Escape(line)}</tspan>""")));
        svg.Append(CultureInfo.InvariantCulture, $"""<text x="{x}" y="{y:0.#}" text-anchor="{anchor}" fill="{color}"{(weight.Length > 0 ? $" font-weight=\"{weight}\"" : "")}{aside}{(halo ? " class=\"halo\"" : "")}>{words}</text>""");
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##}%");

    /// <summary>Text as XML character data: markup is escaped, and what XML 1.0 does not know is replaced.</summary>
    private static string Escape(string text) =>
        WebUtility.HtmlEncode(string.Concat(text.EnumerateRunes().Select(r => IsXml(r.Value) ? r : Rune.ReplacementChar)));

    private static bool IsXml(int rune) => rune is '\t' or '\n' or '\r' or >= 0x20 and < 0xFFFE or >= 0x10000;

    /// <summary>How high the bars of each period stand already, up and down.</summary>
    internal sealed class Stack
    {
        private readonly Dictionary<(Quantities.Period, bool), decimal> tops = [];

        /// <summary>Where the bar begins; the next one of the same period and direction begins where it ends.</summary>
        public decimal Push(ChartPoint point)
        {
            var key = (point.Period, point.Value < 0);
            var from = tops.GetValueOrDefault(key);
            tops[key] = from + point.Value;
            return from;
        }
    }
}
