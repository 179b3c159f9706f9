using System.Collections.Frozen;

namespace ThesisBoard.Filings;

/// <summary>
/// The standard labels of the concepts that matter most here, as the US GAAP and IFRS taxonomies have them (year after year but for hyphens and capitals). A filing
/// of inline XBRL carries no labels of its own; for every other concept its name, read as words, stands in.
/// </summary>
public static class StandardLabels
{
    private static readonly FrozenDictionary<string, string> UsGaap = Table(
        """
        AssetImpairmentCharges|Asset Impairment Charges
        Assets|Assets
        AssetsCurrent|Assets, Current
        CashAndCashEquivalentsAtCarryingValue|Cash and Cash Equivalents, at Carrying Value
        CommercialPaper|Commercial Paper
        CommonStockSharesOutstanding|Common Stock, Shares, Outstanding
        ConvertibleLongTermNotesPayable|Convertible Notes Payable, Noncurrent
        ConvertibleNotesPayableCurrent|Convertible Notes Payable, Current
        CostOfGoodsAndServicesSold|Cost of Goods and Services Sold
        CostOfRevenue|Cost of Revenue
        DebtCurrent|Debt, Current
        DebtInstrumentCarryingAmount|Long-term Debt, Gross
        DepreciationDepletionAndAmortization|Depreciation, Depletion and Amortization
        EarningsPerShareBasic|Earnings Per Share, Basic
        EarningsPerShareDiluted|Earnings Per Share, Diluted
        GrossProfit|Gross Profit
        ImpairmentOfLongLivedAssetsHeldForUse|Impairment, Long-Lived Asset, Held-for-Use
        IncomeTaxExpenseBenefit|Income Tax Expense (Benefit)
        InterestAndDebtExpense|Interest and Debt Expense
        InterestExpense|Interest Expense
        InterestExpenseDebt|Interest Expense, Debt
        InterestExpenseNonoperating|Interest Expense, Nonoperating
        InterestPaidNet|Interest Paid, Excluding Capitalized Interest, Operating Activities
        Liabilities|Liabilities
        LiabilitiesCurrent|Liabilities, Current
        LoansPayable|Loans Payable
        LoansPayableCurrent|Loans Payable, Current
        LongTermDebt|Long-term Debt
        LongTermDebtCurrent|Long-term Debt, Current Maturities
        LongTermDebtNoncurrent|Long-term Debt, Excluding Current Maturities
        LongTermLoansPayable|Loans Payable, Noncurrent
        NetCashProvidedByUsedInFinancingActivities|Net Cash Provided by (Used in) Financing Activities
        NetCashProvidedByUsedInInvestingActivities|Net Cash Provided by (Used in) Investing Activities
        NetCashProvidedByUsedInOperatingActivities|Net Cash Provided by (Used in) Operating Activities
        NetIncomeLoss|Net Income (Loss) Attributable to Parent
        NotesPayableCurrent|Notes Payable, Current
        OperatingIncomeLoss|Operating Income (Loss)
        OtherLongTermDebtNoncurrent|Other Long-term Debt, Noncurrent
        PaymentsToAcquireProductiveAssets|Payments to Acquire Productive Assets
        PaymentsToAcquirePropertyPlantAndEquipment|Payments to Acquire Property, Plant, and Equipment
        ProceedsFromIssuanceOfLongTermDebt|Proceeds from Issuance of Long-term Debt
        PropertyPlantAndEquipmentNet|Property, Plant and Equipment, Net
        RepaymentsOfLongTermDebt|Repayments of Long-term Debt
        RevenueFromContractWithCustomerExcludingAssessedTax|Revenue from Contract with Customer, Excluding Assessed Tax
        Revenues|Revenues
        ShareBasedCompensation|Share-based Payment Arrangement, Noncash Expense
        StockholdersEquity|Stockholders' Equity Attributable to Parent
        TangibleAssetImpairmentCharges|Tangible Asset Impairment Charges
        """);

    private static readonly FrozenDictionary<string, string> Ifrs = Table(
        """
        Borrowings|Borrowings
        CashAndCashEquivalents|Cash and cash equivalents
        CurrentPortionOfLongtermBorrowings|Current portion of non-current borrowings
        FinanceCosts|Finance costs
        InterestExpense|Interest expense
        LongtermBorrowings|Non-current portion of non-current borrowings
        ProfitLoss|Profit (loss)
        ProfitLossBeforeTax|Profit (loss) before tax
        PurchaseOfPropertyPlantAndEquipmentClassifiedAsInvestingActivities|Purchase of property, plant and equipment, classified as investing activities
        Revenue|Revenue
        """);

    /// <summary>The label; null for a concept that is not among them, and for a filer's own.</summary>
    /// <param name="name">The concept's QName.</param>
    /// <param name="space">Its namespace; empty where the format has none, and then the prefix decides.</param>
    public static string? Of(string name, string space)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var taxonomy = space.Length > 0 ? space : name[..Math.Max(0, colon)];
        var labels = taxonomy.Contains("us-gaap", StringComparison.Ordinal) ? UsGaap : taxonomy.Contains("ifrs-full", StringComparison.Ordinal) ? Ifrs : null;
        return labels?.GetValueOrDefault(name[(colon + 1)..]);
    }

    private static FrozenDictionary<string, string> Table(string lines) =>
        lines.Split('\n').Select(line => line.Trim().Split('|')).ToFrozenDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
}
