using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Charts;

/// <summary>
/// A chart as a Plotly figure: data, layout and configuration. It stands exactly where the static picture stands. Colours are names of CSS variables,
/// which whoever draws it replaces by the values of the theme in use; links of points are in <c>customdata</c>.
/// </summary>
/// <remarks>The attributes are those of the plotly.js reference; only parts of its basic bundle are used (scatter and bar).</remarks>
public static class ChartFigure
{
    private const double Day = 86_400_000;

    /// <summary>The figure as JSON; <paramref name="link"/> says where the key of a source leads. The default encoder escapes &lt;, &gt;, &amp; and quotes, so it can stand inside a script element.</summary>
    public static string Json(ChartModel chart, Func<string, string?> link) => Of(chart, link).ToJsonString();

    /// <summary>The figure; <paramref name="link"/> says where the key of a source leads.</summary>
    public static JsonObject Of(ChartModel chart, Func<string, string?> link)
    {
        var layout = new ChartLayout(chart);
        var data = new JsonArray();
        for (var i = 0; i < layout.Panels.Count; i++)
        {
            foreach (var series in layout.Panels[i].Panel.Series.Where(s => s.Points.Count > 0))
                data.Add(Trace(series, Axis("y", i), link));
        }

        return new()
        {
            ["data"] = data,
            ["layout"] = ChartFigureLayout.Of(chart, layout),
            ["config"] = new JsonObject { ["displayModeBar"] = false, ["responsive"] = true, ["doubleClick"] = false, ["scrollZoom"] = false },
            ["asOf"] = Iso(chart.AsOf),
        };
    }

    /// <summary>The name of the n-th axis: y, y2, y3.</summary>
    internal static string Axis(string letter, int index) => index == 0 ? letter : string.Create(CultureInfo.InvariantCulture, $"{letter}{index + 1}");

    /// <summary>A date as Plotly reads it.</summary>
    internal static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Text for Plotly, which reads a small set of HTML tags in every text.</summary>
    internal static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static JsonObject Trace(ChartSeries series, string axis, Func<string, string?> link)
    {
        var color = ChartColours.Css(series.Tone);
        var points = Broken(series).ToList();
        var trace = new JsonObject
        {
            ["type"] = series.Shape == SeriesShape.Bars ? "bar" : "scatter",
            ["name"] = Escape(series.Title),
            ["x"] = Array(points, p => Iso(p.Point.Middle)),
            ["y"] = Array<decimal?>(points, p => p.IsBreak ? null : p.Point.Value),
            ["yaxis"] = axis,
            ["hovertext"] = Array(points, p => Hover(series, p.Point)),
            ["hoverinfo"] = "text",
            ["customdata"] = Array(points, p => p.Point.Source is { } source ? link(source) : null),
        };
        Shape(trace, series, points, color);
        return trace;
    }

    private static void Shape(JsonObject trace, ChartSeries series, List<(ChartPoint Point, bool IsBreak)> points, string color)
    {
        if (series.Shape == SeriesShape.Bars)
        {
            trace["width"] = Array(points, p => Math.Max(1, p.Point.Period.Days) * Day * 0.76);
            trace["marker"] = new JsonObject { ["color"] = color, ["opacity"] = Array(points, p => p.Point.IsWeak ? 0.62 : 1) };
            return;
        }

        trace["mode"] = series.Shape == SeriesShape.Line ? "lines+markers" : "markers";
        trace["line"] = new JsonObject { ["color"] = color, ["width"] = 2.2 };
        trace["cliponaxis"] = false;
        trace["connectgaps"] = false;
        trace["marker"] = new JsonObject
        {
            ["color"] = Array(points, p => p.Point.IsWeak && series.Shape != SeriesShape.Levels ? ChartColours.Ground : color),
            ["size"] = series.Shape == SeriesShape.Levels || points.Count > 400 ? 3 : 7,
            ["line"] = new JsonObject { ["color"] = color, ["width"] = 1.6 },
        };
    }

    /// <summary>The points, with an empty place before each that is not joined to the one before.</summary>
    private static IEnumerable<(ChartPoint Point, bool IsBreak)> Broken(ChartSeries series)
    {
        foreach (var point in series.Points)
        {
            if (point.Breaks)
                yield return (point, true);
            yield return (point, false);
        }
    }

    private static string Hover(ChartSeries series, ChartPoint point)
    {
        var when = series.Shape == SeriesShape.Since ? "since " + Figures.Show(point.Period) : Figures.Show(point.Period);
        var kind = point.Kind == Judging.FigureOrigin.OnFile ? "" : " (computed)";
        var origin = point.Origin.Length > 110 ? point.Origin[..109] + "…" : point.Origin;
        return $"<b>{Escape(point.Label)}</b>{kind} {Escape(series.Title)}<br>{Escape(when)}{(origin.Length > 0 ? "<br>" + Escape(origin) : "")}";
    }

    private static JsonArray Array<T>(List<(ChartPoint Point, bool IsBreak)> points, Func<(ChartPoint Point, bool IsBreak), T> value) =>
        new([.. points.Select(p => (JsonNode?)JsonValue.Create(value(p)))]);
}
