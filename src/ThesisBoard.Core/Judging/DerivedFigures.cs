using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Judging;

/// <summary>
/// The figures of a derived metric: its formula at every period of its inputs. A period is computed when somebody asks for it, from the latest back, so
/// that a rule that looks at the latest figure costs the same however long the series is.
/// </summary>
internal sealed class DerivedFigures(FigureBook book, Metric metric, Formula formula) : MetricFigures
{
    private readonly MetricFigures[] inputs = [.. formula.Uses.Select(u => book.Of(u.Metric))];
    private readonly int[] places = new int[formula.Uses.Count];
    private readonly Figure[] used = new Figure[formula.Uses.Count];
    private readonly decimal[] amounts = new decimal[formula.Uses.Count];
    private readonly bool namesEveryPeriod = formula.Uses.All(u => u.Selector is not null);
    private Dictionary<Period, (Figure Figure, Figure[] From)> computed = [];
    private Dictionary<Period, (Figure Figure, Figure[] From)> before = [];
    private readonly List<Figure> latestFirst = [];
    private IReadOnlyList<Figure>? all;
    private DateOnly? changedOn;
    private bool isFlow;
    private bool ownWasTried;

    public override DateOnly ChangedOn => changedOn ?? DateOnly.MinValue;

    public override IReadOnlyList<Figure> All => all ??= Ascending();

    public override IReadOnlyList<Figure> OtherCurrencies => [];

    public override bool IsFlow => isFlow;

    public override void MoveTo(DateOnly asOf)
    {
        var changed = DateOnly.MinValue;
        for (var i = 0; i < inputs.Length; i++)
            changed = book.Of(formula.Uses[i].Metric).ChangedOn is var on && on > changed ? on : changed;
        if (changed == changedOn)
            return;
        (changedOn, all, ownWasTried) = (changed, null, false);
        (before, computed) = (computed, before);
        computed.Clear();
        latestFirst.Clear();
        Array.Clear(places);
        isFlow = namesEveryPeriod ? FromLatest(0) is { Period.IsInstant: false } : HasFreeFlow();
    }

    public override Figure? FromLatest(int place)
    {
        while (latestFirst.Count <= place && Next() is { } period)
        {
            if (Computed(period) is { } figure)
                latestFirst.Add(figure);
        }

        return place < latestFirst.Count ? latestFirst[place] : null;
    }

    /// <summary>The formula at this period: a quarter's figure follows from the quarter's inputs, and never from the sum of its months' results.</summary>
    public override Figure? At(Period period) =>
        period.IsInstant == isFlow || (namesEveryPeriod && FromLatest(0)?.Period != period) ? null : Computed(period);

    public override Figure? LatestInstantWithin(Period duration)
    {
        for (var place = 0; FromLatest(place) is { } figure && figure.Period.End >= duration.Start; place++)
        {
            if (figure.Period.IsInstant && figure.Period.End <= duration.End)
                return figure;
        }

        return null;
    }

    private List<Figure> Ascending()
    {
        while (FromLatest(latestFirst.Count) is not null)
        {
        }

        return [.. Enumerable.Reverse(latestFirst)];
    }

    private bool HasFreeFlow()
    {
        for (var i = 0; i < inputs.Length; i++)
        {
            if (formula.Uses[i].Selector is null && inputs[i].IsFlow)
                return true;
        }

        return false;
    }

    /// <summary>
    /// The next period at which the formula is tried, the latest first: the periods of the inputs, durations when any of them is a flow, else instants; its
    /// own when every use names a period.
    /// </summary>
    private Period? Next()
    {
        if (namesEveryPeriod)
        {
            var own = ownWasTried || inputs.Length == 0 ? (Period?)null : Own();
            ownWasTried = true;
            return own;
        }

        while (LatestAhead() is { } latest)
        {
            for (var i = 0; i < inputs.Length; i++)
                places[i] += Ahead(i) == latest ? 1 : 0;
            if (latest.IsInstant != isFlow)
                return latest;
        }

        return null;
    }

    private Period? LatestAhead()
    {
        Period? latest = null;
        for (var i = 0; i < inputs.Length; i++)
        {
            if (Ahead(i) is { } period && (latest is null || period > latest))
                latest = period;
        }

        return latest;
    }

    private Period? Ahead(int input) => formula.Uses[input].Selector is null ? inputs[input].FromLatest(places[input])?.Period : null;

    private Period Own() => formula.Uses.Select((use, i) => Named(i)?.Period ?? use.Selector!.AsDuration ?? use.Selector.AsInstant!.Value).Max();

    private Figure? Computed(Period period)
    {
        if (computed.TryGetValue(period, out var known))
            return known.Figure;
        if (!IsComputable(period))
            return null;
        // Of the same inputs it is the same figure, so that whoever looked at it need not look again.
        if (!before.TryGetValue(period, out var made) || !IsFrom(made.From))
        {
            if (Compute(period) is not { } now)
                return null;
            made = (now, [.. used]);
        }

        computed[period] = made;
        return made.Figure;
    }

    /// <summary>Finds the inputs for a period; false while one is not on file.</summary>
    private bool IsComputable(Period period)
    {
        for (var i = 0; i < inputs.Length; i++)
        {
            if ((formula.Uses[i].Selector is null ? Within(inputs[i], period) : Named(i)) is not { } input)
                return false;
            (used[i], amounts[i]) = (input, input.Value.Amount);
        }

        return true;
    }

    private bool IsFrom(Figure[] inputsBefore)
    {
        for (var i = 0; i < used.Length; i++)
        {
            if (!ReferenceEquals(used[i], inputsBefore[i]))
                return false;
        }

        return true;
    }

    private Figure? Compute(Period period) => formula.Amount(amounts, out var amount) is null
        ? FigureBook.Combine(metric.Key, period, new Quantity(amount, metric.Unit), FigureOrigin.Formula, used)
        : null;

    private Figure? Named(int use) => formula.Uses[use].Selector is not { } selector ? null
        : (selector.AsDuration is { } duration ? inputs[use].At(duration) : null) ?? (selector.AsInstant is { } instant ? inputs[use].At(instant) : null);

    /// <summary>The figure for the period, or for a balance within a duration its latest one.</summary>
    private static Figure? Within(MetricFigures input, Period period) => input.At(period) ?? (period.IsInstant ? null : input.LatestInstantWithin(period));
}
