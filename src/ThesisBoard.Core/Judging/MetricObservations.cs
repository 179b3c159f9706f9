using System.Runtime.InteropServices;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Judging;

/// <summary>An observation with its source, its grade and the date on which it became known.</summary>
internal readonly record struct KnownObservation(Observation Observation, Source Source)
{
    public Grade Grade => Source.Grade;

    public DateOnly Published => (Observation.Published ?? Source.Published).Date;
}

/// <summary>
/// All observations of one metric, arranged once: by period, so that a figure is resolved from neighbours, and by publication, so that a date that
/// moves on looks only at what came in since. The figure of a period depends only on how many of its observations were known: each is resolved once,
/// however many dates are judged.
/// </summary>
internal sealed class MetricObservations
{
    private static readonly Comparison<KnownObservation> ByPeriod = Compare;
    private readonly List<KnownObservation> observations;
    private readonly Figure?[] resolved;

    // In order of publication: the dates, and which observation it was.
    private readonly DateOnly[] published;
    private readonly int[] arrivals;
    private DateOnly[]? publishedOn;

    /// <param name="observations">In any order; the list becomes this one's own.</param>
    public MetricObservations(List<KnownObservation> observations)
    {
        observations.Sort(ByPeriod);
        this.observations = observations;
        resolved = new Figure?[Count];
        published = new DateOnly[Count];
        arrivals = new int[Count];
        for (var i = 0; i < Count; i++)
            (published[i], arrivals[i], LongestDays) = (observations[i].Published, i, Math.Max(LongestDays, observations[i].Observation.Period.Days));
        Array.Sort(published, arrivals);
    }

    public static MetricObservations None { get; } = new([]);

    /// <summary>How many there are, whenever known.</summary>
    public int Count => observations.Count;

    /// <summary>All of them, whenever known, by period.</summary>
    public IReadOnlyList<KnownObservation> ByPeriods => observations;

    /// <summary>The length of the longest period; 0 when all are instants.</summary>
    public int LongestDays { get; }

    /// <summary>Every publication date, ascending; a date on which several came in stands there several times.</summary>
    public IReadOnlyList<DateOnly> Published => published;

    /// <summary>Every publication date once, ascending.</summary>
    public IReadOnlyList<DateOnly> PublishedOn => publishedOn ??= [.. published.Where((date, i) => i == 0 || date != published[i - 1])];

    /// <summary>How many were known on a date.</summary>
    public int KnownOn(DateOnly asOf)
    {
        int low = 0, high = published.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (published[middle] <= asOf)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The period that the so-manyth publication was about.</summary>
    public Period PeriodOf(int arrival) => observations[arrivals[arrival]].Observation.Period;

    /// <summary>The figure, as it stood on a date, of the period and unit that the so-manyth publication was about.</summary>
    /// <param name="arrival">A publication of that date or before.</param>
    /// <param name="asOf">The date.</param>
    public Figure FigureOf(int arrival, DateOnly asOf)
    {
        var last = arrivals[arrival];
        while (last + 1 < observations.Count && observations[last + 1].Published <= asOf && IsSameFigure(last, last + 1))
            last++;
        // Two readers may resolve the same figure at once: both come to the same one.
        return resolved[last] ??= FigureResolution.Resolve(CollectionsMarshal.AsSpan(observations)[FirstOf(last)..(last + 1)]);
    }

    private int FirstOf(int last)
    {
        while (last > 0 && IsSameFigure(last - 1, last))
            last--;
        return last;
    }

    private bool IsSameFigure(int one, int other) =>
        observations[one].Observation.Period == observations[other].Observation.Period
        && observations[one].Observation.Value.Unit == observations[other].Observation.Value.Unit;

    private static int Compare(KnownObservation one, KnownObservation other)
    {
        var order = one.Observation.Period.CompareTo(other.Observation.Period);
        if (order == 0)
            order = string.CompareOrdinal(one.Observation.Value.Unit.Text, other.Observation.Value.Unit.Text);
        if (order == 0)
            order = one.Published.CompareTo(other.Published);
        if (order == 0)
            order = one.Grade.CompareTo(other.Grade);
        return order != 0 ? order : string.CompareOrdinal(one.Observation.Key, other.Observation.Key);
    }
}
