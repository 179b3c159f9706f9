using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Metrics;

/// <summary>One pass over a formula's units: knows the metrics and collects what does not fit.</summary>
internal sealed class UnitChecking(Func<string, Unit?> unitOf, IEnumerable<string>? names)
{
    private readonly List<FormulaError> errors = [];

    public IReadOnlyList<FormulaError> Errors => errors;

    public void Add(int position, string message) => errors.Add(new FormulaError(position, message));

    public Unit? UnitOf(string metric, int position)
    {
        var unit = unitOf(metric);
        if (unit is null)
            Add(position, $"There is no metric '{metric}'.{Hint(metric)}");
        return unit;
    }

    public Unit? Sum(Unit left, Unit right, bool isSum, int position)
    {
        if (left == right)
            return left;
        var (done, to) = isSum ? ("added", "to") : ("subtracted", "from");
        Add(position, (left == Unit.One, right == Unit.One) switch
        {
            (false, true) => $"A bare number cannot be {done} {to} an amount in {left}: give the number a unit, such as 5[{left}].",
            (true, false) => $"An amount in {right} cannot be {done} {to} a bare number: give the number a unit, such as 5[{right}].",
            _ when left.IsCurrency && right.IsCurrency => $"{right} cannot be {done} {to} {left}: amounts in two currencies never meet.",
            _ => $"{right} cannot be {done} {to} {left}: only amounts in one unit add up.",
        });
        return null;
    }

    private string Hint(string metric)
    {
        for (var at = metric.IndexOf('-'); at >= 0; at = metric.IndexOf('-', at + 1))
        {
            var (left, right) = (metric[..at], metric[(at + 1)..]);
            if (unitOf(left) is not null && (unitOf(right) is not null || right.All(char.IsAsciiDigit)))
                return $" Write spaces around a minus sign: '{left} - {right}'.";
        }

        return NearestName.To(metric, names ?? []) is { } name ? $" Did you mean '{name}'?" : "";
    }
}
