using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Rules;

/// <summary>How a criterion is judged: the kind is code, the parameters are data of the thesis.</summary>
public abstract record Rule;

/// <summary>The latest figure against a warning and a breaking level, on the side that the metric's direction calls worse.</summary>
/// <param name="Metric">The metric's key.</param>
/// <param name="Warn">From here on the bad side, Strained; null when there is no such level.</param>
/// <param name="Break">From here on the bad side, Broken; null when there is no such level.</param>
/// <param name="ReportedPeriodsOnly">Use only quarters and years, by their end, and pass over months.</param>
public sealed record ThresholdRule(string Metric, decimal? Warn, decimal? Break, bool ReportedPeriodsOnly = false) : Rule;

/// <summary>The change from a baseline: far enough in the good direction is Met, less is Strained, none or the wrong way is Broken.</summary>
/// <param name="Metric">The metric's key; its direction says whether it must fall or rise.</param>
/// <param name="Baseline">The baseline period.</param>
/// <param name="Share">The least change as a share of the baseline, positive: 0.25 is 25 %. Exactly one of share and amount is set.</param>
/// <param name="Amount">The least change as an amount in the metric's unit, positive.</param>
public sealed record ChangeRule(string Metric, Period Baseline, decimal? Share = null, decimal? Amount = null) : Rule;

/// <summary>With what a period is compared.</summary>
public enum TrendBase
{
    /// <summary>The period just before, of the same length.</summary>
    PreviousPeriod,

    /// <summary>The same period a year before.</summary>
    YearBefore,
}

/// <summary>
/// So many periods in a row that move in the good direction: all of them is Met, else Strained. Of periods that end on the same day the shortest that can be compared counts:
/// a quarter and not the half-year that ends with it.
/// </summary>
/// <param name="Metric">The metric's key.</param>
/// <param name="Periods">How many periods in a row, at least 1.</param>
/// <param name="Against">With what each is compared.</param>
public sealed record TrendRule(string Metric, int Periods, TrendBase Against) : Rule;

/// <summary>Any amount for a period that lies after a date breaks it.</summary>
/// <param name="Metric">The metric's key, a flow such as Bitcoin sold.</param>
/// <param name="After">Periods that begin after this date count; one that straddles it says nothing about either side.</param>
public sealed record OccurrenceRule(string Metric, DateOnly After) : Rule;

/// <summary>At least so many milestones complete.</summary>
/// <param name="AtLeast">How many.</param>
/// <param name="Milestones">Which milestones count, by key.</param>
public sealed record MilestonesRule(int AtLeast, IReadOnlyList<string> Milestones) : Rule;

/// <summary>Opening + in − out = closing, month by month, within a tolerance.</summary>
/// <param name="Held">The balance metric, at instants.</param>
/// <param name="In">The flow that adds.</param>
/// <param name="Out">The flow that takes away.</param>
/// <param name="Tolerance">The largest difference that still balances, in the metric's unit.</param>
public sealed record BalanceRule(string Held, string In, string Out, decimal Tolerance) : Rule;

/// <summary>
/// A line of business delivers: a named customer and revenue on file, with a margin above zero once it can be computed. Capital spent with neither is a strain.
/// </summary>
/// <param name="Milestones">Where a customer may be evidenced, by milestone key.</param>
/// <param name="Revenue">The revenue metric.</param>
/// <param name="Margin">The margin metric, usually derived.</param>
/// <param name="CapitalSpent">The capital-spending metric.</param>
public sealed record DeliveryRule(IReadOnlyList<string> Milestones, string Revenue, string Margin, string CapitalSpent) : Rule;

/// <summary>A person judges, with a reason and evidence.</summary>
public sealed record JudgedRule : Rule;

/// <summary>Cannot be checked by design.</summary>
/// <param name="Because">Why not, as a clause.</param>
public sealed record UnverifiableRule(string Because) : Rule;

/// <summary>How the parts of a composite rule are joined.</summary>
public enum Quorum
{
    /// <summary>Every part.</summary>
    All,

    /// <summary>One part.</summary>
    Any,

    /// <summary>No part.</summary>
    None,

    /// <summary>At least so many parts.</summary>
    AtLeast,
}

/// <summary>A part of a composite rule: another criterion, or a rule of its own. Exactly one of the two is set.</summary>
/// <param name="Criterion">Another criterion's key.</param>
/// <param name="Rule">A rule that stands only here.</param>
/// <param name="Optional">While nothing is on file for it, the part is left out instead of making the whole unknown.</param>
public sealed record Part(string? Criterion = null, Rule? Rule = null, bool Optional = false);

/// <summary>All, any, none, or at least so many of several parts.</summary>
/// <param name="Quorum">How they are joined.</param>
/// <param name="Parts">The parts, at least one.</param>
/// <param name="Least">For <see cref="Quorum.AtLeast"/>: how many.</param>
public sealed record CompositeRule(Quorum Quorum, IReadOnlyList<Part> Parts, int Least = 0) : Rule;
