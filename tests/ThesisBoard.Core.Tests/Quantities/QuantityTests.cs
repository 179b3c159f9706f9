using CsCheck;
using ThesisBoard.Core.Quantities;
using Xunit;

namespace ThesisBoard.Core.Tests.Quantities;

public sealed class QuantityTests
{
    private static readonly Gen<Quantity> Amounts = Gen.Select(Gen.Long[-1_000_000_000, 1_000_000_000], Gen.Int[0, 3], (amount, unit) =>
        new Quantity(amount / 100m, new[] { Unit.Usd, Unit.Btc, Unit.Parse("CNY"), Unit.Parse("USD/BTC") }[unit]));

    [Fact]
    public void Dollars_and_coins_are_never_added_subtracted_or_compared()
    {
        var (dollars, coins) = (Quantity.Usd(1), Quantity.Btc(1));

        Assert.Throws<UnitMismatchException>(() => dollars + coins);
        Assert.Throws<UnitMismatchException>(() => dollars - coins);
        var mismatch = Assert.Throws<UnitMismatchException>(() => dollars.CompareTo(coins));
        Assert.Equal((Unit.Usd, Unit.Btc), (mismatch.Expected, mismatch.Actual));
        Assert.Equal("An amount in BTC cannot be added to or compared with an amount in USD.", mismatch.Message);
    }

    [Fact]
    public void Two_currencies_never_meet() => Assert.Throws<UnitMismatchException>(() => Quantity.Usd(1) + new Quantity(7, Unit.Parse("CNY")));

    [Fact]
    public void A_bare_number_scales_and_does_not_add()
    {
        Assert.Equal(Quantity.Usd(50), Quantity.Usd(100) * Quantity.Pure(0.5m));
        Assert.Throws<UnitMismatchException>(() => Quantity.Usd(100) + Quantity.Pure(0.5m));
        Assert.Throws<UnitMismatchException>(() => Quantity.Usd(0) + Quantity.Pure(0));
    }

    [Fact]
    public void Dividing_dollars_by_coins_gives_a_price_and_a_price_times_coins_gives_dollars()
    {
        var price = Quantity.Usd(305_000_000) / Quantity.Btc(4451);

        Assert.Equal("USD/BTC", price.Unit.Text);
        Assert.Equal(68_523.9m, Math.Round(price.Amount, 1));
        Assert.Equal(Unit.Usd, (price * Quantity.Btc(1)).Unit);
    }

    [Fact]
    public void Equality_is_by_amount_and_unit()
    {
        Assert.Equal(Quantity.Usd(1.0m), Quantity.Usd(1.00m));
        Assert.NotEqual(Quantity.Usd(1), Quantity.Btc(1));
    }

    [Fact]
    public void Beyond_the_range_of_decimals_is_an_overflow_and_dividing_by_zero_a_division_by_zero()
    {
        Assert.Throws<OverflowException>(() => Quantity.Usd(decimal.MaxValue) + Quantity.Usd(1));
        Assert.Throws<OverflowException>(() => Quantity.Usd(decimal.MaxValue) * Quantity.Pure(2));
        Assert.Throws<DivideByZeroException>(() => Quantity.Usd(1) / Quantity.Btc(0));
    }

    [Fact]
    public void Sums_exist_exactly_between_equal_units_and_are_commutative() => Gen.Select(Amounts, Amounts).Sample((a, b) =>
    {
        try
        {
            return a + b == b + a && a + b - b == a && a.CompareTo(b) == -b.CompareTo(a) && a.Unit == b.Unit;
        }
        catch (UnitMismatchException)
        {
            return a.Unit != b.Unit;
        }
    });

    [Fact]
    public void Negation_undoes_itself_and_products_commute() => Gen.Select(Amounts, Amounts).Sample((a, b) =>
        -(-a) == a && a * b == b * a && (a + -a).Amount == 0);
}
