namespace ThesisBoard.Core.Quantities;

/// <summary>What a stated precision allows, as XBRL's <c>decimals</c> has it: exact to 10^−decimals, so −6 is "to the million". Null is exact as written.</summary>
public static class Precision
{
    private const int MaxPower = 15;

    /// <summary>Half a unit of the last stated digit; 0 where the value is exact.</summary>
    public static decimal Tolerance(int? decimals)
    {
        if (decimals is not { } places)
            return 0;
        var tolerance = 0.5m;
        for (var i = 0; i < Math.Min(Math.Abs(places), MaxPower); i++)
            tolerance = places > 0 ? tolerance / 10 : tolerance * 10;
        return tolerance;
    }

    /// <summary>Two amounts of one unit agree when the intervals that their precision allows touch.</summary>
    public static bool Agree(decimal left, int? leftDecimals, decimal right, int? rightDecimals) =>
        Math.Abs(left - right) <= Tolerance(leftDecimals) + Tolerance(rightDecimals);
}
