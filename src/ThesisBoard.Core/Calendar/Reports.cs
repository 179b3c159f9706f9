namespace ThesisBoard.Core.Calendar;

/// <summary>Which periodic report.</summary>
public enum ReportKind
{
    /// <summary>10-K or 20-F.</summary>
    Annual,

    /// <summary>A foreign private issuer's half-year report on Form 6-K.</summary>
    HalfYear,

    /// <summary>10-Q.</summary>
    Quarter,
}

/// <summary>A periodic report by what it is about: its kind and the last day of its period.</summary>
public readonly record struct ReportRef(ReportKind Kind, DateOnly PeriodEnd);

/// <summary>Under which regime an issuer reports to the SEC.</summary>
public enum FilerRegime
{
    /// <summary>10-K and 10-Q.</summary>
    Domestic,

    /// <summary>20-F and 6-K.</summary>
    ForeignPrivateIssuer,
}

/// <summary>The filer status of Exchange Act Rule 12b-2, which sets a domestic issuer's dates.</summary>
public enum FilerStatus
{
    /// <summary>10-K in 60 days, 10-Q in 40.</summary>
    LargeAccelerated,

    /// <summary>10-K in 75 days, 10-Q in 40.</summary>
    Accelerated,

    /// <summary>10-K in 90 days, 10-Q in 45.</summary>
    NonAccelerated,
}

/// <summary>What sets an issuer's reporting dates.</summary>
public sealed record FilerProfile
{
    /// <summary>Domestic or foreign private issuer.</summary>
    public FilerRegime Regime { get; init; }

    /// <summary>Only a domestic issuer's dates depend on it.</summary>
    public FilerStatus Status { get; init; } = FilerStatus.NonAccelerated;

    /// <summary>The month in which the fiscal year ends, 1 to 12; it ends on that month's last day.</summary>
    public int FiscalYearEndMonth { get; init; } = 12;
}

/// <summary>
/// When there must be an answer. Exactly one form is set: a date, named reports, the next so many periodic reports after a date, or together with the invalidation line.
/// </summary>
public sealed record Deadline
{
    /// <summary>On this date.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>When all of these are filed, or at their estimated dates.</summary>
    public IReadOnlyList<ReportRef> Reports { get; init; } = [];

    /// <summary>This many periodic reports for periods that end after <see cref="After"/>; 0 when unused.</summary>
    public int Next { get; init; }

    /// <summary>From when the next reports are counted.</summary>
    public DateOnly? After { get; init; }

    /// <summary>Due with the invalidation line.</summary>
    public bool WithLine { get; init; }
}

/// <summary>When a report is due.</summary>
/// <param name="Report">Which report.</param>
/// <param name="Form">The SEC form: 10-K, 10-Q, 20-F or 6-K.</param>
/// <param name="Date">The date: the day of filing when filed, else the last day on which it is in time.</param>
/// <param name="IsEstimated">The date was derived from the rules and is not announced or filed.</param>
/// <param name="FiledOn">When it was filed, when it was.</param>
/// <param name="Basis">The rule that gives the date, with its citation.</param>
public sealed record ReportDue(ReportRef Report, string Form, DateOnly Date, bool IsEstimated, DateOnly? FiledOn, string Basis);
