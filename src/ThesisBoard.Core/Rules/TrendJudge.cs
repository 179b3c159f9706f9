using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Rules;

/// <summary>Periods in a row that ease. All of them is Met, else Strained; a comparison that is not on file makes it unknown.</summary>
internal static class TrendJudge
{
    private const int CalendarSlack = 7;
    private const int Year = 365;
    private static readonly Comparison<Figure> ByPeriod = (one, other) => one.Period.CompareTo(other.Period);

    public static RuleAnswer Judge(TrendRule rule, RuleInput input)
    {
        var figures = input.Book.Of(rule.Metric);
        if (input.Metric(rule.Metric) is not { } metric || figures.FromLatest(0) is null)
            return input.NotOnFile(rule.Metric, OtherCurrencies(figures, input.Metric(rule.Metric)));
        var pairs = LatestPairs(rule, figures);
        if (pairs.Count == 0 || pairs.Count < rule.Periods)
            return input.NotOnFile(rule.Metric, () => $" to compare with {Base(rule)}");

        var eased = pairs.Count(p => Eases(p, metric));
        var (latest, before) = pairs[0];
        var change = latest.Value - before.Value;
        return new(() => Tell(rule, metric, pairs[0], change, eased))
        {
            Standing = eased == pairs.Count ? Standing.Met : Standing.Strained,
            Distance = metric.Direction == Direction.HigherIsBetter ? change : -change,
            Progress = (decimal)eased / pairs.Count,
            ShareOfLine = RuleAnswer.OfLine(latest.Value.Amount, before.Value.Amount),
            Used = Compared(pairs),
            Metric = rule.Metric,
        };
    }

    /// <summary>The figures of the pairs, each once, by period.</summary>
    private static Figure[] Compared(List<(Figure Latest, Figure Before)> pairs)
    {
        var figures = new List<Figure>(2 * pairs.Count);
        foreach (var (latest, before) in pairs)
        {
            if (!figures.Contains(before))
                figures.Add(before);
            if (!figures.Contains(latest))
                figures.Add(latest);
        }

        Figure[] compared = [.. figures];
        Array.Sort(compared, ByPeriod);
        return compared;
    }

    private static RuleWords Tell(TrendRule rule, Metric metric, (Figure Latest, Figure Before) pair, Quantity change, int eased)
    {
        var (now, line) = (pair.Latest.Value.ToString(), pair.Before.Value.ToString());
        var moved = change.Amount switch { 0 => "stayed at", < 0 => "fell to", _ => "rose to" };
        var clause = $"{Words.Inside(metric.Title)} {moved} {now} {Words.When(pair.Latest.Period)}";
        return new(
            $"{Words.Start(clause)} from {line} {Words.When(pair.Before.Period)}; {eased} of {Figures.Count(rule.Periods, "period")} {(metric.Direction == Direction.HigherIsBetter ? "higher" : "lower")}.", clause, now, line);
    }

    private static List<(Figure Latest, Figure Before)> LatestPairs(TrendRule rule, MetricFigures figures)
    {
        var pairs = new List<(Figure, Figure)>();
        var last = 0;
        while (figures.FromLatest(last) is not null && Before(rule, last, figures) is null)
            last++;
        // A half-year holds its first quarter too: of periods that end on one day the shortest is judged.
        for (var shorter = last + 1; figures.FromLatest(shorter) is { } figure && figure.Period.End == figures.FromLatest(last)?.Period.End; shorter++)
            last = Before(rule, shorter, figures) is null ? last : shorter;
        for (int? next = last; next is { } place && pairs.Count < rule.Periods && Before(rule, place, figures) is { } before; next = Neighbour(place, figures))
            pairs.Add((figures.FromLatest(place)!, figures.FromLatest(before)!));
        return pairs;
    }

    /// <summary>The place of the figure to compare with, counted from the latest as <see cref="MetricFigures.FromLatest"/> does.</summary>
    private static int? Before(TrendRule rule, int place, MetricFigures figures)
    {
        if (rule.Against == TrendBase.PreviousPeriod)
            return Neighbour(place, figures);
        return figures.FromLatest(place) is not { } figure ? null
            : Find(figures, place, figure.Period.End.DayNumber - Year - CalendarSlack, f => SameLength(f.Period, figure.Period) && Math.Abs(figure.Period.End.DayNumber - f.Period.End.DayNumber - Year) <= CalendarSlack);
    }

    private static int? Neighbour(int place, MetricFigures figures) => figures.FromLatest(place)?.Period switch
    {
        null => null,
        { Start: { } start } period => Find(figures, place, start.DayNumber - CalendarSlack, f => SameLength(f.Period, period) && f.Period.End < start),
        { } period => Find(figures, place, int.MinValue, f => f.Period.IsInstant && f.Period.End < period.End),
    };

    /// <summary>The latest figure behind a place that fits, among those that end on a day or later.</summary>
    private static int? Find(MetricFigures figures, int behind, int firstDay, Func<Figure, bool> fits)
    {
        for (var place = behind + 1; figures.FromLatest(place) is { } figure && figure.Period.End.DayNumber >= firstDay; place++)
        {
            if (fits(figure))
                return place;
        }

        return null;
    }

    private static bool SameLength(Period a, Period b) => a.IsInstant == b.IsInstant && Math.Abs(a.Days - b.Days) <= CalendarSlack;

    private static bool Eases((Figure Latest, Figure Before) pair, Metric metric) => metric.Direction == Direction.HigherIsBetter
        ? pair.Latest.Value.CompareTo(pair.Before.Value) > 0
        : pair.Latest.Value.CompareTo(pair.Before.Value) < 0;

    private static string Base(TrendRule rule) => rule.Against == TrendBase.YearBefore ? "the same period a year before" : "the period before";

    private static Func<string>? OtherCurrencies(MetricFigures figures, Metric? metric) =>
        metric is not null && figures.OtherCurrencies is [.., var other] ? () => $" in {metric.Unit} (only {other.Value}, {Figures.Show(other.Period)})" : null;
}
