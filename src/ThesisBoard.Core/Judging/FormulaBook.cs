using ThesisBoard.Core.Metrics;

namespace ThesisBoard.Core.Judging;

/// <summary>The parsed, unit-checked formulas of a thesis's derived metrics. A formula that does not check is left out and has a finding.</summary>
internal sealed class FormulaBook
{
    private readonly Dictionary<string, Formula> formulas = new(StringComparer.Ordinal);

    public FormulaBook(IReadOnlyDictionary<string, Metric> metrics)
    {
        foreach (var metric in metrics.Values.Where(m => m.IsDerived))
        {
            if (WhyNot(metric, metrics, out var formula) is { } problem)
                Problems.Add((metric, problem));
            else
                formulas[metric.Key] = formula!;
        }
    }

    public List<(Metric Metric, string Problem)> Problems { get; } = [];

    public Formula? Of(string metric) => formulas.GetValueOrDefault(metric);

    /// <summary>The metric itself and every metric that it is computed from.</summary>
    public IEnumerable<string> Closure(string metric)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([metric]);
        while (open.TryPop(out var key))
        {
            if (!seen.Add(key))
                continue;
            foreach (var use in Of(key)?.Uses ?? [])
                open.Push(use.Metric);
        }

        return seen;
    }

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
