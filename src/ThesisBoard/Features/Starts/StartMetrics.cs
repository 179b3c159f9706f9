using System.Globalization;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Features.Starts;

/// <summary>The series that the library's rules read, with the concepts under which filings tag them, by US GAAP and by IFRS.</summary>
internal static class StartMetrics
{
    public const string LongTermDebt = "long-term-debt";
    public const string Shares = "shares-outstanding";
    public const string Revenue = "revenue";
    public const string NetIncome = "net-income";
    public const string Cash = "cash";
    public const string GrossMargin = "gross-margin";
    public const string Holding = "holding";
    private const string Flow = "operating-cash-flow";
    private const string GrossProfit = "gross-profit";

    public static Metric ShareCount { get; } = new()
    {
        Key = Shares,
        Title = "Shares outstanding",
        Unit = Unit.Parse("share"),
        Direction = Direction.LowerIsBetter,
        Concepts = ["dei:EntityCommonStockSharesOutstanding", "us-gaap:CommonStockSharesOutstanding", "ifrs-full:NumberOfSharesOutstanding"],
        Note = "Common shares, as the cover of a report or its balance sheet states them. Several classes are tagged one by one: enter their sum.",
    };

    public static Metric Margin { get; } = new()
    {
        Key = GrossMargin, Title = "Gross margin", Unit = Unit.One, Direction = Direction.HigherIsBetter, Formula = $"{GrossProfit} / {Revenue}",
    };

    public static Metric Debt(Unit currency) => new()
    {
        Key = LongTermDebt,
        Title = "Long-term debt",
        Unit = currency,
        Direction = Direction.LowerIsBetter,
        Concepts =
        [
            "us-gaap:LongTermDebtNoncurrent", "us-gaap:LongTermLoansPayable", "us-gaap:ConvertibleLongTermNotesPayable", "us-gaap:OtherLongTermDebtNoncurrent", "ifrs-full:LongtermBorrowings",
        ],
        Note = "Non-current borrowings on the balance sheet.",
    };

    public static Metric Sales(Unit currency) => new()
    {
        Key = Revenue,
        Title = "Revenue",
        Unit = currency,
        Direction = Direction.HigherIsBetter,
        Concepts = ["us-gaap:Revenues", "us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax", "ifrs-full:Revenue"],
    };

    public static Metric Income(Unit currency) => new()
    {
        Key = NetIncome,
        Title = "Net income",
        Unit = currency,
        Direction = Direction.HigherIsBetter,
        Concepts = ["us-gaap:NetIncomeLoss", "us-gaap:ProfitLoss", "ifrs-full:ProfitLoss"],
        Note = "A loss is negative.",
    };

    public static Metric Profit(Unit currency) => new()
    {
        Key = GrossProfit,
        Title = "Gross profit",
        Unit = currency,
        Direction = Direction.HigherIsBetter,
        Concepts = ["us-gaap:GrossProfit", "ifrs-full:GrossProfit"],
        Note = "Revenue less its cost.",
    };

    public static Metric CashHeld(Unit currency) => new()
    {
        Key = Cash,
        Title = "Cash",
        Unit = currency,
        Direction = Direction.HigherIsBetter,
        Concepts = ["us-gaap:CashAndCashEquivalentsAtCarryingValue", "ifrs-full:CashAndCashEquivalents"],
        Note = "Cash and cash equivalents at the end of the period.",
    };

    public static Metric CashFlow(Unit currency) => new()
    {
        Key = Flow,
        Title = "Cash from operations",
        Unit = currency,
        Direction = Direction.HigherIsBetter,
        Concepts =
        [
            "us-gaap:NetCashProvidedByUsedInOperatingActivities", "us-gaap:NetCashProvidedByUsedInOperatingActivitiesContinuingOperations",
            "ifrs-full:CashFlowsFromUsedInOperatingActivities",
        ],
        Note = "Negative when operations burn cash. Reports state it from the beginning of the year.",
    };

    public static Metric CashLeft(Unit currency, int periods) => new()
    {
        Key = "cash-left",
        Title = $"Cash after {Figures.Count(periods, "more period")}",
        Unit = currency,
        Direction = Direction.HigherIsBetter,
        Formula = string.Create(CultureInfo.InvariantCulture, $"{Cash} + {periods} * {Flow}"),
    };

    public static Metric Held(Unit unit) => new()
    {
        Key = Holding,
        Title = unit == Unit.Btc ? "Bitcoin held" : $"{unit.Text} held",
        Unit = unit,
        Direction = Direction.HigherIsBetter,
        Concepts = unit == Unit.Btc ? ["us-gaap:CryptoAssetNumberOfUnits", "us-gaap:CryptoAssetNumberOfUnits|*=*:BitcoinMember"] : [],
        Note = "Held at the end of the day.",
    };
}
