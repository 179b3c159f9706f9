using System.Globalization;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Features.Boards;

/// <summary>A publication date on the rail.</summary>
/// <param name="Date">The date.</param>
/// <param name="Place">Where on the rail, 0 to 100.</param>
/// <param name="IsTurn">The verdict turned on this date.</param>
public sealed record RailStop(DateOnly Date, double Place, bool IsTurn);

/// <summary>A stretch of the rail under one verdict.</summary>
/// <param name="From">Where it begins, 0 to 100.</param>
/// <param name="Width">How long it is.</param>
/// <param name="Verdict">The verdict on it.</param>
public sealed record RailStretch(double From, double Width, Verdict Verdict);

/// <summary>A date written below the rail.</summary>
/// <param name="Place">Where on the rail, 0 to 100.</param>
/// <param name="Text">The month.</param>
public sealed record RailTick(double Place, string Text);

/// <summary>The time line of the as-of control: from the first publication to today, or to the deadline beyond it.</summary>
public sealed class AsOfRail
{
    private const int MostStops = 90;
    private readonly DateOnly first;
    private readonly int days;

    public AsOfRail(BoardView view)
    {
        var board = view.Board;
        first = view.History.Stops.Count > 0 ? view.History.Stops[0] : view.Today;
        var last = new[] { board.AsOf, view.Today, board.Line?.Due ?? view.Today, view.History.Stops.Count > 0 ? view.History.Stops[^1] : first }.Max();
        days = Math.Max(1, last.DayNumber - first.DayNumber);
        var turns = view.History.Verdicts.Select(v => v.On).ToHashSet();
        var step = (view.History.Stops.Count + MostStops - 1) / MostStops;
        Stops = [.. view.History.Stops.Where((date, i) => step <= 1 || i % step == 0 || turns.Contains(date)).Select(d => new RailStop(d, Place(d), turns.Contains(d)))];
        Stretches = [.. StretchesOf(view.History.Verdicts, board.AsOf)];
        Ticks = [.. TicksOf(last)];
        Deadline = board.Line?.Due is { } due ? Place(due) : null;
        Now = Place(board.AsOf);
        Previous = view.History.Stops.Where(d => d < board.AsOf).Select(d => (DateOnly?)d).LastOrDefault();
        Next = view.History.Stops.Where(d => d > board.AsOf).Select(d => (DateOnly?)d).FirstOrDefault();
        if (Next is null && board.AsOf < view.Today)
            Next = view.Today;
    }

    public IReadOnlyList<RailStop> Stops { get; }

    public IReadOnlyList<RailStretch> Stretches { get; }

    /// <summary>The beginnings of half-years, or of years on a long rail.</summary>
    public IReadOnlyList<RailTick> Ticks { get; }

    /// <summary>Where the invalidation line's deadline lies, 0 to 100.</summary>
    public double? Deadline { get; }

    /// <summary>Where the as-of date lies, 0 to 100.</summary>
    public double Now { get; }

    /// <summary>The last publication before the as-of date.</summary>
    public DateOnly? Previous { get; }

    /// <summary>The first publication after the as-of date, or today.</summary>
    public DateOnly? Next { get; }

    private double Place(DateOnly date) => Math.Clamp(Math.Round(100.0 * (date.DayNumber - first.DayNumber) / days, 2), 0, 100);

    private IEnumerable<RailTick> TicksOf(DateOnly last)
    {
        var years = Math.Max(1, days / 2922); // eight years and longer: every year, every second, ...
        var step = days < 1461 ? 6 : 12 * years;
        for (var at = new DateOnly(first.Year, 1, 1); at <= last; at = at.AddMonths(step))
        {
            if (at >= first)
                yield return new(Place(at), at.ToString("MMM yyyy", CultureInfo.InvariantCulture));
        }
    }

    private IEnumerable<RailStretch> StretchesOf(IReadOnlyList<VerdictChange> verdicts, DateOnly asOf)
    {
        for (var i = 0; i < verdicts.Count; i++)
        {
            var from = Place(verdicts[i].On);
            var to = i + 1 < verdicts.Count ? Place(verdicts[i + 1].On) : Place(asOf);
            if (to > from)
                yield return new(from, Math.Round(to - from, 2), verdicts[i].Verdict);
        }
    }
}
