using ThesisBoard.Core.Metrics;

namespace ThesisBoard.Core.Judging;

/// <summary>The parsed, unit-checked formulas of a thesis's derived metrics. A formula that does not check is left out and has a finding.</summary>
internal sealed class FormulaBook
{
    private readonly Dictionary<string, (Formula Formula, string[] Inputs)> formulas = new(StringComparer.Ordinal);

    public FormulaBook(IReadOnlyDictionary<string, Metric> metrics)
    {
        foreach (var metric in metrics.Values.Where(m => m.IsDerived))
        {
            if (WhyNot(metric, metrics, out var formula) is { } problem)
                Problems.Add((metric, problem));
            else
                formulas[metric.Key] = (formula!, [.. formula!.Uses.Select(u => u.Metric).Distinct()]);
        }

        foreach (var circular in formulas.Keys.Where(k => Reach.From(k, Inputs).Contains(k)).ToList())
        {
            Problems.Add((metrics[circular], "The formula needs the metric itself."));
            formulas.Remove(circular);
        }
    }

    public List<(Metric Metric, string Problem)> Problems { get; } = [];

    public Formula? Of(string metric) => formulas.GetValueOrDefault(metric).Formula;

    /// <summary>The metric itself and every metric that it is computed from.</summary>
    public IEnumerable<string> Closure(string metric) => Inputs(metric).Count == 0 ? [metric] : Reach.From(metric, Inputs).Append(metric);

    private IReadOnlyList<string> Inputs(string metric) => formulas.GetValueOrDefault(metric).Inputs ?? [];

    private static string? WhyNot(Metric metric, IReadOnlyDictionary<string, Metric> metrics, out Formula? formula)
    {
        if (!Formula.TryParse(metric.Formula, out formula, out var error))
            return error.Message;
        var check = formula.Check(key => metrics.GetValueOrDefault(key)?.Unit);
        return check switch
        {
            { Errors: [var first, ..] } => first.Message,
            { Unit: var unit } when unit != metric.Unit => $"The formula gives {unit}, and the metric is in {metric.Unit}.",
            _ => null,
        };
    }
}
