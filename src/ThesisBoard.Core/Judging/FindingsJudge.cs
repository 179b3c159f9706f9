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
    private static IEnumerable<Finding> Merged(IReadOnlyList<(Conflict Conflict, Finding Finding)> written, List<Finding> seen)
    {
        foreach (var (conflict, finding) in written)
        {
            var sources = Sources(finding);
            var same = seen.Find(f => f.Kind == FindingKind.Conflict && (IsAbout(f, conflict) || sources.SetEquals(Sources(f))));
            if (same is not null)
                seen.Remove(same);
            yield return same is null || finding.Reconciliation?.Figure is not null ? finding
                : new(() => new(finding.Topic, $"{finding.Sentence} {same.Sentence}", finding.Sides, finding.Reconciliation)) { Kind = finding.Kind, Metric = same.Metric };
        }

        foreach (var finding in seen)
            yield return finding;
    }

    private static bool IsAbout(Finding finding, Conflict conflict) =>
        conflict.Metric is not null && finding.Metric == conflict.Metric && finding.Reconciliation?.Figure?.Period == conflict.Period;

    private static HashSet<string> Sources(Finding finding) =>
        [.. finding.Sides.Select(s => s.Source).OfType<Source>().Select(s => s.Key)];

    private static IEnumerable<(Conflict, Finding)> Conflicts(RecordIndex index, RecordView view)
    {
        foreach (var conflict in index.Record.Conflicts.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            var sides = conflict.Sides
                .Select(s => (Side: s, Source: index.Source(s.Source)!))
                .Where(s => s.Source is not null && s.Source.Published.IsKnown(view.AsOf))
                .OrderByDescending(s => s.Source.Grade).ThenByDescending(s => s.Source.Published.Date).ThenBy(s => s.Source.Key, StringComparer.Ordinal)
                .ToList();
            if (sides.Count < 2)
                continue;
            // At once, not when it is read: the view moves on, and the figure is that of its date.
            var (reconciliation, claims) = Reconciling.Of(conflict, sides, index, view);
            yield return (conflict, new(() => new(conflict.Topic, Sentence(sides[0].Source, claims, reconciliation), claims, reconciliation)) { Kind = FindingKind.Conflict, Metric = conflict.Metric });
        }
    }

    private static string Sentence(Source best, IReadOnlyList<FindingSide> sides, Reconciliation reconciliation)
    {
        var sources = Quantities.Figures.Count(sides.Count, "source");
        return sides.All(s => s.Value is not null && s.IsWithin)
            ? $"{sources} agree{(reconciliation.Tolerance is { } tolerance ? $" within {tolerance}" : "")}; {best.Publisher} ranks highest ({Words.Grade(best.Grade)})."
            : $"{sources} disagree; {best.Publisher} ranks highest ({Words.Grade(best.Grade)}).";
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
                yield return Unexplained(view.Book.Metric(rule.Held)!, month, off, index);
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

    private static Finding Unexplained(Metric held, BalanceMonth month, Quantity off, RecordIndex index) => new(() => new(
        $"{held.Title}, {Quantities.Figures.Show(month.Month)}",
        $"{month.Opening.Value} + {month.In!.Value} \u2212 {month.Out!.Value} is not {month.Closing.Value}: "
            + $"{off with { Amount = Math.Abs(off.Amount) }} {(off.Amount > 0 ? "left" : "came")} unexplained.",
        [Part("Held at the beginning", month.Opening, index), Part("Came in", month.In, index), Part("Went out", month.Out, index), Part("Held at the end", month.Closing, index)]))
    { Kind = FindingKind.Balance, Metric = held.Key };

    /// <summary>A part of a sum, with the source that it was read in; one that follows from several figures is the board's own arithmetic.</summary>
    private static FindingSide Part(string name, Figure figure, RecordIndex index) =>
        new($"{name} ({Quantities.Figures.Show(figure.Period)})", figure.Origin == FigureOrigin.OnFile ? index.Source(figure.Used[0].Source) : null, IsUsed: false) { Value = figure.Value };

    private static bool AgreesRounded(Figure figure) => figure.Agreeing.Any(o => o.Value != figure.Value);

    private static Finding Differing(FindingKind kind, Metric metric, Figure figure, RecordIndex index) => new(() => kind == FindingKind.Restatement
        ? new(Topic(metric, figure), $"Restated to {figure.Value} from {figure.Restated[0].Value}.", Sides(index, figure, figure.Restated), Reconciled(figure, index))
        : new(Topic(metric, figure), $"Sources disagree; the board uses {figure.Value} ({Words.Grade(figure.Grade)}).", Sides(index, figure, figure.Disagreeing), Reconciled(figure, index)))
    { Kind = kind, Metric = metric.Key };

    private static Finding AgreeingRounded(Metric metric, Figure figure, RecordIndex index) => new(() => new(
        Topic(metric, figure), $"The figures agree once rounded; the board uses the most precise, {figure.Value}.", Sides(index, figure, figure.Agreeing), Reconciled(figure, index)))
    { Kind = FindingKind.Conflict, Metric = metric.Key };

    private static Reconciliation Reconciled(Figure figure, RecordIndex index) => new(figure, figure.Value, null, Reconciling.Why(figure, index));

    private static Finding OtherCurrency(Metric metric, IReadOnlyList<Figure> others, RecordIndex index) => new(() => new(
        metric.Title, $"On file in another currency, and not compared with {metric.Unit}.",
        [.. others.SelectMany(f => f.Used.Select(o => Reconciling.Side(o, f, index, isUsed: false) with { Difference = null }))]))
    { Kind = FindingKind.OtherCurrency, Metric = metric.Key };

    private static string Topic(Metric metric, Figure figure) => $"{metric.Title}, {Quantities.Figures.Show(figure.Period)}";

    private static IReadOnlyList<FindingSide> Sides(RecordIndex index, Figure figure, IEnumerable<Observation> others) =>
        [.. figure.Used.Select(o => Reconciling.Side(o, figure, index, isUsed: true)), .. others.Select(o => Reconciling.Side(o, figure, index, isUsed: false))];
}
