using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;

namespace ThesisBoard.Core.Judging;

/// <summary>
/// The figures known on a date, metric by metric: what is on file, combined from parts where a period has no figure of its own, and derived.
/// The date can move forward; each metric then looks only at what was published since it was last asked for.
/// </summary>
internal sealed class FigureBook(RecordIndex index, DateOnly asOf)
{
    private static readonly Comparison<Observation> ByKey = (one, other) => string.CompareOrdinal(one.Key, other.Key);

    private readonly Dictionary<string, (MetricFigures Figures, DateOnly On)> metrics = new(StringComparer.Ordinal);
    private readonly Dictionary<BalanceRule, BalanceMonths> balances = [];

    public DateOnly AsOf { get; private set; } = asOf;

    public RecordIndex Index => index;

    public Metric? Metric(string key) => index.Metric(key);

    public void MoveTo(DateOnly asOf) =>
        AsOf = asOf >= AsOf ? asOf : throw new ArgumentOutOfRangeException(nameof(asOf), "Knowledge only grows: a date before needs a book of its own.");

    /// <summary>The figures in the metric's unit by ascending period; none for an unknown metric.</summary>
    public IReadOnlyList<Figure> Figures(string metric) => Of(metric).All;

    public IReadOnlyList<Figure> OtherCurrencies(string metric) => Of(metric).OtherCurrencies;

    /// <summary>The figure for exactly this period: on file, or a sum or difference of figures on file, or computed.</summary>
    public Figure? At(string metric, Period period) => Of(metric).At(period);

    /// <summary>The figure with the latest end, the longest such period, among those that fit.</summary>
    public Figure? Latest(string metric, Func<Figure, bool>? fits = null)
    {
        var figures = Of(metric);
        for (var place = 0; figures.FromLatest(place) is { } figure; place++)
        {
            if (fits is null || fits(figure))
                return figure;
        }

        return null;
    }

    /// <summary>The months of a balance, ascending.</summary>
    public IReadOnlyList<BalanceMonth> Months(BalanceRule rule)
    {
        if (!balances.TryGetValue(rule, out var months))
            balances[rule] = months = new BalanceMonths(index, this, rule);
        return months.UpToDate();
    }

    /// <summary>A metric's figures, moved to the book's date.</summary>
    public MetricFigures Of(string key)
    {
        if (!metrics.TryGetValue(key, out var metric))
            metric.Figures = Open(key);
        else if (metric.On == AsOf)
            return metric.Figures;
        metric.Figures.MoveTo(AsOf);
        metrics[key] = (metric.Figures, AsOf);
        return metric.Figures;
    }

    private MetricFigures Open(string key) => index.Metric(key) switch
    {
        null => MetricFigures.None,
        { IsDerived: false } metric => new EnteredFigures(index.Observations(key), metric.Unit),
        var metric => index.Formulas.Of(key) is { } formula ? new DerivedFigures(this, metric, formula) : MetricFigures.None,
    };

    internal static Figure Combine(string metric, Period period, Quantity value, FigureOrigin origin, IReadOnlyList<Figure> inputs)
    {
        var (latest, weakest) = (inputs[0], inputs[0]);
        var used = new List<Observation>(inputs.Count);
        foreach (var input in inputs)
        {
            latest = input.Published.Date > latest.Published.Date ? input : latest;
            weakest = input.Grade < weakest.Grade ? input : weakest;
            used.AddRange(input.Used);
        }

        used.Sort(ByKey);
        for (var i = used.Count - 1; i > 0; i--)
        {
            if (used[i].Key == used[i - 1].Key)
                used.RemoveAt(i);
        }

        return new Figure
        {
            Metric = metric, Period = period, Value = value, Published = latest.Published, Grade = weakest.Grade, Origin = origin, Used = used,
        };
    }
}
