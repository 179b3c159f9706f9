using System.Text.Json;
using Bunit;
using ThesisBoard.Core.Charts;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Charts;
using Xunit;

namespace ThesisBoard.Tests.Features.Charts;

public sealed class ChartFrameTests : BunitContext
{
    private static readonly BoardView View = Read();

    [Fact]
    public void A_chart_has_its_picture_figure_table_and_file_on_a_page_without_scripts()
    {
        var chart = TreasuryChart.Of(View.Board)!;
        var frame = Render<ChartFrame>(p => p.Add(f => f.View, View).Add(f => f.Chart, chart));

        Assert.Equal(chart.Takeaway, frame.Find("figcaption p").TextContent);
        Assert.NotNull(frame.Find(".chart-frame svg.chart-svg"));
        Assert.Equal(new ChartLayout(chart).Height + "px", frame.Find(".chart-frame").GetAttribute("style")!["height:".Length..]);
        using var figure = JsonDocument.Parse(frame.Find("script[type='application/json']").TextContent);
        Assert.True(figure.RootElement.GetProperty("data").GetArrayLength() >= 4);
        Assert.Equal(chart.Table.Rows.Count, frame.FindAll("tbody tr").Count);
        Assert.Equal("/t/cango-ai-pivot/charts/treasury.csv?asOf=2026-11-22", frame.Find("a[download]").GetAttribute("href"));
    }

    [Fact]
    public void A_figure_in_the_table_leads_to_the_evidence_from_its_source()
    {
        var frame = Render<ChartFrame>(p => p.Add(f => f.View, View).Add(f => f.Chart, DebtChart.Of(View.Board)!));

        Assert.Contains(frame.FindAll("td a"), a => a.GetAttribute("href") == "/t/cango-ai-pivot?asOf=2026-11-22&source=pr-2026-05-31#evidence");
    }

    [Fact]
    public void Standings_over_time_are_words_in_a_table()
    {
        var table = StandingsTable.Of(View.Board, View.History)!;
        var shown = Render<StandingsOverTime>(p => p.Add(f => f.View, View).Add(f => f.Table, table));

        Assert.Equal(table.Rows.Count + 1, shown.FindAll("tbody tr").Count);
        Assert.Contains(shown.FindAll(".mark"), m => m.TextContent == "Broken");
    }

    [Fact]
    public void The_price_to_try_keeps_the_date_of_the_page()
    {
        var form = Render<SalePrice>(p => p.Add(f => f.View, View));

        Assert.Equal("2026-11-22", form.Find("input[name=asOf]").GetAttribute("value"));
        Assert.Equal("73682", form.Find("input[name=price]").GetAttribute("value"));
    }

    [Fact]
    public void A_figure_becomes_the_types_of_the_circuits_chart_without_loss()
    {
        var chart = DebtChart.Of(View.Board)!;
        var parts = PlotlyParts.Of(chart, PlotlyParts.Names.ToDictionary(n => n, _ => "#123456"));

        Assert.Equal(chart.Panels.SelectMany(p => p.Series).Count(s => s.Points.Count > 0), parts.Data.Count);
        Assert.Equal(3, parts.Layout.YAxis!.Count);
        Assert.Equal("#123456", parts.Layout.Font!.Color.ToString());
    }

    private static BoardView Read()
    {
        var file = ThesisFile.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "cango.thesis.json")));
        var asOf = new DateOnly(2026, 11, 22);
        return new(Judge.Board(file.Thesis!, file.Record!, asOf), Replay.History(file.Thesis!, file.Record!, asOf), 1, new() { AsOf = asOf }, new(2026, 12, 1));
    }
}
