using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Features.Filings;

/// <summary>Which open criteria a filing may answer: those whose deadline is a report of the filing's kind and period.</summary>
public static class WaitingCriteria
{
    /// <summary>A foreign private issuer's half-year comes on a 6-K within six months; later ones are about something else.</summary>
    private const int LatestDays = 200;
    private static readonly string[] Annual = ["10-K", "10-KT", "20-F", "40-F"];
    private static readonly string[] Quarterly = ["10-Q", "10-QT"];

    /// <summary>The criteria in the board's order; none when the filing is no report that anything waits for.</summary>
    public static IReadOnlyList<CriterionState> Of(BoardState board, Filing filing) =>
        [.. board.Criteria.Where(c => c.IsOpen && Reports(board.Thesis, c.Contract.Deadline).Any(report => Answers(filing, report)))];

    private static IEnumerable<ReportRef> Reports(Thesis thesis, Deadline? deadline) => deadline switch
    {
        null => [],
        { WithLine: true } => thesis.Line?.Deadline is { WithLine: false } line ? Reports(thesis, line) : [],
        { Next: > 0 and var count, After: { } after } => FilingCalendar.NextReports(thesis.Issuer.Filer, after, count),
        _ => deadline.Reports,
    };

    /// <summary>The period decides; but EDGAR gives a 6-K the day of the event as its period, so there the day of filing has to do.</summary>
    private static bool Answers(Filing filing, ReportRef report)
    {
        var form = filing.Form.EndsWith("/A", StringComparison.OrdinalIgnoreCase) ? filing.Form[..^2] : filing.Form;
        if (report.Kind == ReportKind.Annual)
            return Annual.Contains(form, StringComparer.OrdinalIgnoreCase) && filing.PeriodEnd == report.PeriodEnd;
        if (Quarterly.Contains(form, StringComparer.OrdinalIgnoreCase))
            return filing.PeriodEnd == report.PeriodEnd;
        return form.Equals("6-K", StringComparison.OrdinalIgnoreCase)
            && (filing.PeriodEnd == report.PeriodEnd
                || (filing.Filed is { } filed && filed > report.PeriodEnd && filed.DayNumber - report.PeriodEnd.DayNumber <= LatestDays));
    }
}
