using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;

namespace ThesisBoard.Core.Judging;

/// <summary>What several sources say of one figure, held against the figure that the board uses.</summary>
/// <param name="Figure">The figure that the board uses; null when it has none of that metric and period, or the claims are about none.</param>
/// <param name="Against">The value that the others are held against: the board's, else that of the highest grade; null when no claim has a value.</param>
/// <param name="Tolerance">How far apart two values may lie and still agree; null where nothing is allowed beyond their precision.</param>
/// <param name="Why">Which one the board uses, and why, in a sentence.</param>
public sealed record Reconciliation(Figure? Figure, Quantity? Against, Quantity? Tolerance, string Why);

/// <summary>Holds claims of one figure against one another.</summary>
internal static class Reconciling
{
    /// <summary>A conflict that an editor wrote down; its sides stand highest grade first.</summary>
    public static (Reconciliation Reconciliation, IReadOnlyList<FindingSide> Sides) Of(
        Conflict conflict, IReadOnlyList<(ConflictSide Side, Source Source)> sides, RecordIndex index, RecordView view)
    {
        var figure = conflict is { Metric: { } metric, Period: { } period } ? view.Book.At(metric, period) : null;
        var against = figure?.Value ?? sides.Select(s => s.Side.Value).FirstOrDefault(v => v is not null);
        var tolerance = conflict.Tolerance is { } allowed && against is { } value ? value with { Amount = allowed } : (Quantity?)null;
        var used = UsedSides(figure, sides);
        var why = figure is not null ? Why(figure, index)
            : conflict.Metric is null ? "No figure of the board rests on this."
            : "The board has no figure of this: none is on file for the period.";
        return (new(figure, against, tolerance, why), [.. sides.Select((s, i) => Side(s.Side, s.Source, against, tolerance, figure is null ? i == 0 : used.Contains(i)))]);
    }

    /// <summary>One observation beside the figure that is used.</summary>
    public static FindingSide Side(Observation observation, Figure figure, RecordIndex index, bool isUsed) =>
        new($"{observation.Value} ({Figures.Show(observation.Period)})", index.Source(observation.Source), isUsed)
        {
            Value = observation.Value,
            Difference = isUsed ? null : Difference(observation.Value, figure.Value),
            IsWithin = !isUsed && figure.Agreeing.Contains(observation),
        };

    /// <summary>Why this figure counts among those on file; what <see cref="FigureResolution"/> did, in words.</summary>
    public static string Why(Figure figure, RecordIndex index)
    {
        var uses = $"The board uses {figure.Value}";
        if (figure.Origin == FigureOrigin.Formula)
            return $"{uses}, which its formula gives.";
        if (figure.Origin == FigureOrigin.Combined)
            return $"{uses}, which follows from figures on file for other periods.";
        var observation = figure.Used[0];
        var from = index.Source(observation.Source) is { } source ? $"{uses} from \u201c{source.Title}\u201d ({Words.Grade(source.Grade)})" : uses;
        return observation.Restates ? $"{from}: an editor marked it as restating what was on file."
            : figure.Restated.Count > 0 ? $"{from}: the newest of at least the grade on file."
            : figure.Agreeing.Count > 0 ? $"{from}: the most precise of those that agree."
            : figure.Disagreeing.Count > 0 ? $"{from}: the newest of the highest grade on file."
            : $"{from}: the only figure on file.";
    }

    private static FindingSide Side(ConflictSide side, Source source, Quantity? against, Quantity? tolerance, bool isUsed)
    {
        var difference = side.Value is { } value && against is { } other ? Difference(value, other) : null;
        return new(side.Claim, source, isUsed)
        {
            Value = side.Value,
            Difference = difference is { Amount: not 0 } ? difference : null,
            IsWithin = difference is { } off && Math.Abs(off.Amount) <= (tolerance?.Amount ?? 0),
        };
    }

    /// <summary>The claims that the board's figure is: of the source that it was read in, or of the same value.</summary>
    private static HashSet<int> UsedSides(Figure? figure, IReadOnlyList<(ConflictSide Side, Source Source)> sides)
    {
        if (figure is not { Origin: FigureOrigin.OnFile })
            return [];
        var places = Enumerable.Range(0, sides.Count).ToList();
        var read = places.Where(i => sides[i].Source.Key == figure.Used[0].Source).ToHashSet();
        return read.Count > 0 ? read : [.. places.Where(i => sides[i].Side.Value == figure.Value)];
    }

    /// <summary>Null where the units differ, which do not meet, or the amounts are beyond computing.</summary>
    private static Quantity? Difference(Quantity value, Quantity against)
    {
        try
        {
            return value.Unit == against.Unit ? value - against : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
