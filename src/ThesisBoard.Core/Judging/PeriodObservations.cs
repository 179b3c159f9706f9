using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Judging;

/// <summary>
/// All observations of one metric, period and unit. The figure on a date depends only on how many of them were known then, so each is resolved once,
/// however many dates are judged.
/// </summary>
/// <param name="observations">At least one, by publication, grade and key.</param>
internal sealed class PeriodObservations(IReadOnlyList<KnownObservation> observations)
{
    private readonly Figure?[] resolved = new Figure?[observations.Count];

    public Period Period => observations[0].Observation.Period;

    public Unit Unit => observations[0].Observation.Value.Unit;

    /// <summary>The figure that counts on a date; null while nothing was known.</summary>
    public Figure? On(DateOnly asOf)
    {
        var known = 0;
        while (known < observations.Count && observations[known].Published.IsKnown(asOf))
            known++;
        if (known == 0)
            return null;
        // Two readers may resolve the same figure at once: both come to the same one.
        return resolved[known - 1] ??= FigureResolution.Resolve([.. observations.Take(known)]);
    }
}
