using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Judging;

/// <summary>Where the invalidation line stands: crossed once its deadline is past and not all legs are met.</summary>
internal static class LineJudge
{
    public static LineState? Judge(InvalidationLine? line, Func<string, CriterionState?> criterion, Deadlines deadlines, DateOnly asOf)
    {
        if (line is null)
            return null;
        var legs = line.Legs.Select(criterion).OfType<CriterionState>().ToList();
        var due = deadlines.Of(line.Deadline);
        var isPast = due is { } d && asOf > d.Date;
        return new LineState(
            legs, due?.Date, due?.IsEstimated ?? false, due is { } left ? left.Date.DayNumber - asOf.DayNumber : null,
            isPast && legs.Exists(l => l.Standing != Standing.Met), line.Consequence);
    }
}
