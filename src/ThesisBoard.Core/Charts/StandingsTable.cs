using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Charts;

/// <summary>The standings over time as a table of marks: one row a criterion, one column a date on which something moved.</summary>
/// <param name="Takeaway">What it shows, in one sentence.</param>
/// <param name="Dates">The dates, ascending; dates on which nothing moved are left out.</param>
/// <param name="Verdicts">The verdict's row; null before the first.</param>
/// <param name="Rows">The criteria, as on the checklist.</param>
/// <param name="Earlier">How many earlier dates with a move are left out; the first column then shows what stood.</param>
public sealed record StandingsTable(
    string Takeaway, IReadOnlyList<DateOnly> Dates, IReadOnlyList<VerdictMark?> Verdicts, IReadOnlyList<StandingsRow> Rows, int Earlier)
{
    /// <summary>The table's key in links.</summary>
    public const string Key = "standings";

    /// <summary>The table up to the board's date; null while nothing has a standing.</summary>
    /// <param name="board">The board.</param>
    /// <param name="history">How the standings moved.</param>
    /// <param name="most">The most columns; the newest are kept.</param>
    public static StandingsTable? Of(BoardState board, StandingHistory history, int most = 12)
    {
        var all = history.Verdicts.Select(v => v.On).Concat(history.Standings.Values.SelectMany(c => c.Select(s => s.On)))
            .Where(d => d <= board.AsOf).Distinct().Order().ToList();
        if (all.Count == 0)
            return null;
        var dates = all.TakeLast(most).ToList();
        var rows = board.Criteria.Select(c => new StandingsRow(c.Key, c.Title, [.. dates.Select((d, i) => Mark(history, c.Key, d, i == 0))])).ToList();
        var verdicts = dates.Select((d, i) => history.Verdicts.LastOrDefault(v => v.On <= d) is { } v ? new VerdictMark(v.Verdict, i == 0 || v.On == d, v.Reason) : null).ToList();
        return new(Sentence(history, board.AsOf, all), dates, verdicts, rows, all.Count - dates.Count);
    }

    /// <summary>The same as rows and columns of words.</summary>
    public DataTable Data(Func<DateOnly, string> date) => new(
        ["Criterion", .. Dates.Select(date)],
        [
            [new("Verdict"), .. Verdicts.Select(v => new DataCell(v?.Verdict.ToString() ?? ""))],
            .. Rows.Select(r => (IReadOnlyList<DataCell>)[new(r.Title), .. r.Marks.Select(m => new DataCell(m?.Standing.ToString() ?? ""))]),
        ]);

    private static StandingMark? Mark(StandingHistory history, string key, DateOnly date, bool first) =>
        history.On(key, date) is { } change ? new(change.Standing, first || change.On == date, change.Version, change.Reason) : null;

    private static string Sentence(StandingHistory history, DateOnly asOf, List<DateOnly> all)
    {
        var verdicts = history.Verdicts.Where(v => v.On <= asOf).ToList();
        var moves = Quantities.Figures.Count(all.Count, "date");
        return verdicts.Count switch
        {
            0 => $"Something moved on {moves}.",
            1 => $"The verdict is {verdicts[0].Verdict} on every date with something on file; standings moved on {moves}.",
            _ => $"The verdict turned to {verdicts[^1].Verdict} on {Quantities.Figures.Date(verdicts[^1].On)}, after {verdicts[^2].Verdict}; something moved on {moves}.",
        };
    }
}

/// <summary>One criterion over time.</summary>
/// <param name="Criterion">Its key.</param>
/// <param name="Title">Its title.</param>
/// <param name="Marks">One mark a date; null before the first standing.</param>
public sealed record StandingsRow(string Criterion, string Title, IReadOnlyList<StandingMark?> Marks);

/// <summary>A criterion on one of the dates.</summary>
/// <param name="Standing">The standing from that date on.</param>
/// <param name="Moved">It moved on this date; else it goes on as before.</param>
/// <param name="Version">The contract's version.</param>
/// <param name="Reason">Why.</param>
public sealed record StandingMark(Standing Standing, bool Moved, int Version, string Reason);

/// <summary>The verdict on one of the dates.</summary>
/// <param name="Verdict">The verdict from that date on.</param>
/// <param name="Moved">It turned on this date; else it goes on as before.</param>
/// <param name="Reason">Why.</param>
public sealed record VerdictMark(Verdict Verdict, bool Moved, string Reason);
