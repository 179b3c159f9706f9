namespace ThesisBoard.Filings.Passages;

/// <summary>What kind of figure a topic needs.</summary>
internal enum FigureNeed
{
    None,
    Money,
    Coins,
    CoinsOrMoney,
    Power,
    DateOrMoney,
}

/// <summary>
/// A way in which a sentence speaks to a topic: at least one term of each group stands in it, and a figure of the kind that the topic needs.
/// </summary>
/// <param name="Topic">The topic.</param>
/// <param name="Need">The figure without which the words say nothing that can be checked.</param>
/// <param name="Groups">The groups of terms, by name.</param>
internal sealed record TopicRule(PassageTopic Topic, FigureNeed Need, params string[] Groups);

/// <summary>The terms by group and the rules. A term is words in small letters; a word may stand in the plural, and hyphens do not count.</summary>
internal static class Topics
{
    /// <summary>What the name of a group begins with whose terms take away the hits of the group named after it.</summary>
    public const string Not = "not ";

    public static IReadOnlyDictionary<string, string[]> Terms { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["debt"] =
        [
            "long term debt", "short term debt", "total debt", "net debt", "outstanding debt", "debt", "indebtedness", "borrowing", "bank loan", "term loan", "long term loan", "short term loan",
            "loan facility", "credit facility", "revolving credit", "revolver", "notes payable", "loans payable", "convertible note", "senior note", "promissory note", "backed loan", "loan",
            "deleveraging", "deleverage",
        ],
        ["not debt"] = ["debt security", "debt securities", "debt instrument held"],
        ["not revenue"] = ["deferred revenue", "cost of revenue", "costs of revenue", "of net sales", "of revenue", "revenue recognition"],
        ["maturity"] = ["maturity", "maturities", "matures", "maturing", "matured", "falls due", "fall due", "due in", "due on", "repayable", "covenant", "amortization schedule"],
        ["interest"] = ["interest expense", "finance cost", "interest cost", "interest paid", "cost of debt", "interest on borrowing"],
        ["bitcoin"] = ["bitcoin", "btc"],
        ["sold"] = ["sold", "sale of", "sales of", "sell", "selling", "disposed of", "disposal of", "liquidated", "liquidation of", "monetized"],
        ["held"] = ["held", "holding", "holds", "hold", "on hand", "treasury", "balance of", "in custody", "total bitcoin", "reserve", "owned"],
        ["produced"] = ["produced", "production", "mined", "generated", "output", "produces", "produce"],
        ["power"] =
        [
            "capacity", "power", "energized", "energised", "energization", "data center", "data centre", "site", "facility", "hosting", "colocation", "substation", "interconnection", "grid", "megawatt",
            "mw", "gw", "gigawatt", "deployed", "construction", "powered land", "critical it load", "it load",
        ],
        ["gpu"] = ["gpu", "graphics processing unit", "h100", "h200", "b200", "b300", "gb200", "gb300"],
        ["customer"] = ["customer", "tenant", "client", "hyperscaler", "lessee", "offtake", "anchor tenant"],
        ["contract"] =
        [
            "signed", "executed", "awarded", "entered into", "backlog", "service level", "uptime", "letter of intent", "memorandum of understanding", "secured", "committed", "prepayment", "take or pay",
        ],
        ["capex"] =
        [
            "capital expenditure", "capex", "capital spending", "capital investment", "purchase of property", "purchases of property", "purchase of equipment", "payments to acquire property",
            "invested in", "purchases of miners", "purchase of mining", "acquisition of property",
        ],
        ["impairment"] = ["impairment", "impaired", "write down", "written down", "write off", "written off"],
        ["revenue"] = ["revenue", "net sales", "total sales", "turnover"],
        ["net income"] = ["net income", "net loss", "net profit", "profit for the period", "loss for the period", "net earnings"],
        ["cash"] =
        [
            "cash and cash equivalent", "cash equivalent", "unrestricted cash", "cash on hand", "cash balance", "cash position", "cash resource", "cash reserve", "cash of", "cash used", "cash provided", "cash generated",
            "cash flow", "cash burn",
        ],
        ["liquidity"] =
        [
            "going concern", "substantial doubt", "sufficient cash", "sufficient fund", "sufficient liquidity", "sufficient capital", "sufficient resource", "sufficient to fund", "insufficient cash", "insufficient fund",
            "cash runway", "run out of cash",
        ],
        ["forward"] =
        [
            "expect", "expects", "expected", "anticipate", "anticipates", "plan to", "plans to", "planned", "intend", "intends", "intention", "aim to", "aims to", "aiming", "target", "targeting", "may", "could", "would",
            "will", "should", "believe", "believes", "estimates", "potential", "goal", "seek to", "seeks to", "guidance", "outlook", "on track",
        ],
    };

    public static IReadOnlyList<TopicRule> Rules { get; } =
    [
        new(PassageTopic.Debt, FigureNeed.Money, "debt"),
        new(PassageTopic.Maturity, FigureNeed.DateOrMoney, "debt", "maturity"),
        new(PassageTopic.Interest, FigureNeed.Money, "interest"),
        new(PassageTopic.BitcoinSold, FigureNeed.CoinsOrMoney, "bitcoin", "sold"),
        new(PassageTopic.BitcoinHeld, FigureNeed.Coins, "bitcoin", "held"),
        new(PassageTopic.BitcoinProduced, FigureNeed.Coins, "bitcoin", "produced"),
        new(PassageTopic.PowerCapacity, FigureNeed.Power, "power"),
        new(PassageTopic.Gpus, FigureNeed.None, "gpu"),
        new(PassageTopic.Customers, FigureNeed.None, "customer", "contract"),
        new(PassageTopic.CapitalSpending, FigureNeed.Money, "capex"),
        new(PassageTopic.Impairment, FigureNeed.Money, "impairment"),
        new(PassageTopic.Revenue, FigureNeed.Money, "revenue"),
        new(PassageTopic.NetIncome, FigureNeed.Money, "net income"),
        new(PassageTopic.Cash, FigureNeed.Money, "cash"),
        new(PassageTopic.Liquidity, FigureNeed.None, "liquidity"),
    ];

    /// <summary>Whether a figure can belong to a topic of this need.</summary>
    public static bool Fits(FigureNeed need, Figure figure) => need switch
    {
        FigureNeed.Money or FigureNeed.DateOrMoney => IsMoney(figure.Unit) || figure.Unit.Length == 0 || figure.Unit == "1",
        FigureNeed.Coins => figure.Unit == "BTC" || figure.Unit.Length == 0,
        FigureNeed.CoinsOrMoney => figure.Unit is "BTC" or "" || IsMoney(figure.Unit),
        FigureNeed.Power => figure.Unit is "MW" or "MWh",
        _ => true,
    };

    /// <summary>Whether a figure alone fulfils the need; a share or a bare number does not.</summary>
    public static bool Fulfils(FigureNeed need, Figure figure, bool isRow) => Fits(need, figure) && figure.Unit != "1" && (figure.Unit.Length > 0 || isRow);

    private static bool IsMoney(string unit) => (unit.Length == 3 || (unit.Length > 3 && unit[3] == '/')) && unit is not ("BTC" or "MWh" or "GPU");
}
