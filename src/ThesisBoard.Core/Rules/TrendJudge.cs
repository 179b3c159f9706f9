using ThesisBoard.Core.Theses;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Rules;

/// <summary>Periods in a row that ease. All of them is Met, else Strained; a comparison that is not on file makes it unknown.</summary>
internal static class TrendJudge
{
    private const int CalendarSlack = 7;

    public static RuleAnswer Judge(TrendRule rule, RuleInput input)
    {
        var figures = input.Book.Figures(rule.Metric);
        if (input.Metric(rule.Metric) is not { } metric || figures.Count == 0)
            return input.NotOnFile(rule.Metric, OtherCurrencies(rule, input));
        var pairs = LatestPairs(rule, figures);
        if (pairs.Count < rule.Periods)
            return input.NotOnFile(rule.Metric, $" to compare with {Base(rule)}");

        var eased = pairs.Count(p => Eases(p, metric));
        var (latest, before) = pairs[0];
        var change = latest.Value - before.Value;
        var moved = change.Amount switch { 0 => "stayed at", < 0 => "fell to", _ => "rose to" };
        var clause = $"{input.Name(rule.Metric)} {moved} {latest.Value} {Words.When(latest.Period)}";
        return new RuleAnswer
        {
            Standing = eased == pairs.Count ? Standing.Met : Standing.Strained,
            Sentence = $"{Words.Start(clause)} from {before.Value} {Words.When(before.Period)}; {eased} of {Figures.Count(rule.Periods, "period")} eased.",
            Clause = clause,
            Distance = metric.Direction == Direction.HigherIsBetter ? change : -change,
            Progress = (decimal)eased / pairs.Count,
            Now = latest.Value.ToString(),
            Line = before.Value.ToString(),
            Used = [.. pairs.SelectMany(p => new[] { p.Before, p.Latest }).Distinct().OrderBy(f => f.Period)],
            Metric = rule.Metric,
        };
    }

    private static List<(Figure Latest, Figure Before)> LatestPairs(TrendRule rule, IReadOnlyList<Figure> figures)
    {
        var pairs = new List<(Figure, Figure)>();
        var last = figures.LastOrDefault(f => Before(rule, f, figures) is not null);
        while (last is not null && pairs.Count < rule.Periods && Before(rule, last, figures) is { } before)
        {
            pairs.Add((last, before));
            last = Neighbour(last, figures);
        }

        return pairs;
    }

    private static Figure? Before(TrendRule rule, Figure figure, IReadOnlyList<Figure> figures) => rule.Against == TrendBase.PreviousPeriod
        ? Neighbour(figure, figures)
        : figures.LastOrDefault(f => SameLength(f, figure) && Math.Abs(figure.Period.End.DayNumber - f.Period.End.DayNumber - 365) <= CalendarSlack);

    private static Figure? Neighbour(Figure figure, IReadOnlyList<Figure> figures) => figure.Period.Start is { } start
        ? figures.LastOrDefault(f => SameLength(f, figure) && f.Period.End < start && start.DayNumber - f.Period.End.DayNumber <= CalendarSlack)
        : figures.LastOrDefault(f => f.Period.IsInstant && f.Period.End < figure.Period.End);

    private static bool SameLength(Figure a, Figure b) =>
        a.Period.IsInstant == b.Period.IsInstant && Math.Abs(a.Period.Days - b.Period.Days) <= CalendarSlack;

    private static bool Eases((Figure Latest, Figure Before) pair, Metric metric) => metric.Direction == Direction.HigherIsBetter
        ? pair.Latest.Value.CompareTo(pair.Before.Value) > 0
        : pair.Latest.Value.CompareTo(pair.Before.Value) < 0;

    private static string Base(TrendRule rule) => rule.Against == TrendBase.YearBefore ? "the same period a year before" : "the period before";

    private static string OtherCurrencies(TrendRule rule, RuleInput input) =>
        input.Book.OtherCurrencies(rule.Metric) is [.., var other] ? $" in {input.Metric(rule.Metric)!.Unit} (only {other.Value}, {Figures.Show(other.Period)})" : "";
}
