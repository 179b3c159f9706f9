using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Judging;

/// <summary>The figures of an entered metric: one a period from what is on file, and what follows from them for periods without a figure of their own.</summary>
internal sealed class EnteredFigures(MetricObservations observations, Unit unit) : MetricFigures
{
    private readonly PeriodMap<Figure> figures = new(observations.Count);
    private readonly Dictionary<Unit, PeriodMap<Figure>> others = [];
    private int known;
    private DateOnly changedOn;

    public override DateOnly ChangedOn => changedOn;

    public override IReadOnlyList<Figure> All => figures.Items;

    public override IReadOnlyList<Figure> OtherCurrencies => others.Count == 0 ? [] :
        [.. others.Values.SelectMany(o => o.Items).OrderBy(f => f.Period).ThenBy(f => f.Value.Unit.Text, StringComparer.Ordinal)];

    public override bool IsFlow => figures.LongestDays > 0;

    public override void MoveTo(DateOnly asOf)
    {
        for (; known < observations.Count && observations.Published[known] <= asOf; known++)
        {
            var figure = observations.FigureOf(known, asOf);
            InUnit(figure.Value.Unit).Put(figure.Period, figure);
            changedOn = asOf;
        }
    }

    public override Figure? FromLatest(int place) => place < figures.Count ? figures[^(place + 1)] : null;

    public override Figure? At(Period period) => figures.At(period) ?? (period.IsInstant ? null : FigureTiles.At(figures, period));

    public override Figure? LatestInstantWithin(Period duration)
    {
        for (var place = figures.LastEndingBy(duration.End); place >= 0 && figures.PeriodAt(place).End >= duration.Start; place--)
        {
            if (figures.PeriodAt(place).IsInstant)
                return figures[place];
        }

        return null;
    }

    private PeriodMap<Figure> InUnit(Unit of)
    {
        if (of == unit)
            return figures;
        if (!others.TryGetValue(of, out var map))
            others[of] = map = new();
        return map;
    }
}
