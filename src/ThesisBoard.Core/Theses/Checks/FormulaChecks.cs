using ThesisBoard.Core.Metrics;

namespace ThesisBoard.Core.Theses.Checks;

/// <summary>The formulas of derived metrics: they can be read, their units fit and give the metric's unit, and none needs itself.</summary>
internal sealed class FormulaChecks(CheckDesk desk)
{
    private const string Path = "$.thesis.metrics";

    public void CheckFormulas(IReadOnlyList<Metric> metrics)
    {
        var uses = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        for (var i = 0; i < metrics.Count; i++)
        {
            var path = desk.At(Path, i) + ".formula";
            if (metrics[i].Formula is null)
                continue;
            if (Formula.TryParse(metrics[i].Formula, out var formula, out var error))
                uses[metrics[i].Key] = Units(metrics[i], formula, path);
            else
                desk.Add(path, At(error));
        }

        if (Circle.In(uses) is { } circle)
            desk.Add(desk.At(Path, metrics.Select(m => m.Key).ToList().IndexOf(circle[0])) + ".formula",
                $"These metrics are computed from one another: {string.Join(" → ", circle)}. Take one of them out of the other's formula.");
    }

    private List<string> Units(Metric metric, Formula formula, string path)
    {
        var check = formula.Check(key => desk.Metrics.GetValueOrDefault(key)?.Unit, desk.Metrics.Keys);
        foreach (var error in check.Errors)
            desk.Add(path, At(error));
        desk.Require(!check.Passes || check.Unit == metric.Unit, path, $"The formula gives {check.Unit}, but the metric's unit is {metric.Unit}. Change one of them.");
        return [.. formula.Uses.Select(u => u.Metric).Distinct()];
    }

    private static string At(FormulaError error) => FormattableString.Invariant($"{error.Message} (Character {error.Position + 1}.)");
}
