using CsCheck;
using ThesisBoard.Core.Quantities;
using Xunit;

namespace ThesisBoard.Core.Tests.Quantities;

public sealed class UnitTests
{
    private static readonly Gen<Unit> Units = Gen.Select(Gen.Int[-2, 2], Gen.Int[-2, 2], Gen.Int[-2, 2], (usd, btc, seconds) =>
        Power(Unit.Usd, usd) * Power(Unit.Btc, btc) * Power(Unit.Parse("s"), seconds));

    [Theory]
    [InlineData("USD", "USD")]
    [InlineData("USD/BTC", "USD/BTC")]
    [InlineData("EH/s", "EH/s")]
    [InlineData(" USD / BTC ", "USD/BTC")]
    [InlineData("1", "1")]
    [InlineData("1/BTC", "1/BTC")]
    [InlineData("USD*BTC/BTC", "USD")]
    [InlineData("s*m", "m*s")]
    [InlineData("s*s", "s*s")]
    [InlineData("BTC/BTC", "1")]
    [InlineData("m3", "m3")]
    [InlineData("GPU-hours", "GPU-hours")]
    public void A_unit_is_read_to_its_reduced_form(string text, string reduced) => Assert.Equal(reduced, Unit.Parse(text).Text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("%")]
    [InlineData("$")]
    [InlineData("USD/")]
    [InlineData("/BTC")]
    [InlineData("USD*")]
    [InlineData("a/b/c")]
    [InlineData("2x")]
    [InlineData("US D")]
    [InlineData("-USD")]
    [InlineData("£")]
    [InlineData("abcdefghijklmnopqrstu")]
    [InlineData("s*s*s*s*s*s*s*s*s*s")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa*bbbbbbbbbbbbbbbbbbbb*cccccccccccccccccccc")]
    public void Anything_else_is_no_unit(string? text)
    {
        Assert.False(Unit.TryParse(text, out var unit));
        Assert.Equal(Unit.One, unit);
        Assert.Throws<FormatException>(() => Unit.Parse(text!));
    }

    [Theory]
    [InlineData("USD", true)]
    [InlineData("CNY", true)]
    [InlineData("NGN", true)]
    [InlineData("BTC", false)]
    [InlineData("usd", false)]
    [InlineData("1", false)]
    [InlineData("1/USD", false)]
    [InlineData("USD*USD", false)]
    [InlineData("USD/BTC", false)]
    public void A_currency_is_one_code_of_iso_4217_and_a_coin_is_none(string text, bool isCurrency) => Assert.Equal(isCurrency, Unit.Parse(text).IsCurrency);

    [Fact]
    public void Case_tells_units_apart() => Assert.NotEqual(Unit.Parse("mW"), Unit.Parse("MW"));

    [Fact]
    public void Multiplying_forms_a_commutative_group() => Gen.Select(Units, Units, Units).Sample((a, b, c) =>
        a * b == b * a && a * b * c == a * (b * c) && a * Unit.One == a && a / a == Unit.One && a / b * b == a && Unit.One / (a / b) == b / a);

    [Fact]
    public void Equal_units_have_equal_texts_and_hashes_and_the_text_reads_back() => Gen.Select(Units, Units).Sample((a, b) =>
        a == b == (a.Text == b.Text) && (a != b || a.GetHashCode() == b.GetHashCode()) && a.Equals((object)b) == (a == b) && Unit.Parse(a.Text) == a);

    [Fact]
    public void Reading_any_text_never_throws() => Gen.OneOf(Gen.String, Gen.Char["USDs1*/ -_%"].Array[0, 12].Select(c => new string(c))).Sample(text =>
        !Unit.TryParse(text, out var unit) || Unit.Parse(unit.Text) == unit, iter: 5_000);

    private static Unit Power(Unit unit, int power)
    {
        var product = Unit.One;
        for (var i = 0; i < Math.Abs(power); i++)
            product = power > 0 ? product * unit : product / unit;
        return product;
    }
}
