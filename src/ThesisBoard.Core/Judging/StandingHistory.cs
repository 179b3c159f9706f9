using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Judging;

/// <summary>From when on a criterion had a standing.</summary>
/// <param name="On">The first day.</param>
/// <param name="Standing">The standing from then on.</param>
/// <param name="Version">The contract's version.</param>
/// <param name="Reason">Why.</param>
public sealed record StandingChange(DateOnly On, Standing Standing, int Version, string Reason);

/// <summary>From when on a thesis had a verdict.</summary>
/// <param name="On">The first day.</param>
/// <param name="Verdict">The verdict from then on.</param>
/// <param name="Reason">Why.</param>
public sealed record VerdictChange(DateOnly On, Verdict Verdict, string Reason);

/// <summary>How the verdict and the standings moved over time, each list ascending.</summary>
/// <param name="Verdicts">The verdict's turns.</param>
/// <param name="Standings">Each criterion's turns, by key.</param>
/// <param name="Stops">Every date on which something was published, ascending: the stops of the as-of control.</param>
public sealed record StandingHistory(
    IReadOnlyList<VerdictChange> Verdicts, IReadOnlyDictionary<string, IReadOnlyList<StandingChange>> Standings, IReadOnlyList<DateOnly> Stops)
{
    /// <summary>The standing of a criterion on a date; null before the first.</summary>
    public StandingChange? On(string criterion, DateOnly date) =>
        Standings.TryGetValue(criterion, out var changes) ? changes.LastOrDefault(c => c.On <= date) : null;

    /// <summary>The turns up to a date, that date included. What was known on a date does not change, so this is the history that a replay up to that date gives.</summary>
    public StandingHistory Until(DateOnly date) => this with
    {
        Verdicts = [.. Verdicts.TakeWhile(v => v.On <= date)],
        Standings = Standings.ToDictionary(s => s.Key, s => (IReadOnlyList<StandingChange>)[.. s.Value.TakeWhile(c => c.On <= date)], StringComparer.Ordinal),
    };
}
