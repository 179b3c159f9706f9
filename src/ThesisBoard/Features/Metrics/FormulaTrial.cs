using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Features.Metrics;

/// <summary>Tries a formula that is being typed against the metrics of the board.</summary>
public static class FormulaTrial
{
    /// <summary>The unit of the result, or everything that is wrong.</summary>
    public static (Unit? Unit, IReadOnlyList<FormulaError> Errors) Of(string text, IReadOnlyList<Metric> metrics)
    {
        if (!Formula.TryParse(text, out var formula, out var error))
            return (null, [error]);
        var check = formula.Check(key => metrics.FirstOrDefault(m => m.Key == key)?.Unit, metrics.Select(m => m.Key));
        return (check.Unit, check.Errors);
    }
}
