using System.Globalization;
using ThesisBoard.Core.Theses.Json;

namespace ThesisBoard.Features.Editing;

/// <summary>
/// Reads amounts as people and spreadsheets write them: <c>600,000,000</c>, <c>$600M</c>, <c>(452.8m)</c> for a negative, <c>25 %</c> as 0.25, true minus signs and no-break spaces.
/// A comma is a thousands separator and never a decimal one: what could be either is refused.
/// </summary>
public static class AmountText
{
    private const NumberStyles Plainly = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;

    /// <summary>Reads an amount; false when the text is none, or could be two.</summary>
    public static bool TryParse(string? text, out decimal amount)
    {
        amount = 0;
        var bare = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c))).Replace('\u2212', '-').TrimStart('+');
        var isNegative = bare is ['(', .., ')'];
        bare = isNegative ? bare[1..^1] : bare;
        if (bare is ['-', '$', ..] or ['$', ..])
            bare = bare.Replace("$", "", StringComparison.Ordinal);
        var scale = Scale(ref bare);
        if (!HasSoundCommas(bare) || !decimal.TryParse(bare.Replace(",", "", StringComparison.Ordinal), Plainly, CultureInfo.InvariantCulture, out var number))
            return false;
        try
        {
            amount = decimal.Multiply(isNegative ? -number : number, scale);
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    /// <summary>The amount as files write it: digits, no grouping, no exponent.</summary>
    public static string Plain(decimal amount) => QuantityText.Write(amount);

    private static decimal Scale(ref string text)
    {
        var (suffix, scale) = text switch
        {
            [.., '%'] => (1, 0.01m),
            [.., 'k' or 'K'] => (1, 1_000m),
            [.., 'm' or 'M'] => (1, 1_000_000m),
            [.., 'b' or 'B'] => (1, 1_000_000_000m),
            _ => (0, 1m),
        };
        text = text[..^suffix];
        return scale;
    }

    /// <summary>1,234,567.8 groups by three; 1,5 does not.</summary>
    private static bool HasSoundCommas(string text)
    {
        var parts = text.Split('.');
        var groups = parts[0].TrimStart('-').Split(',');
        return (groups.Length == 1 || (groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(g => g.Length == 3)))
            && parts.Skip(1).All(p => !p.Contains(',', StringComparison.Ordinal));
    }
}
