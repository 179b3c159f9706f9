using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Rules;

/// <summary>What a rule may look at: the figures, milestones and other standings of one date, and nothing later.</summary>
internal sealed class RuleInput
{
    public required FigureBook Book { get; init; }

    public required Func<string, MilestoneState?> MilestoneOf { get; init; }

    /// <summary>Another criterion, judged on the same date; null when it does not exist or the criteria refer to one another in a circle.</summary>
    public required Func<string, CriterionState?> CriterionOf { get; init; }

    /// <summary>The judgement that counts under this contract, when there is one.</summary>
    public required Judgement? Judgement { get; init; }

    public Metric? Metric(string key) => Book.Metric(key);

    /// <summary>The metric's title as it stands inside a sentence: "long-term debt", "AI revenue".</summary>
    public string Name(string metric) => Words.Inside(Metric(metric)?.Title ?? metric);

    public RuleAnswer NotOnFile(string metric, string what = "") => new()
    {
        Standing = Standing.Unknown,
        Sentence = $"No figure for {Name(metric)}{what} is on file.",
        Clause = $"no figure for {Name(metric)}{what} is on file",
        Metric = metric,
    };
}

/// <summary>Small grammar for sentences built from values.</summary>
internal static class Words
{
    /// <summary>Lower-cases the first letter unless the word is an abbreviation or a name such as AI or BTC.</summary>
    public static string Inside(string title) =>
        title.Length > 1 && char.IsUpper(title[0]) && !char.IsUpper(title[1]) && !title.StartsWith("Bitcoin", StringComparison.Ordinal)
            ? char.ToLowerInvariant(title[0]) + title[1..]
            : title;

    public static string Start(string clause) =>
        clause.Length > 0 ? char.ToUpperInvariant(clause[0]) + clause[1..] : clause;

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string List(IReadOnlyList<string> items, string last = "and") => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} {last} {items[^1]}",
    };

    public static string Element(Element element) => element switch
    {
        Theses.Element.Announcement => "announcement",
        Theses.Element.Dollars => "dollars",
        Theses.Element.Capacity => "capacity",
        Theses.Element.Customer => "customer",
        Theses.Element.Contract => "signed contract",
        Theses.Element.Hardware => "hardware supply",
        _ => "uptime commitment",
    };

    public static string Grade(Grade grade) => grade switch
    {
        Evidence.Grade.OnChain => "on-chain",
        Evidence.Grade.AuditedFiling => "audited filing",
        Evidence.Grade.UnauditedFiling => "unaudited filing",
        Evidence.Grade.CompanyRelease => "company release",
        Evidence.Grade.Press => "press",
        Evidence.Grade.MachineSummary => "machine summary",
        _ => "unsourced",
    };

    public static string When(Period period) => period.IsInstant ? $"on {Figures.Show(period)}" : $"in {Figures.Show(period)}";
}
