using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Judging;

/// <summary>How a figure relates to what is on file.</summary>
public enum FigureOrigin
{
    /// <summary>A source states it.</summary>
    OnFile,

    /// <summary>A sum or difference of figures on file: a quarter less two of its months.</summary>
    Combined,

    /// <summary>The result of a formula.</summary>
    Formula,
}

/// <summary>The figure that the board uses for one metric and period on the as-of date.</summary>
public sealed record Figure
{
    /// <summary>The metric's key.</summary>
    public required string Metric { get; init; }

    /// <summary>What it is about in time.</summary>
    public required Period Period { get; init; }

    /// <summary>The amount, in the metric's unit; in <see cref="Series.OtherCurrencies"/>, in its own.</summary>
    public required Quantity Value { get; init; }

    /// <summary>The first day on which this value was public: the latest among its inputs.</summary>
    public required PublishedOn Published { get; init; }

    /// <summary>The grade: the weakest among its inputs; where several sources agree on one figure, the strongest of those.</summary>
    public required Grade Grade { get; init; }

    /// <summary>Whether a source states it, or it is arithmetic.</summary>
    public required FigureOrigin Origin { get; init; }

    /// <summary>What it rests on.</summary>
    public required IReadOnlyList<Observation> Used { get; init; }

    /// <summary>Earlier values that a newer publication restated, newest first; they stay visible.</summary>
    public IReadOnlyList<Observation> Restated { get; init; } = [];

    /// <summary>Values of weaker sources that disagree.</summary>
    public IReadOnlyList<Observation> Disagreeing { get; init; } = [];

    /// <summary>Values that agree with the one used within their precision.</summary>
    public IReadOnlyList<Observation> Agreeing { get; init; } = [];
}

/// <summary>The figures of one metric on the as-of date, by ascending period; one figure a period.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Figures">The figures in the metric's unit.</param>
/// <param name="OtherCurrencies">Figures on file in another currency: shown, never compared or drawn on the same axis.</param>
public sealed record Series(Metric Metric, IReadOnlyList<Figure> Figures, IReadOnlyList<Figure> OtherCurrencies);
