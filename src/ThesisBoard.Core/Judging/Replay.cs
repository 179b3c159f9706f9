using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Judging;

/// <summary>How the verdict and every standing moved, from the first publication on.</summary>
public static class Replay
{
    /// <summary>
    /// The history up to a date, that date included. One view of the record goes through the dates; on each only the criteria are judged that look at something
    /// which changed, and of their figures only what came in is looked at.
    /// </summary>
    public static StandingHistory History(Thesis thesis, Evidence.Record record, DateOnly until) => History(new RecordIndex(thesis, record), until);

    /// <inheritdoc cref="History(Thesis, Evidence.Record, DateOnly)"/>
    public static StandingHistory History(RecordIndex index, DateOnly until)
    {
        var dates = new ReplayDates(index, until);
        var standings = new StandingTurns(dates.Criteria);
        var verdicts = new List<VerdictChange>();
        var view = new RecordView(index, DateOnly.MinValue);
        foreach (var date in dates.InOrder)
        {
            view.MoveTo(date, dates.On(date));
            var hasMoved = false;
            foreach (var key in dates.On(date))
                hasMoved |= view.Criterion(key) is { } state && standings.Take(date, state);
            if (hasMoved || dates.IsOfLine(date))
                Judge(date, view, standings, verdicts);
        }

        return new StandingHistory(verdicts, standings.Changes, index.Stops);
    }

    /// <summary>The verdict on a date, when it is another one than before. Its reason names figures, which move between the turns of a standing.</summary>
    private static void Judge(DateOnly date, RecordView view, StandingTurns standings, List<VerdictChange> verdicts)
    {
        var line = view.Line();
        var verdict = VerdictJudge.Judge(line, standings.Current);
        if (verdicts is [.., var last] && last.Verdict == verdict)
            return;
        List<CriterionState> now = [.. standings.Current.Select(c => view.Criterion(c.Key)!)];
        verdicts.Add(new(date, verdict, VerdictJudge.Reason(verdict, line, now, view.Deadlines.Late().Count).ToString()));
    }
}
