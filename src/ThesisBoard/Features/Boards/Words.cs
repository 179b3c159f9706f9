using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Features.Boards;

/// <summary>What the choices of Core are called on screen.</summary>
public static class Words
{
    public static string Of(Grade grade) => grade switch
    {
        Grade.OnChain => "On-chain",
        Grade.AuditedFiling => "Audited filing",
        Grade.UnauditedFiling => "Unaudited filing",
        Grade.CompanyRelease => "Company release",
        Grade.Press => "Press",
        Grade.MachineSummary => "Machine summary",
        Grade.Unsourced => "Unsourced",
        _ => throw new ArgumentOutOfRangeException(nameof(grade), grade, "No such grade"),
    };

    public static string Of(Stance stance) => stance switch
    {
        Stance.Supports => "supports",
        Stance.Contradicts => "contradicts",
        Stance.Context => "context",
        _ => throw new ArgumentOutOfRangeException(nameof(stance), stance, "No such stance"),
    };

    public static string Of(CriterionGroup group) => group switch
    {
        CriterionGroup.InvalidationLine => "Invalidation line",
        CriterionGroup.Risks => "What could break it",
        CriterionGroup.Watch => "What to watch",
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, "No such group"),
    };

    public static string Of(EvidenceSort sort) => sort switch
    {
        EvidenceSort.Strongest => "Strongest first",
        EvidenceSort.Newest => "Newest first",
        EvidenceSort.Oldest => "Oldest first",
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "No such order"),
    };

    public static string Of(FindingKind kind) => kind switch
    {
        FindingKind.Conflict => "Sources disagree",
        FindingKind.Restatement => "Restated",
        FindingKind.Balance => "Does not add up",
        FindingKind.OtherCurrency => "Another currency",
        FindingKind.Unusable => "Cannot be used",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such finding"),
    };

    /// <summary>"1 piece of evidence and 2 figures".</summary>
    public static string Withdrawn(Withdrawals items) => string.Join(" and ", new[]
    {
        items.Evidence.Count > 0 ? Figures.Count(items.Evidence.Count, "piece of evidence", "pieces of evidence") : "",
        items.Figures.Count > 0 ? Figures.Count(items.Figures.Count, "figure") : "",
    }.Where(part => part.Length > 0));

    /// <summary>An issuer with where it is listed: "Cango Inc. (NYSE: CANG)".</summary>
    public static string Of(Issuer issuer) => issuer switch
    {
        { Ticker: "" } => issuer.Name,
        { Exchange: "" } => $"{issuer.Name} ({issuer.Ticker})",
        _ => $"{issuer.Name} ({issuer.Exchange}: {issuer.Ticker})",
    };

    /// <summary>Where words stand in a stored document: accession, exhibit, and the beginning of its hash.</summary>
    public static string Of(Anchor anchor) =>
        string.Join(", ", new[] { anchor.Accession, anchor.Exhibit, $"SHA-256 {anchor.Document.Brief}…" }.Where(p => p is not null));

    /// <summary>A report by what it covers: "Half-year to 30 Jun 2026".</summary>
    public static string Of(ReportRef report) => report.Kind switch
    {
        ReportKind.Annual => $"Annual report to {Figures.Date(report.PeriodEnd)}",
        ReportKind.HalfYear => $"Half-year to {Figures.Date(report.PeriodEnd)}",
        ReportKind.Quarter => $"Quarter to {Figures.Date(report.PeriodEnd)}",
        _ => throw new ArgumentOutOfRangeException(nameof(report), report, "No such report"),
    };

    /// <summary>Reports whose day has passed: "5 reports are not on file, the last of them for the quarter to 30 Jun 2026."</summary>
    public static string NotOnFile(IReadOnlyList<ReportDue> reports) => reports.Count == 1
        ? $"The {Within(reports[0].Report)} is past due and not on file."
        : $"{Figures.Count(reports.Count, "report")} are past due and not on file, the last of them the {Within(reports[^1].Report)}.";

    /// <summary>A report within a sentence: "half-year to 30 Jun 2026".</summary>
    public static string Within(ReportRef report)
    {
        var text = Of(report);
        return char.ToLowerInvariant(text[0]) + text[1..];
    }

    /// <summary>What a figure is held against: "line $100.0B"; where a rule compares with an earlier figure, that one: "before $90.8B".</summary>
    public static string Against(CriterionState criterion, string line) => $"{(criterion.Contract.Rule is TrendRule ? "before" : "line")} {line}";

    /// <summary>An assumption below a heading that says what it is: without its own "Assumed here:".</summary>
    public static string Assumption(Contract contract)
    {
        const string said = "Assumed here: ";
        var text = contract.Assumption;
        return text.StartsWith(said, StringComparison.Ordinal) && text.Length > said.Length ? char.ToUpperInvariant(text[said.Length]) + text[(said.Length + 1)..] : text;
    }

    /// <summary>Time to a date: "39 days left", "today", "3 days past".</summary>
    public static string Left(int days) => days switch
    {
        > 0 => $"{Figures.Count(days, "day")} left",
        0 => "due today",
        < 0 => $"{Figures.Count(-(long)days, "day")} past",
    };
}
