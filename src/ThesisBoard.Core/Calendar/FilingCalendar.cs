using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Calendar;

/// <summary>When periodic reports are due, and which come next. Answers for every date; near the end of time it stays at the last one.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>10-K: 60, 75 or 90 days after the fiscal year's end by filer status; 10-Q: 40 or 45 days after a quarter's end, none for the fourth
/// (Forms 10-K and 10-Q, General Instruction A; Exchange Act Rule 12b-2 for the status).</item>
/// <item>20-F: four months after the fiscal year's end (Form 20-F, General Instruction A).</item>
/// <item>A foreign private issuer's half-year report on Form 6-K: six months after the half-year's end, by the exchange's rule and not the SEC's
/// (NYSE Listed Company Manual 203.03; Nasdaq Listing Rule 5250(c)(2)).</item>
/// <item>A notification of late filing on Form 12b-25 adds 15 calendar days to an annual report and 5 to a 10-Q, counted from the due date
/// after it was moved to a business day; it does not extend a 6-K (Rule 12b-25(b)(2)(ii)).</item>
/// <item>A date on a Saturday, Sunday or federal holiday moves to the next business day (Rule 0-3(a)); the board takes the same for the 6-K.</item>
/// </list>
/// </remarks>
public static class FilingCalendar
{
    /// <summary>When a report is due, or was filed.</summary>
    /// <param name="issuer">Whose report.</param>
    /// <param name="report">Which report.</param>
    /// <param name="known">The sources that were public on the as-of date; the earliest for this report files it, a notification of late filing extends it.</param>
    public static ReportDue Due(Issuer issuer, ReportRef report, IEnumerable<Source> known)
    {
        Source? filed = null;
        var isExtended = false;
        foreach (var source in known)
        {
            isExtended |= source.Extends == report;
            if (source.Report == report && (filed is null || FiledBefore(source, filed)))
                filed = source;
        }

        var form = Form(issuer.Filer.Regime, report.Kind);
        if (filed is not null)
            return new ReportDue(report, form, filed.Published.Date, false, filed.Published.Date, Filed(filed));
        var (date, basis) = Derive(ReportRule.For(issuer, report), isExtended);
        return new ReportDue(report, form, date, true, null, basis);
    }

    /// <summary>
    /// The periodic reports for periods that end in a range, both days included, ascending. A domestic issuer files three quarterly reports and an annual one;
    /// a foreign private issuer one for the half-year and an annual one.
    /// </summary>
    public static IEnumerable<ReportRef> Reports(FilerProfile filer, DateOnly from, DateOnly to)
    {
        for (var end = EndOfMonth(from); end <= to; end = EndOfMonth(end.AddDays(1)))
        {
            if (KindEndingIn(filer, end.Month) is { } kind)
                yield return new ReportRef(kind, end);
            if (end == DateOnly.MaxValue)
                yield break;
        }
    }

    /// <summary>The next so many periodic reports for periods that end after a date, ascending; fewer only at the end of time.</summary>
    public static IReadOnlyList<ReportRef> NextReports(FilerProfile filer, DateOnly after, int count) =>
        after == DateOnly.MaxValue ? [] : [.. Reports(filer, after.AddDays(1), DateOnly.MaxValue).Take(count)];

    internal static DateOnly EndOfMonth(DateOnly date) => new(date.Year, date.Month, DateTime.DaysInMonth(date.Year, date.Month));

    private static string Form(FilerRegime regime, ReportKind kind) => (regime, kind) switch
    {
        (FilerRegime.Domestic, ReportKind.Annual) => "10-K",
        (FilerRegime.Domestic, _) => "10-Q",
        (_, ReportKind.Annual) => "20-F",
        _ => "6-K",
    };

    private static ReportKind? KindEndingIn(FilerProfile filer, int month) => (filer.Regime, (month - filer.FiscalYearEndMonth % 12 + 12) % 12) switch
    {
        (_, 0) => ReportKind.Annual,
        (FilerRegime.Domestic, 3 or 6 or 9) => ReportKind.Quarter,
        (FilerRegime.ForeignPrivateIssuer, 6) => ReportKind.HalfYear,
        _ => null,
    };

    private static bool FiledBefore(Source one, Source other) =>
        (one.Published.Date, one.PublishedBasis).CompareTo((other.Published.Date, other.PublishedBasis)) < 0;

    private static string Filed(Source source) => source.PublishedBasis == PublishedBasis.Read
        ? $"Filed on {Figures.Date(source.Published.Date)}."
        : $"Filed no later than {Figures.Date(source.Published.Date)}.";

    private static (DateOnly Date, string Basis) Derive(ReportRule rule, bool isExtended)
    {
        var (date, basis) = Moved(rule.Last, rule.Text);
        if (isExtended && rule.Extension > 0)
            (date, basis) = Moved(ReportRule.PlusDays(date, rule.Extension), $"{basis}; {rule.Extension} more days by the notification of late filing (Exchange Act Rule 12b-25)");
        return (date, basis + ".");
    }

    private static (DateOnly Date, string Basis) Moved(DateOnly last, string basis)
    {
        var date = UsFederalHolidays.OnOrAfter(last);
        if (date == last)
            return (date, basis);
        var why = UsFederalHolidays.NameOf(last) ?? "a " + last.DayOfWeek;
        return (date, $"{basis}; {Figures.Date(last)} is {why}, so the next business day (Exchange Act Rule 0-3)");
    }
}
