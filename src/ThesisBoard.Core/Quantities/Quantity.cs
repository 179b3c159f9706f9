namespace ThesisBoard.Core.Quantities;

/// <summary>
/// An amount with its unit. Amounts of different units are never added, subtracted or compared: dollars and coins, or two currencies, do not meet.
/// Multiplying and dividing compose the units.
/// </summary>
/// <remarks>
/// A mismatch here is a programmer's mistake and throws; formulas typed by people are checked beforehand and report it as a value.
/// Arithmetic beyond the range of <see cref="decimal"/> throws <see cref="OverflowException"/>.
/// </remarks>
public readonly record struct Quantity(decimal Amount, Unit Unit)
{
    /// <summary>An amount in US dollars.</summary>
    public static Quantity Usd(decimal amount) => new(amount, Unit.Usd);

    /// <summary>A count of Bitcoin.</summary>
    public static Quantity Btc(decimal amount) => new(amount, Unit.Btc);

    /// <summary>A pure number, such as a share (0.25 is 25 %).</summary>
    public static Quantity Pure(decimal amount) => new(amount, Unit.One);

    /// <summary>The sum of two amounts of one unit.</summary>
    /// <exception cref="UnitMismatchException">The units differ.</exception>
    public static Quantity operator +(Quantity left, Quantity right) => new(left.Amount + right.In(left.Unit), left.Unit);

    /// <summary>The difference of two amounts of one unit.</summary>
    /// <exception cref="UnitMismatchException">The units differ.</exception>
    public static Quantity operator -(Quantity left, Quantity right) => new(left.Amount - right.In(left.Unit), left.Unit);

    /// <summary>The same amount with the other sign.</summary>
    public static Quantity operator -(Quantity value) => value with { Amount = -value.Amount };

    /// <summary>The product; units multiply.</summary>
    public static Quantity operator *(Quantity left, Quantity right) => new(left.Amount * right.Amount, left.Unit * right.Unit);

    /// <summary>The quotient; units divide.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static Quantity operator /(Quantity left, Quantity right) => new(left.Amount / right.Amount, left.Unit / right.Unit);

    /// <summary>Orders two amounts of one unit: negative, zero or positive.</summary>
    /// <exception cref="UnitMismatchException">The units differ.</exception>
    public int CompareTo(Quantity other) => Amount.CompareTo(other.In(Unit));

    /// <inheritdoc />
    public override string ToString() => Figures.Show(this);

    private decimal In(Unit unit) => Unit == unit ? Amount : throw new UnitMismatchException(unit, Unit);
}

/// <summary>Two amounts of different units were added, subtracted or compared.</summary>
public sealed class UnitMismatchException(Unit expected, Unit actual)
    : InvalidOperationException($"An amount in {actual} cannot be added to or compared with an amount in {expected}.")
{
    /// <summary>The unit that was asked for.</summary>
    public Unit Expected { get; } = expected;

    /// <summary>The unit that was given.</summary>
    public Unit Actual { get; } = actual;
}
