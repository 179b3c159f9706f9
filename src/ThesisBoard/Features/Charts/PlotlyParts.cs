using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Plotly.Blazor;
using Plotly.Blazor.Traces;
using ThesisBoard.Core.Charts;

namespace ThesisBoard.Features.Charts;

/// <summary>A figure as Plotly.Blazor's types, in the colours of one theme.</summary>
/// <param name="Data">The traces.</param>
/// <param name="Layout">The layout.</param>
/// <param name="Config">The configuration.</param>
public sealed partial record PlotlyParts(IList<ITrace> Data, Layout Layout, Config Config)
{
    private const string Letters = "font-family";

    /// <summary>The CSS variables that figures name, and what the page's letters are.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Enum.GetValues<ChartTone>().Select(ChartColours.Css).Concat([ChartColours.Ground, ChartColours.Grid, ChartColours.Edge, ChartColours.Gap, ChartColours.GapText])
            .Select(css => css[4..^1]).Distinct(), Letters];

    /// <summary>The parts of a chart's figure.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="colours">The value of each of <see cref="Names"/> in the theme in use.</param>
    public static PlotlyParts Of(ChartModel chart, IReadOnlyDictionary<string, string> colours)
    {
        var figure = JsonNode.Parse(Variable().Replace(ChartFigure.Json(chart, _ => null), match =>
            JsonSerializer.Serialize(colours.GetValueOrDefault(match.Groups[1].Value, "gray"))))!;
        var layout = figure["layout"].Deserialize<Layout>()!;
        layout.PaperBgColor = layout.PlotBgColor = colours.GetValueOrDefault(ChartColours.Ground[4..^1], "gray"); // see-through arrives as white
        layout.Font.Family = colours.GetValueOrDefault(Letters, "sans-serif");
        return new(
            [.. figure["data"]!.AsArray().Select(Trace)],
            layout,
            figure["config"].Deserialize<Config>()!);
    }

    private static ITrace Trace(JsonNode? trace) =>
        (string?)trace!["type"] == "bar" ? trace.Deserialize<Bar>()! : trace.Deserialize<Scatter>()!;

    [GeneratedRegex("\"var\\((--[a-z-]+)\\)\"")]
    private static partial Regex Variable();
}
