using System.Text;
using ThesisBoard.Core.Charts;
using ThesisBoard.Core.Judging;
using ThesisBoard.Features.Boards;

namespace ThesisBoard.Features.Charts;

/// <summary>The figures of charts as files.</summary>
public static class ChartEndpoints
{
    /// <summary>Adds <c>/t/{slug}/charts/{key}.csv?asOf=&amp;price=</c>.</summary>
    public static void MapCharts(this IEndpointRouteBuilder app) => app.MapGet("/t/{slug}/charts/{key}.csv", Csv);

    private static async Task<IResult> Csv(string slug, string key, HttpContext http, BoardReader boards, TimeProvider clock)
    {
        if (BoardUrls.Read(http.Request.Query, out var badDate) is not { } query)
            return Results.Problem($"'{badDate}' is not a date between 1900-01-01 and 2200-12-31, written as yyyy-MM-dd.", statusCode: StatusCodes.Status400BadRequest);
        var asOf = query.AsOf ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (await boards.Read(slug, asOf, http.RequestAborted) is not { } board || Table(board.State, board.History, key, query.Price) is not { } table)
            return Results.NotFound();
        return Results.File(Encoding.UTF8.GetBytes(ChartCsv.Write(table)), "text/csv; charset=utf-8", ChartUrls.FileName(board.State, key) + ".csv");
    }

    internal static DataTable? Table(BoardState board, StandingHistory history, string key, decimal? price) => key == StandingsTable.Key
        ? StandingsTable.Of(board, history, int.MaxValue)?.Data(BoardUrls.Date)
        : BoardCharts.Find(board, key, price)?.Table;
}
