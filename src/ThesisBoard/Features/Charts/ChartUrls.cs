using Microsoft.AspNetCore.WebUtilities;
using ThesisBoard.Core.Judging;
using ThesisBoard.Features.Boards;

namespace ThesisBoard.Features.Charts;

/// <summary>The links of charts: their files, and where a point leads.</summary>
public static class ChartUrls
{
    /// <summary>The figures of a chart as a CSV file, on the board's date and at the price tried.</summary>
    public static string Csv(BoardView view, string key)
    {
        var path = $"{view.Home}/charts/{Uri.EscapeDataString(key)}.csv";
        return QueryHelpers.AddQueryString(path, BoardUrls.Parameters(new BoardQuery { AsOf = view.Query.AsOf, Price = view.Query.Price }));
    }

    /// <summary>The evidence taken from a source, in the board's list; where there is none, the source itself; null when it has no address.</summary>
    public static string? Source(BoardView view, string key)
    {
        if (view.Board.Evidence.Any(e => e.Source.Key == key))
            return view.Link(view.Query.Unfiltered with { Source = key }, "evidence");
        return view.Board.Sources.TryGetValue(key, out var source) && source.Url is { Scheme: "http" or "https" } url ? url.AbsoluteUri : null;
    }

    /// <summary>Where the points of all charts of a board lead; each source is looked up once.</summary>
    public static Func<string, string?> Sources(BoardView view)
    {
        var known = new Dictionary<string, string?>(StringComparer.Ordinal);
        return key => known.TryGetValue(key, out var url) ? url : known[key] = Source(view, key);
    }

    /// <summary>The name of a chart's file: the board's, the chart's and the date.</summary>
    public static string FileName(BoardState board, string key) => $"{board.Thesis.Slug}-{key}-{BoardUrls.Date(board.AsOf)}";
}
