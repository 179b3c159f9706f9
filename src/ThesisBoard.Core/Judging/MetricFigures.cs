using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Judging;

/// <summary>The figures of one metric as known on a date, by period. The date moves forward; what is asked for is worked out when it is asked for.</summary>
internal abstract class MetricFigures
{
    /// <summary>The figures of a metric that is not there.</summary>
    public static MetricFigures None { get; } = new EnteredFigures(MetricObservations.None, Unit.One);

    /// <summary>The date that last brought something in.</summary>
    public abstract DateOnly ChangedOn { get; }

    /// <summary>The figures by ascending period; a list that stays as it is until the date moves.</summary>
    public abstract IReadOnlyList<Figure> All { get; }

    /// <summary>Figures on file in another currency, by ascending period.</summary>
    public abstract IReadOnlyList<Figure> OtherCurrencies { get; }

    /// <summary>Some figures are about durations: the metric is a flow, and not a balance or a price.</summary>
    public abstract bool IsFlow { get; }

    /// <summary>Takes in what was published up to a date.</summary>
    public abstract void MoveTo(DateOnly asOf);

    /// <summary>The latest figure for 0, the one before it for 1, and so on; null after the first. By end, and of one end the longest first.</summary>
    public abstract Figure? FromLatest(int place);

    /// <summary>The figure for exactly this period: on file, computed, or a sum or difference of figures on file.</summary>
    public abstract Figure? At(Period period);

    /// <summary>The latest figure of a balance within a duration.</summary>
    public abstract Figure? LatestInstantWithin(Period duration);
}
