using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Metrics;

/// <summary>A part of a formula, with the place where it begins in the text.</summary>
internal abstract record FormulaNode(int Position)
{
    /// <summary>The unit, or null after adding to the errors why there is none.</summary>
    public abstract Unit? UnitIn(UnitChecking check);

    public abstract Quantity ValueOf(Func<MetricUse, Quantity> figureOf);

    public abstract IEnumerable<MetricUse> Uses();
}

internal sealed record NumberNode(int Position, Quantity Value) : FormulaNode(Position)
{
    public override Unit UnitIn(UnitChecking check) => Value.Unit;

    public override Quantity ValueOf(Func<MetricUse, Quantity> figureOf) => Value;

    public override IEnumerable<MetricUse> Uses() => [];
}

internal sealed record UseNode(int Position, MetricUse Use) : FormulaNode(Position)
{
    public override Unit? UnitIn(UnitChecking check) => check.UnitOf(Use.Metric, Position);

    public override Quantity ValueOf(Func<MetricUse, Quantity> figureOf) => figureOf(Use);

    public override IEnumerable<MetricUse> Uses() => [Use];
}

internal sealed record NegativeNode(int Position, FormulaNode Of) : FormulaNode(Position)
{
    public override Unit? UnitIn(UnitChecking check) => Of.UnitIn(check);

    public override Quantity ValueOf(Func<MetricUse, Quantity> figureOf) => -Of.ValueOf(figureOf);

    public override IEnumerable<MetricUse> Uses() => Of.Uses();
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

    public override Quantity ValueOf(Func<MetricUse, Quantity> figureOf)
    {
        var (left, right) = (Left.ValueOf(figureOf), Right.ValueOf(figureOf));
        return Operator switch
        {
            '+' => left + right,
            '-' => left - right,
            '*' => left * right,
            _ => left / right,
        };
    }

    public override IEnumerable<MetricUse> Uses() => Left.Uses().Concat(Right.Uses());
}
