using System.Diagnostics.CodeAnalysis;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Filings;

namespace ThesisBoard.Features.Filings;

/// <summary>A filing's unit as the board writes it. Filers name units of their own; the names that miners use for coins and power are known.</summary>
internal static class FactUnits
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["pure"] = "1", ["bitcoin"] = "BTC", ["bitcoins"] = "BTC", ["btc"] = "BTC", ["shares"] = "share",
        ["mw"] = "MW", ["megawatt"] = "MW", ["megawatts"] = "MW", ["gpu"] = "GPU", ["gpus"] = "GPU",
    };

    public static bool TryRead(UnitMeasure measure, [NotNullWhen(true)] out Unit? unit)
    {
        var above = string.Join('*', measure.Numerator.Select(Symbol).DefaultIfEmpty("1"));
        var below = string.Join('*', measure.Denominator.Select(Symbol));
        var isUnit = Unit.TryParse(below.Length == 0 ? above : $"{above}/{below}", out var read);
        unit = isUnit ? read : null;
        return isUnit;
    }

    private static string Symbol(string measure)
    {
        var local = measure[(measure.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return Names.GetValueOrDefault(local, local);
    }
}
