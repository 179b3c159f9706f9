using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Judging;

/// <summary>
/// A thesis judged on a date: the one read model. Every face of the product (page, file, command line) renders it; none computes a standing.
/// It is immutable and shared by every reader.
/// </summary>
public sealed record BoardState
{
    /// <summary>The thesis as it was judged.</summary>
    public required Thesis Thesis { get; init; }

    /// <summary>The knowledge date: nothing published after it counts.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Where the thesis stands.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Why, in one sentence built from the figures.</summary>
    public required VerdictReason Reason { get; init; }

    /// <summary>The invalidation line; null when the thesis has none yet.</summary>
    public required LineState? Line { get; init; }

    /// <summary>The checklist, in the thesis's order.</summary>
    public required IReadOnlyList<CriterionState> Criteria { get; init; }

    /// <summary>The build-out steps.</summary>
    public required IReadOnlyList<MilestoneState> Milestones { get; init; }

    /// <summary>The next periodic report; null when the calendar knows none.</summary>
    public required NextReport? Next { get; init; }

    /// <summary>The reports that are past due and not on file, ascending: what stands on the board may be older than what is known.</summary>
    public IReadOnlyList<ReportDue> LateReports { get; init; } = [];

    /// <summary>The late reports beside <see cref="Next"/>.</summary>
    public IReadOnlyList<ReportDue> MissingReports => [.. LateReports.Where(r => r.Report != Next?.Report.Report)];

    /// <summary>Disagreements, restatements and other things that a reader must see.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The evidence known on the date, newest first.</summary>
    public required IReadOnlyList<EvidenceState> Evidence { get; init; }

    /// <summary>What was public on the date and is withdrawn since: it counts for nothing, and is shown as such.</summary>
    public Withdrawals Withdrawn { get; init; } = Withdrawals.None;

    /// <summary>The figures known on the date, by metric key; derived metrics included.</summary>
    public required IReadOnlyDictionary<string, Series> Series { get; init; }

    /// <summary>The sources known on the date, by key.</summary>
    public required IReadOnlyDictionary<string, Source> Sources { get; init; }

    /// <summary>A report for a period after the newest figure that a criterion rests on is past due and not on file.</summary>
    public bool IsOld(CriterionState criterion) =>
        criterion.Rule.Used.Count > 0 && criterion.Rule.Used.Max(f => f.Period.End) is var newest && LateReports.Any(r => r.Report.PeriodEnd > newest);

    /// <summary>The state of a criterion, or null.</summary>
    public CriterionState? Criterion(string key) => Criteria.FirstOrDefault(c => c.Key == key);
}

/// <summary>Why a thesis stands where it stands.</summary>
/// <param name="Main">What moved the verdict, by its figures; no full stop.</param>
/// <param name="Also">What does not move it by itself: reports past due and not on file, and the other criteria by name; empty when there is none.</param>
public sealed record VerdictReason(string Main, string Also)
{
    /// <summary>Both as one sentence.</summary>
    public override string ToString() => Also.Length == 0 ? $"{Main}." : $"{Main}; {Also}.";
}

/// <summary>The invalidation line on a date.</summary>
/// <param name="Legs">The legs, as on the checklist.</param>
/// <param name="Due">The deadline.</param>
/// <param name="IsEstimated">The deadline follows from the filing rules and is not announced.</param>
/// <param name="DaysLeft">Days until the deadline; negative once it is past.</param>
/// <param name="IsCrossed">Past the deadline, and not all legs are met.</param>
/// <param name="Consequence">What crossing means, as a clause.</param>
public sealed record LineState(
    IReadOnlyList<CriterionState> Legs, DateOnly? Due, bool IsEstimated, int? DaysLeft, bool IsCrossed, string Consequence);

/// <summary>A piece of evidence with its source, as known on a date.</summary>
/// <param name="Item">The evidence.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="Grade">Its grade: its own or its source's.</param>
/// <param name="Published">When the public could know it.</param>
public sealed record EvidenceState(EvidenceItem Item, Source Source, Grade Grade, PublishedOn Published);

/// <summary>How far a milestone is evidenced.</summary>
public enum MilestoneStage
{
    /// <summary>Nothing is on file.</summary>
    NothingOnFile,

    /// <summary>Announced, with neither dollars nor capacity nor customer: a slogan, not a milestone.</summary>
    Announced,

    /// <summary>Some of dollars, capacity and customer are evidenced.</summary>
    Partial,

    /// <summary>Dollars, capacity and a customer are all evidenced.</summary>
    Complete,
}

/// <summary>A milestone on a date.</summary>
/// <param name="Milestone">The milestone.</param>
/// <param name="Stage">How far it is evidenced.</param>
/// <param name="Proofs">What is evidenced, with the evidence.</param>
public sealed record MilestoneState(Milestone Milestone, MilestoneStage Stage, IReadOnlyList<ProofState> Proofs)
{
    /// <summary>The three elements that make a milestone complete.</summary>
    public static IReadOnlyList<Element> Required { get; } = [Element.Dollars, Element.Capacity, Element.Customer];

    /// <summary>Which of the three are not evidenced.</summary>
    public IEnumerable<Element> Missing => Required.Where(e => Proofs.All(p => p.Proof.Element != e));
}

/// <summary>One evidenced element of a milestone.</summary>
/// <param name="Proof">What is evidenced.</param>
/// <param name="Evidence">By what.</param>
public sealed record ProofState(Proof Proof, EvidenceState Evidence);

/// <summary>The next periodic report and what it must answer.</summary>
/// <param name="Report">The report with its date.</param>
/// <param name="DaysLeft">Days until it is due; negative when it is late.</param>
/// <param name="MustAnswer">The open criteria that wait for it, by key.</param>
public sealed record NextReport(ReportDue Report, int DaysLeft, IReadOnlyList<string> MustAnswer);
