using System.Diagnostics.CodeAnalysis;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Metrics;

/// <summary>What is wrong with a formula, where, and what to do about it.</summary>
/// <param name="Position">The index of the first character concerned, from 0.</param>
/// <param name="Message">A full sentence for the person who typed the formula.</param>
public sealed record FormulaError(int Position, string Message);

/// <summary>A metric that a formula uses.</summary>
/// <param name="Metric">The metric's key.</param>
/// <param name="Selector">The named period; null means the period for which the formula is evaluated.</param>
public readonly record struct MetricUse(string Metric, PeriodSelector? Selector = null)
{
    /// <inheritdoc />
    public override string ToString() => Selector is null ? Metric : $"{Metric}@{Selector}";
}

/// <summary>Whether the units of a formula fit together.</summary>
/// <param name="Unit">The unit of the result; null when they do not fit.</param>
/// <param name="Errors">Everything that does not fit, by position; empty when it fits.</param>
public sealed record UnitCheck(Unit? Unit, IReadOnlyList<FormulaError> Errors)
{
    /// <summary>The formula may be evaluated.</summary>
    [MemberNotNullWhen(true, nameof(Unit))]
    public bool Passes => Unit is not null;
}

/// <summary>The value of a formula, or why it has none.</summary>
/// <param name="Value">The value; null when there is none.</param>
/// <param name="Problem">Why there is none, as a full sentence; empty when there is a value.</param>
/// <param name="Missing">The figures that are not on file, by their first appearance.</param>
public sealed record FormulaValue(Quantity? Value, string Problem, IReadOnlyList<MetricUse> Missing)
{
    /// <summary>There is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;
}
