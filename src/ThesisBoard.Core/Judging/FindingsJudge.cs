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
            var same = seen.Find(f => f.Kind == FindingKind.Conflict && Sources(f).SetEquals(Sources(finding)));
            if (same is not null)
                seen.Remove(same);
            yield return same is null ? finding : finding with { Sentence = $"{finding.Sentence} {same.Sentence}", Metric = same.Metric };
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
            yield return new Finding(
                FindingKind.Conflict, conflict.Topic,
                $"{Quantities.Figures.Count(sides.Count, "source")} disagree; {best.Publisher} ranks highest ({Words.Grade(best.Grade)}).",
                [.. sides.Select((s, i) => new FindingSide(s.Claim, s.Source, i == 0))]);
        }
    }

    private static IEnumerable<Finding> Figures(RecordIndex index, RecordView view)
    {
        foreach (var metric in index.Thesis.Metrics.Where(m => !m.IsDerived).DistinctBy(m => m.Key))
        {
            foreach (var figure in view.Book.Figures(metric.Key))
            {
                var topic = $"{metric.Title}, {Quantities.Figures.Show(figure.Period)}";
                if (figure.Disagreeing.Count > 0)
                    yield return Differing(FindingKind.Conflict, topic, $"Sources disagree; the board uses {figure.Value} ({Words.Grade(figure.Grade)}).", index, figure, figure.Disagreeing);
                if (figure.Restated.Count > 0)
                    yield return Differing(FindingKind.Restatement, topic, $"Restated to {figure.Value} from {figure.Restated[0].Value}.", index, figure, figure.Restated);
                if (figure.Agreeing.Any(o => o.Value != figure.Value))
                    yield return Differing(FindingKind.Conflict, topic, $"The figures agree once rounded; the board uses the most precise, {figure.Value}.", index, figure, figure.Agreeing);
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
            foreach (var month in BalanceJudge.Months(rule, view.Book))
            {
                if (Off(month, rule) is not { } off)
                    continue;
                yield return new Finding(
                    FindingKind.Balance, $"{view.Book.Metric(rule.Held)!.Title}, {Quantities.Figures.Show(month.Month)}",
                    $"{month.Opening.Value} + {month.In!.Value} \u2212 {month.Out!.Value} is not {month.Closing.Value}: "
                    + $"{off with { Amount = Math.Abs(off.Amount) }} {(off.Amount > 0 ? "left" : "came")} unexplained.",
                    [], rule.Held);
            }
        }
    }

    private static IEnumerable<Finding> Unusable(RecordIndex index, RecordView view)
    {
        foreach (var (metric, problem) in index.Formulas.Problems)
            yield return new Finding(FindingKind.Unusable, metric.Title, $"This metric cannot be computed: {problem}", [], metric.Key);
        var unusable = index.Record.Observations
            .Where(o => index.Source(o.Source)?.Published.IsKnown(view.AsOf) == true)
            .GroupBy(index.WhyUnusable).Where(g => g.Key is not null).OrderBy(g => g.Key, StringComparer.Ordinal);
        foreach (var group in unusable)
            yield return new Finding(FindingKind.Unusable, "Record", $"{Quantities.Figures.Count(group.Count(), "figure")} left out: {group.Key}.", []);
    }

    private static Quantity? Off(BalanceMonth month, BalanceRule rule)
    {
        try
        {
            return month.Unexplained is { } off && Math.Abs(off.Amount) > rule.Tolerance ? off : null;
        }
        catch (OverflowException)
        {
            return null; // The rule itself says that these figures are too large.
        }
    }

    private static Finding Differing(FindingKind kind, string topic, string sentence, RecordIndex index, Figure figure, IReadOnlyList<Observation> others) =>
        new(kind, topic, sentence,
            [.. figure.Used.Select(o => Side(o, index, isUsed: true)), .. others.Select(o => Side(o, index, isUsed: false))], figure.Metric);

    private static Finding OtherCurrency(Metric metric, IReadOnlyList<Figure> others, RecordIndex index) =>
        new(FindingKind.OtherCurrency, metric.Title, $"On file in another currency, and not compared with {metric.Unit}.",
            [.. others.SelectMany(f => f.Used).Select(o => Side(o, index, isUsed: false))], metric.Key);

    private static FindingSide Side(Observation observation, RecordIndex index, bool isUsed) =>
        new($"{observation.Value} ({Quantities.Figures.Show(observation.Period)})", index.Source(observation.Source), isUsed);
}
