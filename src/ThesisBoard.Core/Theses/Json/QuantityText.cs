using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Theses.Json;

/// <summary>A quantity as one text, "4451 BTC"; a pure number stands alone. Exact: no digit is rounded away.</summary>
public static class QuantityText
{
    private const int MaxDigits = 28;

    /// <summary>The canonical text.</summary>
    public static string Write(Quantity value) => value.Unit == Unit.One ? Write(value.Amount) : $"{Write(value.Amount)} {value.Unit.Text}";

    /// <summary>The amount alone: no exponent, no trailing zeros, no negative zero.</summary>
    public static string Write(decimal amount) =>
        amount == 0 ? "0" : amount.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>Reads a quantity: digits without grouping, then one space and the unit.</summary>
    public static bool TryParse(string text, out Quantity value)
    {
        value = default;
        var parts = text.Split(' ');
        if (parts.Length > 2 || parts[0].Contains('e', StringComparison.OrdinalIgnoreCase) || !TryParse(parts[0], out decimal amount))
            return false;
        var unit = Unit.One;
        if (parts.Length == 2 && !Unit.TryParse(parts[1], out unit))
            return false;
        value = new(amount, unit);
        return true;
    }

    /// <summary>Reads a JSON number as a decimal; false when it has more digits than a decimal keeps.</summary>
    public static bool TryParse(string text, out decimal amount)
    {
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        amount = 0;
        var at = text.IndexOfAny(['e', 'E']);
        var exponent = 0;
        if (text.StartsWith('+') || (at >= 0 && !int.TryParse(text.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)))
            return false;
        var digits = text.AsSpan(0, at < 0 ? text.Length : at).Trim("-0").Length;
        return digits <= MaxDigits && exponent is >= -MaxDigits and <= MaxDigits && digits + Math.Abs(exponent) <= MaxDigits + 1
            && decimal.TryParse(text, plain, CultureInfo.InvariantCulture, out amount);
    }
}

/// <summary>Writes a decimal as a JSON number in canonical form, and reads it exactly.</summary>
internal sealed class AmountConverter : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.Number)
            throw new JsonException("Expected a number, without quotes.");
        using var number = JsonDocument.ParseValue(ref reader);
        return QuantityText.TryParse(number.RootElement.GetRawText(), out decimal amount)
            ? amount
            : throw new JsonException("Expected a number of at most 28 digits.");
    }

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteRawValue(Encoding.UTF8.GetBytes(QuantityText.Write(value)));
}
