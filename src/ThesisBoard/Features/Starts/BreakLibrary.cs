using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Features.Starts;

/// <summary>
/// What typically breaks a thesis, each with its metric, where filings tag it, and a rule whose level is left to the person. Nothing here is a judgement of ours:
/// every level is typed.
/// </summary>
internal static class BreakLibrary
{
    private const string StrainedAbove = "Strained above (may stay empty)";
    private const string StrainedBelow = "Strained below (may stay empty)";

    public static IReadOnlyList<Break> All { get; } =
    [
        new("debt", "Debt grows too high", "Long-term debt on the balance sheet, without what is due within a year, against a level of yours.",
            [new("break", "Broken above", TypedAs.Amount, "500M"), new("warn", StrainedAbove, TypedAs.Amount, "400M", IsOptional: true)],
            Debt, StartMetrics.LongTermDebt),
        new("dilution", "Shareholders are diluted", "The number of shares, as the cover of every report states it.",
            [new("break", "Broken above", TypedAs.Count, "120M"), new("warn", StrainedAbove, TypedAs.Count, "110M", IsOptional: true)],
            Dilution, StartMetrics.Shares),
        new("revenue", "Revenue falls", "Revenue against the same period a year before. A fall strains the thesis; as a leg of the invalidation line it decides on its day.",
            [new("periods", "Reported periods in a row that must grow", TypedAs.Whole, "1", "1")],
            Revenue, StartMetrics.Revenue),
        new("loss", "It loses money", "Net income of the latest quarter or year. A loss is negative: −50M is a loss of 50 million.",
            [new("break", "Broken below", TypedAs.Amount, "0", "0"), new("warn", StrainedBelow, TypedAs.Amount, "20M", IsOptional: true)],
            Loss, StartMetrics.NetIncome),
        new("runway", "Cash runs out", "Cash at the end of the latest period, less what operations would burn if more periods went like it. A period is what the newest cash flow statement covers: three months in a first quarter's report, a year in an annual one.",
            [new("periods", "More periods that cash must cover", TypedAs.Whole, "2", "2")],
            Runway, StartMetrics.Cash),
        new("margin", "The margin is lost", "Gross profit as a share of revenue.",
            [new("break", "Broken below, in percent", TypedAs.Percent, "30"), new("warn", StrainedBelow, TypedAs.Percent, "35", IsOptional: true)],
            Margin, StartMetrics.GrossMargin),
        new("holding", "A holding is sold off", "Bitcoin, ounces of gold, or another holding that the thesis rests on.",
            [new("unit", "Held, as a unit", TypedAs.Unit, "BTC", "BTC"), new("break", "Broken below", TypedAs.Count, "7,000"), new("warn", StrainedBelow, TypedAs.Count, "7,500", IsOptional: true)],
            Holding, StartMetrics.Holding),
        new("promise", "A promise is not kept", "A launch, a plant, an approval: something that was promised by a date. You judge it from what is filed.",
            [new("what", "What was promised", TypedAs.Line, "The first reactor delivers power"), new("by", "By", TypedAs.Date, "")],
            Promise, ""),
        new("own", "Something else", "Your own words. You judge it, with a reason and evidence.",
            [new("what", "What must stay true", TypedAs.Line, "The founder stays in charge"), new("shows", "What would settle it", TypedAs.Line, "An 8-K that names another chief executive", IsOptional: true)],
            Own, ""),
    ];

    public static Break? Of(string key) => All.FirstOrDefault(b => b.Key == key);

    private static BreakParts Debt(BreakValues typed) => Level(typed, StartMetrics.Debt(typed.Currency), "Long-term debt stays at or below", "Is long-term debt at or below",
        "The balance sheet of the next report: borrowings that are due after a year.");

    private static BreakParts Dilution(BreakValues typed) => Level(typed, StartMetrics.ShareCount, "Shares outstanding stay at or below", "Is the number of shares at or below",
        "The cover page of the next report, which states the number of shares.");

    private static BreakParts Loss(BreakValues typed) => Level(typed, StartMetrics.Income(typed.Currency), "Net income is at or above", "Is net income of the latest quarter or year at or above",
        "The income statement of the next report.", reportedOnly: true);

    private static BreakParts Margin(BreakValues typed)
    {
        var parts = Level(typed, StartMetrics.Margin, "The gross margin stays at or above", "Is the gross margin of the latest quarter or year at or above",
            "Gross profit and revenue of the next report.", reportedOnly: true);
        return parts with { Metrics = [StartMetrics.Sales(typed.Currency), StartMetrics.Profit(typed.Currency), StartMetrics.Margin] };
    }

    private static BreakParts Holding(BreakValues typed) => Level(typed, StartMetrics.Held(typed.Unit("unit")), "It holds at least", "Does it hold at least",
        "A filing or release that states what is held at its date.");

    private static BreakParts Revenue(BreakValues typed)
    {
        var (sales, periods) = (StartMetrics.Sales(typed.Currency), (int)typed.Number("periods"));
        return new([sales], new()
        {
            Title = periods == 1 ? "Revenue grows against the year before" : $"Revenue grows {Figures.Count(periods, "period")} in a row",
            Question = $"Is revenue above the same period of the year before, {Figures.Count(periods, "reported period")} in a row?",
            Rule = new TrendRule(sales.Key, periods, TrendBase.YearBefore),
            Settles = "The income statement of the next report, which shows both periods.",
        });
    }

    private static BreakParts Runway(BreakValues typed)
    {
        var periods = (int)typed.Number("periods");
        var left = StartMetrics.CashLeft(typed.Currency, periods);
        return new([StartMetrics.CashHeld(typed.Currency), StartMetrics.CashFlow(typed.Currency), left], new()
        {
            Title = $"Cash covers {Figures.Count(periods, "more period")} like the latest",
            Question = $"Would cash last if the next {Figures.Count(periods, "period")} burned as much as the latest one?",
            Rule = new ThresholdRule(left.Key, null, 0),
            Assumption = "A period is the latest one that the cash flow statement covers, and operations burn the same in each that follows.",
            Settles = "Cash and cash equivalents, and net cash from operating activities, of the next report.",
        });
    }

    private static BreakParts Promise(BreakValues typed) => new([], new()
    {
        Title = typed.Text("what"),
        Question = $"Is it on file that this was kept by {Figures.Date(typed.Date("by"))}: {typed.Text("what").TrimEnd('.')}?",
        Rule = new JudgedRule(),
        Deadline = new() { Date = typed.Date("by") },
        Settles = "A filing or release that says it happened. A repeated promise settles nothing.",
    });

    private static BreakParts Own(BreakValues typed) => new([], new()
    {
        Title = typed.Text("what"),
        Question = $"Is this still true: {typed.Text("what").TrimEnd('.')}?",
        Rule = new JudgedRule(),
        Settles = typed.Text("shows"),
    });

    private static BreakParts Level(BreakValues typed, Metric metric, string title, string question, string settles, bool reportedOnly = false)
    {
        var level = metric.Show(new(typed.Number("break"), metric.Unit));
        return new([metric], new()
        {
            Title = $"{title} {level}",
            Question = $"{question} {level}?",
            Rule = new ThresholdRule(metric.Key, typed.Find("warn"), typed.Number("break"), reportedOnly),
            Settles = settles,
        });
    }
}
