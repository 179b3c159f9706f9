using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Judging;

/// <summary>The figures known on a date, metric by metric: what is on file, combined from parts where a period has no figure of its own, and derived.</summary>
internal sealed class FigureBook(RecordIndex index, DateOnly asOf)
{
    private readonly Dictionary<string, MetricFigures> books = new(StringComparer.Ordinal);
    private readonly HashSet<string> computing = new(StringComparer.Ordinal);

    public DateOnly AsOf => asOf;

    public Metric? Metric(string key) => index.Metric(key);

    /// <summary>The figures in the metric's unit by ascending period; none for an unknown metric.</summary>
    public IReadOnlyList<Figure> Figures(string metric) => Book(metric).Figures;

    public IReadOnlyList<Figure> OtherCurrencies(string metric) => Book(metric).OtherCurrencies;

    /// <summary>The figure for exactly this period: on file, or a sum or difference of figures on file.</summary>
    public Figure? At(string metric, Period period) => Book(metric).At(period);

    /// <summary>The figure with the latest end, the longest such period, among those that fit.</summary>
    public Figure? Latest(string metric, Func<Figure, bool>? fits = null) => Figures(metric).LastOrDefault(fits ?? (_ => true));

    private MetricFigures Book(string key)
    {
        if (books.TryGetValue(key, out var book))
            return book;
        if (index.Metric(key) is not { } metric || !computing.Add(key))
            return MetricFigures.Empty;
        book = metric.IsDerived ? Derive(metric) : Read(metric);
        computing.Remove(key);
        return books[key] = book;
    }

    private MetricFigures Read(Metric metric)
    {
        List<Figure> comparable = [], others = [];
        foreach (var period in index.Periods(metric.Key))
        {
            if (period.On(asOf) is { } figure)
                (period.Unit == metric.Unit ? comparable : others).Add(figure);
        }

        return new MetricFigures(comparable, others);
    }

    private MetricFigures Derive(Metric metric)
    {
        if (index.Formulas.Of(metric.Key) is not { } formula)
            return MetricFigures.Empty;
        var figures = new List<Figure>();
        foreach (var period in Candidates(formula))
        {
            if (Evaluate(metric, formula, period) is { } figure)
                figures.Add(figure);
        }

        return new MetricFigures(figures, []);
    }

    /// <summary>The periods at which a formula is tried: durations when any input is a flow, else instants; its own when every use names a period.</summary>
    private IEnumerable<Period> Candidates(Formula formula)
    {
        var free = formula.Uses.Where(u => u.Selector is null).Select(u => u.Metric).Distinct().ToList();
        if (free.Count == 0)
        {
            return formula.Uses.Count == 0 ? [] :
                [formula.Uses.Select(u => Select(u)?.Period ?? u.Selector!.AsDuration ?? u.Selector.AsInstant!.Value).Max()];
        }

        var periods = free.SelectMany(Figures).Select(f => f.Period).Distinct().ToList();
        return periods.Exists(p => !p.IsInstant) ? periods.Where(p => !p.IsInstant).Order() : periods.Order();
    }

    private Figure? Evaluate(Metric metric, Formula formula, Period period)
    {
        var inputs = new List<Figure>();
        var value = formula.Evaluate(use =>
        {
            var input = use.Selector is null ? Within(use.Metric, period) : Select(use);
            if (input is not null)
                inputs.Add(input);
            return input?.Value;
        });
        return value.Value is { } result && inputs.Count > 0 ? Combine(metric.Key, period, result, FigureOrigin.Formula, inputs) : null;
    }

    private Figure? Select(MetricUse use) =>
        (use.Selector?.AsDuration is { } duration ? At(use.Metric, duration) : null)
        ?? (use.Selector?.AsInstant is { } instant ? At(use.Metric, instant) : null);

    /// <summary>The figure for the period, or for a balance within a duration its latest one.</summary>
    private Figure? Within(string metric, Period period) =>
        At(metric, period) ?? (period.IsInstant ? null : Book(metric).LatestInstantWithin(period));

    internal static Figure Combine(string metric, Period period, Quantity value, FigureOrigin origin, IReadOnlyCollection<Figure> inputs) => new()
    {
        Metric = metric,
        Period = period,
        Value = value,
        Published = inputs.MaxBy(f => f.Published.Date)!.Published,
        Grade = inputs.Min(f => f.Grade),
        Origin = origin,
        Used = [.. inputs.SelectMany(f => f.Used).DistinctBy(o => o.Key).OrderBy(o => o.Key, StringComparer.Ordinal)],
    };
}
