namespace ThesisBoard.Core.Charts;

/// <summary>The metric keys by which a special chart recognises what it draws, beyond those that the rules name. A thesis without them simply has no such chart.</summary>
public static class KnownMetrics
{
    /// <summary>Cash and cash equivalents.</summary>
    public const string Cash = "cash";

    /// <summary>Coins sold.</summary>
    public const string Sold = "btc-sold";

    /// <summary>What a sale of coins brought.</summary>
    public const string SaleProceeds = "btc-sale-proceeds";

    /// <summary>The price of a coin.</summary>
    public const string Price = "btc-price";

    /// <summary>All revenue.</summary>
    public const string Revenue = "revenue";

    /// <summary>The part of revenue that mining brings.</summary>
    public const string MiningRevenue = "mining-revenue";

    /// <summary>Net income; a loss is negative.</summary>
    public const string NetIncome = "net-income";
}
