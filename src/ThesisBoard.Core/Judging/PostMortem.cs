using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Judging;

/// <summary>A criterion that warned: its first day under pressure.</summary>
/// <param name="Key">The criterion.</param>
/// <param name="Title">Its title.</param>
/// <param name="On">The first day on which it stood Strained or Broken.</param>
/// <param name="Standing">Which of the two.</param>
/// <param name="Reason">Why, in the words of that day.</param>
/// <param name="DaysBefore">How many days before the verdict broke; null where it did not.</param>
public sealed record Warning(string Key, string Title, DateOnly On, Standing Standing, string Reason, int? DaysBefore);

/// <summary>Evidence that was taken for stronger than it was: a higher grade contradicted it later.</summary>
/// <param name="Criterion">The criterion toward which the two take opposite sides.</param>
/// <param name="Early">What was believed.</param>
/// <param name="Said">The side it took.</param>
/// <param name="Later">What contradicted it: the first of the highest grade.</param>
public sealed record Overrated(CriterionState Criterion, EvidenceState Early, Stance Said, EvidenceState Later);

/// <summary>A deadline that passed in silence.</summary>
/// <param name="Key">The criterion.</param>
/// <param name="Title">Its title.</param>
/// <param name="Since">The first day of silence.</param>
/// <param name="Until">The day on which an answer came; null while there is none.</param>
/// <param name="Days">How long it lasted, or lasts.</param>
public sealed record Silence(string Key, string Title, DateOnly Since, DateOnly? Until, int Days);

/// <summary>What was foreseen, beside what came.</summary>
/// <param name="Item">The way to fail that was written down.</param>
/// <param name="Came">Where it showed: the warning of the criterion that was named; null where none came.</param>
public sealed record Foresight(Foreseen Item, Warning? Came);

/// <summary>
/// What can be learned from a thesis that broke or ended, worked out from the record: who warned first and how long before, which evidence was graded too
/// high, which deadlines passed in silence, and what had been foreseen.
/// </summary>
/// <param name="Broke">The turn to Broken; null where the verdict never broke.</param>
/// <param name="Warnings">The criteria that warned, the first one first.</param>
/// <param name="Overrated">Evidence that a higher grade contradicted later.</param>
/// <param name="Silences">Deadlines that passed in silence.</param>
/// <param name="Foresights">The premortem beside what came.</param>
public sealed record PostMortem(
    VerdictChange? Broke, IReadOnlyList<Warning> Warnings, IReadOnlyList<Overrated> Overrated, IReadOnlyList<Silence> Silences, IReadOnlyList<Foresight> Foresights)
{
    /// <summary>The review on the board's date. It is due once the verdict is Broken or the thesis has ended: see <see cref="IsDue"/>.</summary>
    /// <param name="board">The board on that date.</param>
    /// <param name="history">How it came there.</param>
    public static PostMortem Of(BoardState board, StandingHistory history)
    {
        var known = history.Until(board.AsOf);
        var broke = board.Verdict == Verdict.Broken ? known.Verdicts.LastOrDefault(v => v.Verdict == Verdict.Broken) : null;
        List<Warning> warnings = [.. board.Criteria.Select(c => Warns(c, known, broke)).OfType<Warning>().OrderBy(w => w.On).ThenBy(w => w.Key, StringComparer.Ordinal)];
        return new(
            broke,
            warnings,
            [.. board.Criteria.SelectMany(Contradicted).OrderBy(o => o.Early.Published.Date).ThenBy(o => o.Early.Item.Key, StringComparer.Ordinal)],
            [.. board.Criteria.SelectMany(c => Silent(c, known, board.AsOf)).OrderBy(s => s.Since)],
            [.. board.Thesis.Premortem.Select(item => new Foresight(item, warnings.Find(w => w.Key == item.Criterion)))]);
    }

    /// <summary>There is something to look back at.</summary>
    public static bool IsDue(BoardState board) => board.Verdict == Verdict.Broken || (board.Thesis.Ended is { } ended && ended.At.Date <= board.AsOf);

    private static Warning? Warns(CriterionState criterion, StandingHistory history, VerdictChange? broke) =>
        history.Standings.GetValueOrDefault(criterion.Key, []).FirstOrDefault(t => t.Standing is Standing.Strained or Standing.Broken) is { } turn
            ? new(criterion.Key, criterion.Title, turn.On, turn.Standing, turn.Reason, broke is null ? null : broke.On.DayNumber - turn.On.DayNumber)
            : null;

    private static IEnumerable<Overrated> Contradicted(CriterionState criterion) =>
        Contradicted(criterion, criterion.Supporting, Stance.Supports, criterion.Contradicting)
            .Concat(Contradicted(criterion, criterion.Contradicting, Stance.Contradicts, criterion.Supporting));

    private static IEnumerable<Overrated> Contradicted(CriterionState criterion, IReadOnlyList<EvidenceState> early, Stance said, IReadOnlyList<EvidenceState> against)
    {
        foreach (var one in early)
        {
            var later = against.Where(e => e.Grade > one.Grade && e.Published.Date > one.Published.Date);
            if (later.OrderByDescending(e => e.Grade).ThenBy(e => e.Published.Date).FirstOrDefault() is { } strongest)
                yield return new(criterion, one, said, strongest);
        }
    }

    private static IEnumerable<Silence> Silent(CriterionState criterion, StandingHistory history, DateOnly asOf)
    {
        var turns = history.Standings.GetValueOrDefault(criterion.Key, []);
        for (var i = 0; i < turns.Count; i++)
        {
            if (turns[i].Standing != Standing.Undisclosed || (i > 0 && turns[i - 1].Standing == Standing.Undisclosed))
                continue;
            var end = turns.Skip(i + 1).FirstOrDefault(t => t.Standing != Standing.Undisclosed)?.On;
            yield return new(criterion.Key, criterion.Title, turns[i].On, end, (end ?? asOf.AddDays(1)).DayNumber - turns[i].On.DayNumber);
        }
    }
}
