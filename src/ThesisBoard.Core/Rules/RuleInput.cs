using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Rules;

/// <summary>What a rule may look at: the figures, milestones and other standings of one date, and nothing later.</summary>
/// <param name="view">The record as it was known on that date.</param>
/// <param name="judgement">The judgement that counts under this contract, when there is one.</param>
/// <param name="before">What the same rule answered on the date before; null on the first, and where the rule joins others.</param>
internal sealed class RuleInput(RecordView view, Judgement? judgement, RuleAnswer? before = null)
{
    /// <summary>The answer of the date before, when it rests on these very figures and on nothing else: then it is the answer of this date too.</summary>
    public RuleAnswer? Same(params ReadOnlySpan<Figure> figures)
    {
        if (before is null || before.Used.Count != figures.Length)
            return null;
        for (var i = 0; i < figures.Length; i++)
        {
            if (!ReferenceEquals(before.Used[i], figures[i]))
                return null;
        }

        return before;
    }

    public FigureBook Book => view.Book;

    public Judgement? Judgement => judgement;

    public MilestoneState? Milestone(string key) => view.Milestone(key);

    /// <summary>Another criterion, judged on the same date; null when it does not exist or the criteria refer to one another in a circle.</summary>
    public CriterionState? Criterion(string key) => view.Part(key);

    public Metric? Metric(string key) => Book.Metric(key);

    /// <summary>
    /// The record, for an answer's words: they are told later or never, and must not hold on to this input. It knows the answer before, that one's words would hold
    /// the one before it, and a history would keep every answer that it ever gave.
    /// </summary>
    public RecordIndex Index => Book.Index;

    /// <param name="metric">The metric's key.</param>
    /// <param name="what">Which figure of it, as it stands behind its name; null for any.</param>
    public RuleAnswer NotOnFile(string metric, Func<string>? what = null)
    {
        var title = Metric(metric)?.Title ?? metric;
        return new(() =>
        {
            var clause = $"no figure for {Words.Inside(title)}{what?.Invoke()} is on file";
            return new($"{Words.Start(clause)}.", clause);
        })
        { Standing = Standing.Unknown, Metric = metric };
    }
}

/// <summary>Small grammar for sentences built from values.</summary>
internal static class Words
{
    /// <summary>The metric's title as it stands inside a sentence: "long-term debt", "AI revenue".</summary>
    public static string Name(RecordIndex index, string metric) => Inside(index.Metric(metric)?.Title ?? metric);

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

    public static string Of(Standing standing) => standing.ToString().ToLowerInvariant();

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
