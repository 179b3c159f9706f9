using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Theses;
using ThesisBoard.Filings;

namespace ThesisBoard.Features.Filings;

/// <summary>Which periodic report a filing is, or which one it says will be late.</summary>
public static class FilingReport
{
    private const int YearDays = 400;

    /// <summary>A fiscal year of 52 or 53 weeks ends some days off the end of the month that the calendar counts with.</summary>
    private const int WeekYearSlack = 7;
    private static readonly string[] Annual = ["10-K", "10-KT", "20-F", "40-F"];
    private static readonly string[] Quarterly = ["10-Q", "10-QT"];

    /// <summary>The report; null where the filing is none.</summary>
    /// <param name="periods">
    /// What the filing's figures are about. Only they tell a half-year report on Form 6-K from any other 6-K: it holds figures of the half-year itself.
    /// </param>
    public static ReportRef? Of(Thesis thesis, Filing filing, IEnumerable<FactPeriod> periods)
    {
        var form = Plain(filing.Form);
        if (Annual.Contains(form))
            return Ending(thesis, ReportKind.Annual, filing.PeriodEnd);
        if (Quarterly.Contains(form))
            return Ending(thesis, ReportKind.Quarter, filing.PeriodEnd);
        if (form != "6-K" || thesis.Issuer.Filer.Regime != FilerRegime.ForeignPrivateIssuer)
            return null;
        return periods
            .Where(p => p is { Start: { } start, End: { } end } && end.DayNumber - start.DayNumber is > 170 and < 190)
            .Select(p => Ending(thesis, ReportKind.HalfYear, p.End))
            .Where(r => r is { } report && (filing.Filed is not { } filed || (report.PeriodEnd < filed && filed.DayNumber - report.PeriodEnd.DayNumber < YearDays / 2)))
            .OrderByDescending(r => r!.Value.PeriodEnd)
            .FirstOrDefault();
    }

    /// <summary>The report that a notification of late filing (Form 12b-25) is about.</summary>
    public static ReportRef? Extended(Thesis thesis, Filing filing) => Plain(filing.Form) switch
    {
        "NT 10-K" or "NT 20-F" => Ending(thesis, ReportKind.Annual, filing.PeriodEnd),
        "NT 10-Q" => Ending(thesis, ReportKind.Quarter, filing.PeriodEnd),
        _ => null,
    };

    /// <summary>The day to which the filing itself says that it reports: in a year of weeks, days off the calendar's.</summary>
    public static DateOnly EndOf(Filing filing, ReportRef report) =>
        filing.PeriodEnd is { } end && Math.Abs(end.DayNumber - report.PeriodEnd.DayNumber) <= WeekYearSlack ? end : report.PeriodEnd;

    internal static bool IsAnnual(string form) => Annual.Contains(Plain(form));

    private static string Plain(string form)
    {
        var upper = form.Trim().ToUpperInvariant();
        return upper.EndsWith("/A", StringComparison.Ordinal) ? upper[..^2] : upper;
    }

    private static ReportRef? Ending(Thesis thesis, ReportKind kind, DateOnly? periodEnd)
    {
        if (periodEnd is not { } end || end.DayNumber < YearDays || end.DayNumber > DateOnly.MaxValue.DayNumber - YearDays)
            return null;
        return FilingCalendar.Reports(thesis.Issuer.Filer, end.AddDays(-31), end.AddDays(31))
            .Where(r => r.Kind == kind && Math.Abs(r.PeriodEnd.DayNumber - end.DayNumber) <= WeekYearSlack)
            .Select(r => (ReportRef?)r)
            .FirstOrDefault();
    }
}
