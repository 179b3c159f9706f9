using System.Globalization;
using System.Numerics;
using CsCheck;

namespace ThesisBoard.Filings.Tests;

public sealed class PlainDecimalTests
{
    [Fact]
    public void Scaling_equals_exact_integer_arithmetic() => Gen.Select(Gen.Long, Gen.Int[0, 30], Gen.Int[-40, 40], Gen.Bool).Sample((digits, places, scale, negate) =>
    {
        var text = new string('0', 30) + BigInteger.Abs(digits).ToString(CultureInfo.InvariantCulture);
        Assert.True(PlainDecimal.TryParse(text.Insert(text.Length - places, "."), scale, negate, out var value));
        var parts = value.ToString().TrimStart('-').Split('.');
        var unscaled = BigInteger.Parse(parts[0] + parts.ElementAtOrDefault(1), CultureInfo.InvariantCulture);
        var shift = scale - places + (parts.ElementAtOrDefault(1)?.Length ?? 0);
        Assert.Equal(BigInteger.Abs(digits) * BigInteger.Pow(10, Math.Max(shift, 0)), unscaled * BigInteger.Pow(10, Math.Max(-shift, 0)));
        Assert.Equal(negate && digits != 0, value.ToString().StartsWith('-'));
    });

    [Fact]
    public void A_decimal_goes_in_and_out_unchanged() => Gen.Decimal.Sample(number =>
        PlainDecimal.From(number).TryToDecimal(out var back) && back == number
        && PlainDecimal.TryParse(number.ToString(CultureInfo.InvariantCulture), 0, negate: false, out var read) && read == PlainDecimal.From(number));

    [Theory]
    [InlineData("1.0", "1", true)]
    [InlineData("-0.00", "0", true)]
    [InlineData("10", "1", false)]
    [InlineData("1E3", "1000", true)]
    [InlineData("-1", "1", false)]
    public void Equality_is_numeric(string left, string right, bool equal)
    {
        Assert.True(PlainDecimal.TryParse(left, 0, negate: false, out var a) & PlainDecimal.TryParse(right, 0, negate: false, out var b));
        Assert.Equal(equal, a == b && a.GetHashCode() == b.GetHashCode());
    }

    [Theory]
    [InlineData("123456789012345678901234567890")]
    [InlineData("0.12345678901234567890123456789012")]
    public void Numbers_beyond_decimal_say_so_instead_of_rounding(string text)
    {
        Assert.True(PlainDecimal.TryParse(text, 0, negate: false, out var value));
        Assert.False(value.TryToDecimal(out _));
        Assert.Equal(text, value.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("1.2.3")]
    [InlineData("1,2")]
    [InlineData("1e")]
    [InlineData("1e99999")]
    [InlineData("٣")]
    [InlineData("--1")]
    public void Anything_else_is_no_number(string text) => Assert.False(PlainDecimal.TryParse(text, 0, negate: false, out _));
}
