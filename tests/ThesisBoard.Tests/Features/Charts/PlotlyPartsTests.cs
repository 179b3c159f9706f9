using ThesisBoard.Core.Charts;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Charts;
using Xunit;

namespace ThesisBoard.Tests.Features.Charts;

public sealed class PlotlyPartsTests
{
    [Fact]
    public void A_chart_in_a_circuit_stands_on_the_themes_own_ground()
    {
        var file = ThesisFile.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "cango.thesis.json")));
        var board = Judge.Board(file.Thesis!, file.Record!, new DateOnly(2026, 11, 22));
        var dark = PlotlyParts.Names.ToDictionary(name => name, name => name == "--card" ? "#171c21" : "#e7eaed");

        var parts = PlotlyParts.Of(BoardCharts.Of(board)[0], dark);

        Assert.Equal("#171c21", parts.Layout.PaperBgColor);
        Assert.Equal("#171c21", parts.Layout.PlotBgColor);
        Assert.NotEmpty(parts.Data);
    }
}
