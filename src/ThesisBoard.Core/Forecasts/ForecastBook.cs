using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Forecasts;

/// <summary>What became of a forecast.</summary>
public enum ForecastStage
{
    /// <summary>The report is not on file yet.</summary>
    Sealed,

    /// <summary>The same member sealed another one for the same criterion and report, which counts in its place.</summary>
    Replaced,

    /// <summary>The report is on file, and the day on which the standing is looked at is still to come.</summary>
    Revealed,

    /// <summary>The standing was looked at, and the forecast has its score.</summary>
    Scored,

    /// <summary>It has no score: the standing says neither yes nor no, or the forecast was sealed when the report was public already.</summary>
    NotScored,
}

/// <summary>A forecast as one reader sees it. What is sealed is not in it, unless it is the reader's own.</summary>
public sealed record ForecastView
{
    public required Guid Id { get; init; }

    public required string Criterion { get; init; }

    public required ReportRef Report { get; init; }

    public required Guid Member { get; init; }

    public required string By { get; init; }

    public required DateTime SealedAt { get; init; }

    /// <summary>What everybody can see from the beginning.</summary>
    public required Sha256 Commitment { get; init; }

    public required ForecastStage Stage { get; init; }

    /// <summary>The probability in percent; null while it is sealed for this reader.</summary>
    public int? Percent { get; init; }

    /// <summary>The words under the commitment; null while they are sealed for this reader.</summary>
    public string? Opened { get; init; }

    /// <summary>The report was public from this day on; null while it is not on file.</summary>
    public DateOnly? FiledOn { get; init; }

    /// <summary>The day on which the standing is looked at; null while the report is not on file.</summary>
    public DateOnly? JudgedOn => FiledOn?.AddDays(Forecast.DaysAfterReport);

    /// <summary>The standing on that day; null before it.</summary>
    public Standing? Outcome { get; init; }

    /// <summary>The Brier score, 0 (right and sure) to 1 (wrong and sure); null where there is none.</summary>
    public decimal? Score { get; init; }

    /// <summary>It was sealed on the day of the report or later, when its content could be known.</summary>
    public bool IsLate => FiledOn is { } filed && DateOnly.FromDateTime(SealedAt) >= filed;
}

/// <summary>
/// All forecasts of a board, opened for one reader and scored from the record. They open for everybody only by a report that stands on file: a filing, published
/// after the period that it reports on, of which a figure or a claim is on the record that nobody withdrew and that was entered more than a whole day before. So nobody
/// opens what others sealed by naming a source, and who puts a false report on file leaves the others a day to withdraw what was read in it, after which the
/// forecasts stay sealed. Whoever is left alone with a false report for that day does open them; the log says who it was.
/// </summary>
public static class ForecastBook
{
    /// <summary>So many days between the day on which something of a report is entered and the day on which it opens forecasts.</summary>
    private const int DaysToContest = 2;

    /// <param name="board">The board's slug, which is part of what is sealed.</param>
    /// <param name="index">The record.</param>
    /// <param name="forecasts">All forecasts of the board.</param>
    /// <param name="today">The day of reading: a report that is public later is not on file.</param>
    /// <param name="reader">Whose own forecasts are open; null for somebody who is not known.</param>
    /// <returns>Newest first.</returns>
    public static IReadOnlyList<ForecastView> Read(string board, RecordIndex index, IReadOnlyList<Forecast> forecasts, DateOnly today, Guid? reader)
    {
        var filed = OnFile(index, today);
        var boards = new Dictionary<DateOnly, BoardState>();
        var last = forecasts.GroupBy(f => (f.Member, f.Criterion, f.Report)).Select(g => Counting([.. g], filed).Id).ToHashSet();
        return [.. forecasts.OrderByDescending(f => f.SealedAt).ThenBy(f => f.Id).Select(View)];

        ForecastView View(Forecast forecast)
        {
            DateOnly? filedOn = filed.TryGetValue(forecast.Report, out var on) ? on : null;
            var isOpen = filedOn is not null || (reader is not null && forecast.Member == reader);
            var view = new ForecastView
            {
                Id = forecast.Id, Criterion = forecast.Criterion, Report = forecast.Report, Member = forecast.Member, By = forecast.By, SealedAt = forecast.SealedAt,
                Commitment = forecast.Commitment(board), Percent = isOpen ? forecast.Percent : null, Opened = isOpen ? forecast.Sealed(board) : null, FiledOn = filedOn,
                Stage = filedOn is null ? ForecastStage.Sealed : ForecastStage.Revealed,
            };
            return view.IsLate ? view with { Stage = ForecastStage.NotScored }
                : !last.Contains(forecast.Id) ? view with { Stage = ForecastStage.Replaced }
                : view.JudgedOn <= today ? Scored(view, view.JudgedOn.Value) : view;
        }

        ForecastView Scored(ForecastView view, DateOnly day)
        {
            if (!boards.TryGetValue(day, out var state))
                boards[day] = state = Judge.Board(index, day);
            var outcome = state.Criterion(view.Criterion)?.Standing;
            var score = outcome is { } standing && IsMet(standing) is { } isMet ? Calibration.Brier(view.Percent!.Value, isMet) : (decimal?)null;
            return view with { Stage = score is null ? ForecastStage.NotScored : ForecastStage.Scored, Outcome = outcome, Score = score };
        }
    }

    /// <summary>Met is yes; strained, broken and silence past the deadline are no; where nothing can be said there is no score.</summary>
    public static bool? IsMet(Standing standing) => standing switch
    {
        Standing.Met => true,
        Standing.Strained or Standing.Broken or Standing.Undisclosed => false,
        _ => null,
    };

    /// <summary>The reports that stand on file, each with the day on which it was public.</summary>
    private static Dictionary<ReportRef, DateOnly> OnFile(RecordIndex index, DateOnly today)
    {
        var read = index.Record.Observations.Where(o => o.Withdrawn is null && Stands(o.Recorded)).Select(o => o.Source)
            .Concat(index.Record.Evidence.Where(e => e.Withdrawn is null && Stands(e.Recorded)).Select(e => e.Source)).ToHashSet(StringComparer.Ordinal);
        return index.Filings.Where(s => s is { Kind: SourceKind.Filing, Grade: >= Grade.UnauditedFiling, Report: { } report } && s.Published.IsKnown(today) && s.Published.Date > report.PeriodEnd && read.Contains(s.Key))
            .GroupBy(s => s.Report!.Value).ToDictionary(g => g.Key, g => g.Min(s => s.Published.Date));

        bool Stands(RecordedAt? entered) => entered is not { } at || at.Date.AddDays(DaysToContest) <= today; // what a file brings has no time of entry
    }

    /// <summary>Of one member's forecasts of one thing the last that was sealed before the report; where all came later, the last of them.</summary>
    private static Forecast Counting(IReadOnlyList<Forecast> same, Dictionary<ReportRef, DateOnly> filed)
    {
        var inTime = filed.TryGetValue(same[0].Report, out var on) ? same.Where(f => DateOnly.FromDateTime(f.SealedAt) < on).ToList() : [];
        return (inTime.Count > 0 ? inTime : same).OrderBy(f => f.SealedAt).ThenBy(f => f.Id).Last();
    }
}
