using System.Text.Json.Nodes;

namespace ThesisBoard.Core.Charts;

/// <summary>The layout part of a Plotly figure: one time axis, one value axis a panel, and as shapes and annotations what is set by hand in the static picture.</summary>
internal static class ChartFigureLayout
{
    private const int MostReaches = 120;
    private const string Clear = "rgba(0,0,0,0)";

    public static JsonObject Of(ChartModel chart, ChartLayout layout)
    {
        var result = new JsonObject
        {
            ["height"] = layout.Height,
            ["margin"] = new JsonObject { ["l"] = layout.Left, ["r"] = ChartLayout.Right, ["t"] = 0, ["b"] = layout.Height - layout.Bottom, ["pad"] = 0 },
            ["paper_bgcolor"] = Clear,
            ["plot_bgcolor"] = Clear,
            ["font"] = new JsonObject { ["size"] = 12, ["color"] = ChartColours.Text },
            ["hoverlabel"] = new JsonObject { ["bgcolor"] = ChartColours.Ground, ["bordercolor"] = ChartColours.Text, ["align"] = "left", ["font"] = Font("var(--ink)") },
            ["showlegend"] = false,
            ["hovermode"] = "closest",
            ["dragmode"] = false,
            ["barmode"] = "relative",
            ["separators"] = ".,",
            ["xaxis"] = Time(chart, layout),
        };
        for (var i = 0; i < layout.Panels.Count; i++)
            result[i == 0 ? "yaxis" : ChartFigure.Axis("yaxis", i)] = Values(layout, layout.Panels[i]);
        result["shapes"] = new JsonArray([.. Shapes(chart, layout)]);
        result["annotations"] = new JsonArray([.. Annotations(chart, layout)]);
        return result;
    }

    private static JsonObject Time(ChartModel chart, ChartLayout layout) => new()
    {
        ["type"] = "date",
        ["range"] = new JsonArray(ChartFigure.Iso(chart.From), ChartFigure.Iso(chart.To)),
        ["anchor"] = ChartFigure.Axis("y", layout.Panels.Count - 1),
        ["tickvals"] = new JsonArray([.. layout.Ticks.Select(t => JsonValue.Create(ChartFigure.Iso(t.On)))]),
        ["ticktext"] = new JsonArray([.. layout.Ticks.Select(t => JsonValue.Create(t.Year.Length > 0 ? $"{t.Text}<br>{t.Year}" : t.Text))]),
        ["tickformat"] = "%b\n%Y",
        ["tickangle"] = 0,
        ["ticks"] = "outside",
        ["ticklen"] = 4,
        ["tickcolor"] = ChartColours.Grid,
        ["showgrid"] = false,
        ["zeroline"] = false,
        ["fixedrange"] = true,
    };

    private static JsonObject Values(ChartLayout layout, PanelPlace place)
    {
        var (low, high) = (place.Scale.Low, place.Scale.High);
        var rows = place.Panel.Rows.Count > 0;
        return new()
        {
            ["domain"] = new JsonArray(Paper(layout, place.Top + place.Panel.Height), Paper(layout, place.Top)),
            ["range"] = rows ? new JsonArray(high, low) : new JsonArray(low, high),
            ["tickvals"] = new JsonArray([.. place.Scale.Ticks.Select(t => JsonValue.Create(t))]),
            ["ticktext"] = new JsonArray([.. place.Scale.Ticks.Select(t => JsonValue.Create(ChartFigure.Escape(place.Text(t))))]),
            ["ticks"] = "outside",
            ["ticklen"] = 6,
            ["tickcolor"] = Clear,
            ["gridcolor"] = ChartColours.Grid,
            ["zeroline"] = !rows && low < 0,
            ["zerolinecolor"] = ChartColours.Edge,
            ["fixedrange"] = true,
        };
    }

    private static IEnumerable<JsonObject> Shapes(ChartModel chart, ChartLayout layout)
    {
        for (var i = 0; i < layout.Panels.Count; i++)
        {
            var axis = ChartFigure.Axis("y", i);
            foreach (var gap in layout.Panels[i].Panel.Gaps)
            {
                var (from, to) = (gap.From < chart.From ? chart.From : gap.From, gap.To > chart.To ? chart.To : gap.To);
                yield return gap.Row is { } row
                    ? Line("x", ChartFigure.Iso(from), ChartFigure.Iso(to), axis, row, row, ChartColours.Edge, 1, "dot")
                    : Band(ChartFigure.Iso(from), ChartFigure.Iso(to), axis + " domain");
            }

            foreach (var line in layout.Panels[i].Panel.Series.SelectMany(s => Reaches(chart, s, axis)))
                yield return line;
            foreach (var line in layout.Panels[i].Panel.Lines)
                yield return Line("paper", 0, 1, axis, line.Value, line.Value, ChartColours.Css(line.Tone), 1.4, "dash");
        }

        foreach (var moment in chart.Events)
            yield return Line("x", ChartFigure.Iso(moment.On), ChartFigure.Iso(moment.On), "paper", 0, Paper(layout, 18), "var(--ink)", 1, "dot");
    }

    /// <summary>Levels across a period, and lines that run on from a mark; Plotly's error bars would do it, but not on a time axis.</summary>
    private static IEnumerable<JsonObject> Reaches(ChartModel chart, ChartSeries series, string axis) => series.Shape switch
    {
        SeriesShape.Levels => series.Points.TakeLast(MostReaches).Select(p =>
            Line("x", ChartFigure.Iso(p.Middle.AddDays(-p.Period.Days * 38 / 100)), ChartFigure.Iso(p.Middle.AddDays(p.Period.Days * 38 / 100)), axis, p.Value, p.Value, ChartColours.Css(series.Tone), 3, "solid")),
        SeriesShape.Since => series.Points.Select(p =>
            Line("x", ChartFigure.Iso(p.Middle), ChartFigure.Iso(chart.AsOf), axis, p.Value, p.Value, ChartColours.Css(series.Tone), 2, "solid")),
        _ => [],
    };

    private static IEnumerable<JsonObject> Annotations(ChartModel chart, ChartLayout layout)
    {
        for (var i = 0; i < layout.Panels.Count; i++)
        {
            var place = layout.Panels[i];
            var axis = ChartFigure.Axis("y", i);
            yield return Words(place.Panel.Title, "paper", 0, "paper", Paper(layout, place.TitleBaseline - 4), new("start", 2 - layout.Left, 4), "var(--ink)", bold: true);
            if (place.Panel.Subtitle.Length > 0)
                yield return Words(place.Panel.Subtitle, "paper", 0, "paper", Paper(layout, place.TitleBaseline + ChartLayout.LineHeight - 4), new("start", 2 - layout.Left, 4), "var(--ink)");
            foreach (var line in place.Panel.Lines)
                yield return Words(line.Label, "paper", 1, axis, line.Value, ChartLayout.Place(place, line), ChartColours.Words(line.Tone));
            foreach (var label in place.Panel.Labels)
                yield return Words(label.Text, "x", ChartFigure.Iso(label.On), axis, label.Value, layout.Place(place, label), ChartColours.Words(label.Tone), bold: true);
            foreach (var gap in place.Panel.Gaps.Where(g => g.Row is not null && g.Label.Length > 0))
                yield return Words(gap.Label, "paper", 0, axis, gap.Row!.Value, new("start", 6, 4), ChartColours.GapText);
            foreach (var (middle, y, label) in ChartSvg.Bands(layout, place))
                yield return Words(label, "x", ChartFigure.Iso(chart.From.AddDays((int)(middle * (chart.To.DayNumber - chart.From.DayNumber)))), "paper", Paper(layout, y), new("middle", 0, 4), ChartColours.GapText);
        }

        foreach (var moment in chart.Events)
            yield return Words($"{moment.Label} {Quantities.Figures.Date(moment.On)}", "x", ChartFigure.Iso(moment.On), "paper", Paper(layout, 8), new(layout.Share(moment.On) > 0.5 ? "end" : "start", 0, 4), "var(--ink)");
    }

    private static JsonObject Band(string from, string to, string axis) => new()
    {
        ["type"] = "rect", ["xref"] = "x", ["x0"] = from, ["x1"] = to, ["yref"] = axis, ["y0"] = 0, ["y1"] = 1,
        ["fillcolor"] = ChartColours.Gap, ["line"] = new JsonObject { ["width"] = 0 }, ["layer"] = "below",
    };

    private static JsonObject Line(string xref, JsonNode x0, JsonNode x1, string yref, JsonNode y0, JsonNode y1, string color, double width, string dash) => new()
    {
        ["type"] = "line", ["xref"] = xref, ["x0"] = x0, ["x1"] = x1, ["yref"] = yref, ["y0"] = y0, ["y1"] = y1,
        ["line"] = new JsonObject { ["color"] = color, ["width"] = width, ["dash"] = dash }, ["layer"] = "above",
    };

    /// <summary>Words whose offsets are those of the static picture, where they are counted down to the baseline; here up to the middle.</summary>
    private static JsonObject Words(string text, string xref, JsonNode x, string yref, JsonNode y, LabelPlace at, string color, bool bold = false)
    {
        var side = at.Anchor switch { "start" => "left", "end" => "right", _ => "center" };
        return new()
        {
            ["text"] = bold ? $"<b>{Lines(text)}</b>" : Lines(text),
            ["xref"] = xref, ["x"] = x, ["yref"] = yref, ["y"] = y,
            ["xanchor"] = side,
            ["yanchor"] = "middle",
            ["align"] = side,
            ["xshift"] = at.Dx,
            ["yshift"] = 4 - at.Dy - text.Count(c => c == '\n') * ChartLayout.LineHeight / 2.0,
            ["showarrow"] = false,
            ["borderpad"] = 0,
            ["font"] = Font(color),
        };
    }

    private static string Lines(string text) => ChartFigure.Escape(text).Replace("\n", "<br>", StringComparison.Ordinal);

    private static JsonObject Font(string color) => new() { ["size"] = 12, ["color"] = color };

    private static double Paper(ChartLayout layout, double pixels) => Math.Round(1 - pixels / layout.Bottom, 5);
}
