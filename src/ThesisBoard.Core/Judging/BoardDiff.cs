using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Judging;

/// <summary>A criterion whose standing differs between two boards.</summary>
/// <param name="Criterion">The criterion as it is after.</param>
/// <param name="Before">The standing before; null when the criterion was not there.</param>
public sealed record StandingMove(CriterionState Criterion, Standing? Before);

/// <summary>What changed between two boards of one thesis.</summary>
/// <param name="From">The earlier as-of date.</param>
/// <param name="To">The later as-of date.</param>
/// <param name="VerdictBefore">The verdict before, when it differs; else null.</param>
/// <param name="Moves">The standings that moved.</param>
/// <param name="NewEvidence">Evidence that was not known before, newest first.</param>
/// <param name="NewFigures">How many figures are new or have another value.</param>
public sealed record BoardDiff(
    DateOnly From, DateOnly To, Verdict? VerdictBefore, IReadOnlyList<StandingMove> Moves, IReadOnlyList<EvidenceState> NewEvidence, int NewFigures)
{
    /// <summary>Nothing differs.</summary>
    public bool IsEmpty => VerdictBefore is null && Moves.Count == 0 && NewEvidence.Count == 0 && NewFigures == 0;

    /// <summary>Compares two boards.</summary>
    public static BoardDiff Between(BoardState before, BoardState after)
    {
        var standings = before.Criteria.ToDictionary(c => c.Key, c => c.Standing, StringComparer.Ordinal);
        var evidence = before.Evidence.Select(e => e.Item.Key).ToHashSet(StringComparer.Ordinal);
        var figures = before.Series.Values.Where(s => !s.Metric.IsDerived).SelectMany(s => s.Figures)
            .Select(f => (f.Metric, f.Period, f.Value)).ToHashSet();
        return new BoardDiff(
            before.AsOf, after.AsOf,
            before.Verdict == after.Verdict ? null : before.Verdict,
            [.. after.Criteria.Where(c => !standings.TryGetValue(c.Key, out var was) || was != c.Standing)
                .Select(c => new StandingMove(c, standings.TryGetValue(c.Key, out var was) ? was : null))],
            [.. after.Evidence.Where(e => !evidence.Contains(e.Item.Key))],
            after.Series.Values.Where(s => !s.Metric.IsDerived).SelectMany(s => s.Figures).Count(f => !figures.Contains((f.Metric, f.Period, f.Value))));
    }
}
