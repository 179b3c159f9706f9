using System.Collections.Immutable;
using System.Globalization;

namespace ThesisBoard.Core.Quantities;

/// <summary>
/// A unit of measure as a product of powers of base symbols: <c>USD</c>, <c>BTC</c>, <c>USD/BTC</c>, <c>EH/s</c>, <c>1</c> (a pure number).
/// Two units are equal when their reduced forms are equal, so <c>USD/BTC * BTC</c> is <c>USD</c>.
/// </summary>
/// <remarks>Written the way XBRL measures are: factors joined by <c>*</c>, one quotient by <c>/</c>.</remarks>
public sealed class Unit : IEquatable<Unit>
{
    private const int MaxPower = 9;
    private const int MaxLength = 60;
    private const int MaxSymbol = 20;

    private readonly ImmutableSortedDictionary<string, int> powers;

    private Unit(ImmutableSortedDictionary<string, int> powers)
    {
        this.powers = powers;
        Text = Write(powers);
        IsCurrency = powers.Count == 1 && powers.First() is { Value: 1, Key: var symbol } && Currencies.Contains(symbol);
    }

    /// <summary>The unit of a pure number, such as a ratio.</summary>
    public static Unit One { get; } = new(ImmutableSortedDictionary<string, int>.Empty.WithComparers(StringComparer.Ordinal));

    /// <summary>US dollars.</summary>
    public static Unit Usd { get; } = Of("USD");

    /// <summary>Bitcoin, as a count of coins.</summary>
    public static Unit Btc { get; } = Of("BTC");

    /// <summary>
    /// The reduced text form. <see cref="Parse"/> reads it back, except for products beyond all sense: powers above 9, or more than 60 characters.
    /// </summary>
    public string Text { get; }

    /// <summary>True for exactly one ISO 4217 currency; a coin such as BTC is not a currency.</summary>
    public bool IsCurrency { get; }

    /// <summary>Reads a unit.</summary>
    /// <exception cref="FormatException">The text is not a unit.</exception>
    public static Unit Parse(string text) =>
        TryParse(text, out var unit) ? unit : throw new FormatException($"'{text}' is not a unit. Write a symbol such as USD, BTC or MW, or a quotient such as USD/BTC; 1 is a pure number, and 25 % is 0.25 of it.");

    /// <summary>Reads a unit, or says that the text is none; then <paramref name="unit"/> is <see cref="One"/>.</summary>
    /// <remarks>
    /// A symbol begins with a letter and goes on with letters, digits, <c>-</c> and <c>_</c>. A percent sign is no unit: an amount of 25 would then be read as 2,500 %.
    /// </remarks>
    public static bool TryParse(string? text, out Unit unit)
    {
        unit = One;
        var sides = text is { Length: <= MaxLength } ? text.Split('/') : [];
        if (sides.Length is 0 or > 2)
            return false;
        var product = One;
        for (var side = 0; side < sides.Length; side++)
        {
            foreach (var symbol in sides[side].Split('*', StringSplitOptions.TrimEntries))
            {
                if (symbol == "1")
                    continue;
                if (!IsSymbol(symbol))
                    return false;
                product = Combine(product, Of(symbol), side == 0 ? +1 : -1);
            }
        }

        if (product.powers.Values.Any(power => Math.Abs(power) > MaxPower))
            return false;
        unit = product;
        return true;
    }

    /// <summary>The product of two units.</summary>
    public static Unit operator *(Unit left, Unit right) => Combine(left, right, +1);

    /// <summary>The quotient of two units: USD ÷ BTC is USD/BTC.</summary>
    public static Unit operator /(Unit left, Unit right) => Combine(left, right, -1);

    /// <inheritdoc cref="Equals(Unit)"/>
    public static bool operator ==(Unit? left, Unit? right) => left?.Text == right?.Text;

    /// <inheritdoc cref="Equals(Unit)"/>
    public static bool operator !=(Unit? left, Unit? right) => !(left == right);

    /// <inheritdoc />
    public bool Equals(Unit? other) => this == other;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Unit other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => Text;

    private static bool IsSymbol(string text) =>
        text.Length is > 0 and <= MaxSymbol && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static Unit Of(string symbol) =>
        new(ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal).Add(symbol, 1));

    private static Unit Combine(Unit left, Unit right, int sign)
    {
        var powers = left.powers.ToBuilder();
        foreach (var (symbol, power) in right.powers)
        {
            var sum = powers.GetValueOrDefault(symbol) + sign * power;
            if (sum == 0)
                powers.Remove(symbol);
            else
                powers[symbol] = sum;
        }

        return new Unit(powers.ToImmutable());
    }

    private static string Write(ImmutableSortedDictionary<string, int> powers)
    {
        var above = Side(powers, +1);
        var below = Side(powers, -1);
        return (above, below) switch
        {
            ("", "") => "1",
            (_, "") => above,
            ("", _) => string.Create(CultureInfo.InvariantCulture, $"1/{below}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{above}/{below}"),
        };
    }

    private static string Side(ImmutableSortedDictionary<string, int> powers, int sign) =>
        string.Join("*", powers.Where(p => Math.Sign(p.Value) == sign).SelectMany(p => Enumerable.Repeat(p.Key, Math.Abs(p.Value))));
}
