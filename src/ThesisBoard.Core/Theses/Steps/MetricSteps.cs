using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses.Checks;

namespace ThesisBoard.Core.Theses.Steps;

/// <summary>A sealed rule names its metrics; turning a metric round would turn the rule round. Unit, direction and formula of what a sealed contract reads stay.</summary>
internal static class MetricSteps
{
    public static void Check(Thesis before, Thesis after, List<Problem> problems)
    {
        if (ReferenceEquals(before.Metrics, after.Metrics))
            return;
        var old = before.Metrics.DistinctBy(m => m.Key).ToDictionary(m => m.Key, StringComparer.Ordinal);
        var formulas = new FormulaBook(old);
        var rules = before.Criteria.SelectMany(c => c.Contracts).Where(c => c.Seal is not null).Select(c => c.Rule);
        var read = RuleInputs.Of(rules).Metrics.SelectMany(formulas.Closure).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < after.Metrics.Count; i++)
        {
            var metric = after.Metrics[i];
            if (read.Contains(metric.Key) && old.TryGetValue(metric.Key, out var was) && Judged(was) != Judged(metric))
            {
                problems.Add(new(Problem.At("$.thesis.metrics", i),
                    $"A sealed contract reads “{was.Title}”: its unit, its direction and its formula stay. Add another metric, and a new version that reads that one."));
            }
        }
    }

    private static (string Unit, Direction Direction, string? Formula) Judged(Metric metric) => (metric.Unit.Text, metric.Direction, metric.Formula);
}
