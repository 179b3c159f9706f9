using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Judging;

/// <summary>Chooses the figure that counts among all observations of one metric, period and unit.</summary>
/// <remarks>
/// In order of publication: a value of at least the grade on file, or one that an editor marked as restating, takes its place; a weaker one that differs is
/// kept as disagreeing. Values that agree within their precision are one figure (as XBRL's consistent duplicates are): the most precise is used, and the
/// strongest grade among them counts.
/// </remarks>
internal static class FigureResolution
{
    /// <param name="known">At least one observation, by publication, grade and key.</param>
    public static Figure Resolve(ReadOnlySpan<KnownObservation> known)
    {
        var current = known[0];
        var grade = current.Grade;
        if (known.Length == 1)
            return Of(current, grade, [], [], []);
        List<Observation> agreeing = [], restated = [], disagreeing = [];
        foreach (var next in known[1..])
        {
            if (Agree(current.Observation, next.Observation))
            {
                var (used, other) = IsFiner(next, current) ? (next, current) : (current, next);
                agreeing.Add(other.Observation);
                (current, grade) = (used, Max(grade, next.Grade));
            }
            else if (next.Grade >= grade || next.Observation.Restates)
            {
                (IsRestatement(current, next) ? restated : disagreeing).Add(current.Observation);
                disagreeing.AddRange(agreeing);
                agreeing.Clear();
                (current, grade) = (next, next.Grade);
            }
            else
            {
                disagreeing.Add(next.Observation);
            }
        }

        restated.Reverse();
        return Of(current, grade, restated, disagreeing, agreeing);
    }

    private static Figure Of(
        KnownObservation current, Grade grade, IReadOnlyList<Observation> restated, IReadOnlyList<Observation> disagreeing, IReadOnlyList<Observation> agreeing) => new()
        {
            Metric = current.Observation.Metric,
            Period = current.Observation.Period,
            Value = current.Observation.Value,
            Published = new PublishedOn(current.Published),
            Grade = grade,
            Origin = FigureOrigin.OnFile,
            Used = [current.Observation],
            Restated = restated,
            Disagreeing = disagreeing,
            Agreeing = agreeing,
        };

    /// <summary>Two values agree when the intervals that their precision allows touch; without a stated precision a value is exact.</summary>
    internal static bool Agree(Observation a, Observation b) => Precision.Agree(a.Value.Amount, a.Decimals, b.Value.Amount, b.Decimals);

    private static decimal Tolerance(Observation observation) => Precision.Tolerance(observation.Decimals);

    private static bool IsFiner(KnownObservation next, KnownObservation current) =>
        Tolerance(next.Observation) < Tolerance(current.Observation)
        || (Tolerance(next.Observation) == Tolerance(current.Observation) && next.Grade > current.Grade);

    /// <summary>The issuer changed its own figure, or an editor says so; else two sources disagree.</summary>
    private static bool IsRestatement(KnownObservation before, KnownObservation after) =>
        after.Observation.Restates
        || (before.Grade >= Grade.CompanyRelease && after.Grade >= Grade.CompanyRelease && after.Published > before.Published);

    private static Grade Max(Grade a, Grade b) => a > b ? a : b;
}
