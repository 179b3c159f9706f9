using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Metrics;

/// <summary>A part of a formula, with the place where it begins in the text.</summary>
internal abstract record FormulaNode(int Position)
{
    /// <summary>The unit, or null after adding to the errors why there is none.</summary>
    public abstract Unit? UnitIn(UnitChecking check);

    /// <summary>The amount, in the unit that <see cref="UnitIn"/> gives.</summary>
    /// <param name="figures">The amount of each use, by its place among the formula's uses.</param>
    public abstract decimal AmountOf(ReadOnlySpan<decimal> figures);
}

internal sealed record NumberNode(int Position, Quantity Value) : FormulaNode(Position)
{
    public override Unit UnitIn(UnitChecking check) => Value.Unit;

    public override decimal AmountOf(ReadOnlySpan<decimal> figures) => Value.Amount;
}

/// <summary>A metric; the place is the use's among the formula's uses.</summary>
internal sealed record UseNode(int Position, MetricUse Use, int Place) : FormulaNode(Position)
{
    public override Unit? UnitIn(UnitChecking check) => check.UnitOf(Use.Metric, Position);

    public override decimal AmountOf(ReadOnlySpan<decimal> figures) => figures[Place];
}

internal sealed record NegativeNode(int Position, FormulaNode Of) : FormulaNode(Position)
{
    public override Unit? UnitIn(UnitChecking check) => Of.UnitIn(check);

    public override decimal AmountOf(ReadOnlySpan<decimal> figures) => -Of.AmountOf(figures);
}

/// <summary>Two operands; the position is the operator's.</summary>
internal sealed record BinaryNode(int Position, char Operator, FormulaNode Left, FormulaNode Right) : FormulaNode(Position)
{
    public override Unit? UnitIn(UnitChecking check)
    {
        if ((Left.UnitIn(check), Right.UnitIn(check)) is not ({ } left, { } right))
            return null;
        return Operator switch
        {
            '*' => left * right,
            '/' => left / right,
            _ => check.Sum(left, right, Operator == '+', Position),
        };
    }

    public override decimal AmountOf(ReadOnlySpan<decimal> figures)
    {
        var (left, right) = (Left.AmountOf(figures), Right.AmountOf(figures));
        return Operator switch
        {
            '+' => left + right,
            '-' => left - right,
            '*' => left * right,
            _ => left / right,
        };
    }
}
