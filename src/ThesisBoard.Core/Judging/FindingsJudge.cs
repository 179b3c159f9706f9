using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;

namespace ThesisBoard.Core.Judging;

/// <summary>What a reader must see beside the standings: disagreements, restatements, balances that do not add up, currencies that do not meet.</summary>
internal static class FindingsJudge
{
    public static IEnumerable<Finding> Judge(RecordIndex index, RecordView view) =>
        [.. Merged([.. Conflicts(index, view)], [.. Figures(index, view)]), .. Balances(index, view), .. Unusable(index, view)];

    /// <summary>A conflict that an editor wrote down and the same one seen in the figures are one finding.</summary>
    private static IEnumerable<Finding> Merged(IReadOnlyList<Finding> written, List<Finding> seen)
    {
        foreach (var finding in written)
        {
            var sources = Sources(finding);
            var same = seen.Find(f => f.Kind == FindingKind.Conflict && sources.SetEquals(Sources(f)));
            if (same is not null)
                seen.Remove(same);
            yield return same is null ? finding
                : new(() => new(finding.Topic, $"{finding.Sentence} {same.Sentence}", finding.Sides)) { Kind = finding.Kind, Metric = same.Metric };
        }

        foreach (var finding in seen)
            yield return finding;
    }

    private static HashSet<string> Sources(Finding finding) =>
        [.. finding.Sides.Select(s => s.Source).OfType<Source>().Select(s => s.Key)];

    private static IEnumerable<Finding> Conflicts(RecordIndex index, RecordView view)
    {
        foreach (var conflict in index.Record.Conflicts.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            var sides = conflict.Sides
                .Select(s => (s.Claim, Source: index.Source(s.Source)))
                .Where(s => s.Source is not null && s.Source.Published.IsKnown(view.AsOf))
                .OrderByDescending(s => s.Source!.Grade).ThenByDescending(s => s.Source!.Published.Date).ThenBy(s => s.Source!.Key, StringComparer.Ordinal)
                .ToList();
            if (sides.Count < 2)
                continue;
            var best = sides[0].Source!;
            yield return new(() => new(
                conflict.Topic,
                $"{Quantities.Figures.Count(sides.Count, "source")} disagree; {best.Publisher} ranks highest ({Words.Grade(best.Grade)}).",
                [.. sides.Select((s, i) => new FindingSide(s.Claim, s.Source, i == 0))]))
            { Kind = FindingKind.Conflict };
        }
    }

    private static IEnumerable<Finding> Figures(RecordIndex index, RecordView view)
    {
        foreach (var metric in index.Thesis.Metrics.Where(m => !m.IsDerived).DistinctBy(m => m.Key))
        {
            foreach (var figure in view.Book.Figures(metric.Key))
            {
                if (figure.Disagreeing.Count > 0)
                    yield return Differing(FindingKind.Conflict, metric, figure, index);
                if (figure.Restated.Count > 0)
                    yield return Differing(FindingKind.Restatement, metric, figure, index);
                if (figure.Agreeing.Count > 0 && AgreesRounded(figure))
                    yield return AgreeingRounded(metric, figure, index);
            }

            if (view.Book.OtherCurrencies(metric.Key) is { Count: > 0 } others)
                yield return OtherCurrency(metric, others, index);
        }
    }

    private static IEnumerable<Finding> Balances(RecordIndex index, RecordView view)
    {
        var rules = index.Thesis.Criteria.Select(c => c.On(view.AsOf).Rule).OfType<BalanceRule>().Distinct();
        foreach (var rule in rules)
        {
            foreach (var month in view.Book.Months(rule))
            {
                if (month.Unexplained is not { } off || Math.Abs(off.Amount) <= rule.Tolerance)
                    continue; // What is too large to add up, the rule itself says.
                yield return Unexplained(view.Book.Metric(rule.Held)!, month, off);
            }
        }
    }

    private static IEnumerable<Finding> Unusable(RecordIndex index, RecordView view)
    {
        foreach (var (metric, problem) in index.Formulas.Problems)
            yield return new(() => new(metric.Title, $"This metric cannot be computed: {problem}", [])) { Kind = FindingKind.Unusable, Metric = metric.Key };
        var unusable = index.Unusable.Where(o => o.Source.Published.IsKnown(view.AsOf)).GroupBy(o => o.Why).OrderBy(g => g.Key, StringComparer.Ordinal);
        foreach (var group in unusable)
            yield return new(() => new("Record", $"{Quantities.Figures.Count(group.Count(), "figure")} left out: {group.Key}.", [])) { Kind = FindingKind.Unusable };
    }

    private static Finding Unexplained(Metric held, BalanceMonth month, Quantity off) => new(() => new(
        $"{held.Title}, {Quantities.Figures.Show(month.Month)}",
        $"{month.Opening.Value} + {month.In!.Value} \u2212 {month.Out!.Value} is not {month.Closing.Value}: "
            + $"{off with { Amount = Math.Abs(off.Amount) }} {(off.Amount > 0 ? "left" : "came")} unexplained.",
        []))
    { Kind = FindingKind.Balance, Metric = held.Key };

    private static bool AgreesRounded(Figure figure) => figure.Agreeing.Any(o => o.Value != figure.Value);

    private static Finding Differing(FindingKind kind, Metric metric, Figure figure, RecordIndex index) => new(() => kind == FindingKind.Restatement
        ? new(Topic(metric, figure), $"Restated to {figure.Value} from {figure.Restated[0].Value}.", Sides(index, figure.Used, figure.Restated))
        : new(Topic(metric, figure), $"Sources disagree; the board uses {figure.Value} ({Words.Grade(figure.Grade)}).", Sides(index, figure.Used, figure.Disagreeing)))
    { Kind = kind, Metric = metric.Key };

    private static Finding AgreeingRounded(Metric metric, Figure figure, RecordIndex index) => new(() => new(
        Topic(metric, figure), $"The figures agree once rounded; the board uses the most precise, {figure.Value}.", Sides(index, figure.Used, figure.Agreeing)))
    { Kind = FindingKind.Conflict, Metric = metric.Key };

    private static Finding OtherCurrency(Metric metric, IReadOnlyList<Figure> others, RecordIndex index) => new(() => new(
        metric.Title, $"On file in another currency, and not compared with {metric.Unit}.", Sides(index, [], others.SelectMany(f => f.Used))))
    { Kind = FindingKind.OtherCurrency, Metric = metric.Key };

    private static string Topic(Metric metric, Figure figure) => $"{metric.Title}, {Quantities.Figures.Show(figure.Period)}";

    private static IReadOnlyList<FindingSide> Sides(RecordIndex index, IEnumerable<Observation> used, IEnumerable<Observation> others) =>
        [.. used.Select(o => Side(o, index, isUsed: true)), .. others.Select(o => Side(o, index, isUsed: false))];

    private static FindingSide Side(Observation observation, RecordIndex index, bool isUsed) =>
        new($"{observation.Value} ({Quantities.Figures.Show(observation.Period)})", index.Source(observation.Source), isUsed);
}
