using System.Globalization;

namespace ThesisBoard.Filings;

/// <summary>
/// An exact decimal number of any size, as its plain text: no exponent, no group separators, no plus sign.
/// The digits are those reported: scaling moves the decimal point and adds zeros only to fill up to it
/// (<c>6.10</c> by 10³ is <c>6100</c>, <c>100</c> by 10⁻² is <c>1.00</c>). Never binary floating point.
/// Equality is numeric: <c>1.0</c> equals <c>1</c>.
/// </summary>
public readonly struct PlainDecimal : IEquatable<PlainDecimal>
{
    /// <summary>Bound on scale and exponent, so that a short file cannot ask for a gigabyte of zeros.</summary>
    public const int MaxShift = 1000;

    private readonly string? text;

    private PlainDecimal(string text) => this.text = text;

    /// <summary>Reads digits with an optional sign, point and (as JSON and xs:double have it) exponent, then moves the point by <paramref name="scale"/>.</summary>
    /// <returns><see langword="false"/> if the text is no such number or the shift passes <see cref="MaxShift"/>.</returns>
    public static bool TryParse(ReadOnlySpan<char> input, int scale, bool negate, out PlainDecimal value)
    {
        value = default;
        var negative = false;
        if (input is ['-' or '+', ..])
        {
            negative = input[0] == '-';
            input = input[1..];
        }
        var exponent = 0;
        if (input.IndexOfAny('e', 'E') is var e and >= 0)
        {
            if (!int.TryParse(input[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
                return false;
            input = input[..e];
        }
        var point = input.IndexOf('.');
        var whole = point < 0 ? input : input[..point];
        var fraction = point < 0 ? [] : input[(point + 1)..];
        if (whole.Length + fraction.Length == 0 || whole.ContainsAnyExceptInRange('0', '9') || fraction.ContainsAnyExceptInRange('0', '9'))
            return false;
        var shift = (long)scale + exponent;
        if (Math.Abs((long)scale) > MaxShift || Math.Abs((long)exponent) > MaxShift)
            return false;
        value = new PlainDecimal(Format(string.Concat(whole, fraction), fraction.Length - (int)shift, negative != negate));
        return true;
    }

    public static PlainDecimal From(decimal number) => new(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>The same number as <see cref="decimal"/>, unless it needs more digits than that type has.</summary>
    public bool TryToDecimal(out decimal number) =>
        decimal.TryParse(ToString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
        && From(number).Equals(this);

    public bool Equals(PlainDecimal other) => Significant().SequenceEqual(other.Significant());

    public override bool Equals(object? obj) => obj is PlainDecimal other && Equals(other);

    public override int GetHashCode() => string.GetHashCode(Significant(), StringComparison.Ordinal);

    public static bool operator ==(PlainDecimal left, PlainDecimal right) => left.Equals(right);

    public static bool operator !=(PlainDecimal left, PlainDecimal right) => !left.Equals(right);

    /// <summary>The plain decimal text.</summary>
    public override string ToString() => text ?? "0";

    /// <summary>The text without trailing zeros of its fraction, and without the sign of zero.</summary>
    private ReadOnlySpan<char> Significant()
    {
        var span = ToString().AsSpan();
        if (span.Contains('.'))
            span = span.TrimEnd('0').TrimEnd('.');
        return span is "-0" ? "0" : span;
    }

    /// <summary>Digits with <paramref name="places"/> of them behind the point; a negative number of places adds zeros.</summary>
    private static string Format(string digits, int places, bool negative)
    {
        if (places < 0)
            digits += new string('0', -places);
        else if (places >= digits.Length)
            digits = new string('0', places - digits.Length + 1) + digits;
        places = Math.Max(places, 0);
        var whole = digits.AsSpan(0, digits.Length - places).TrimStart('0');
        var fraction = digits.AsSpan(digits.Length - places);
        var isZero = whole.IsEmpty && !fraction.ContainsAnyExcept('0');
        return string.Concat(negative && !isZero ? "-" : "", whole.IsEmpty ? "0" : whole, places == 0 ? "" : ".", fraction);
    }
}
