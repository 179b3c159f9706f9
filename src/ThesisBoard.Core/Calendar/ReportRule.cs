using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Calendar;

/// <summary>What the rules say about one report, before weekends, holidays and extensions.</summary>
/// <param name="Last">The last day by the rule's own count.</param>
/// <param name="Text">The rule in words, with its citation, as a clause that begins a sentence.</param>
/// <param name="Extension">The calendar days that a notification of late filing adds (Rule 12b-25(b)(2)(ii)); 0 when the rule knows none.</param>
internal sealed record ReportRule(DateOnly Last, string Text, int Extension)
{
    private const int AnnualExtension = 15;
    private const int QuarterExtension = 5;

    public static ReportRule For(Issuer issuer, ReportRef report) => (issuer.Filer.Regime, report.Kind) switch
    {
        (FilerRegime.Domestic, ReportKind.Annual) => TenK(issuer.Filer.Status, report.PeriodEnd),
        (FilerRegime.Domestic, _) => TenQ(issuer.Filer.Status, report.PeriodEnd),
        (_, ReportKind.Annual) => TwentyF(report.PeriodEnd),
        (_, ReportKind.HalfYear) => HalfYear(issuer.Exchange, report.PeriodEnd),
        _ => Voluntary(issuer, report.PeriodEnd),
    };

    private static ReportRule TenK(FilerStatus status, DateOnly end)
    {
        var (days, filer) = status switch
        {
            FilerStatus.LargeAccelerated => (60, "a large accelerated filer"),
            FilerStatus.Accelerated => (75, "an accelerated filer"),
            _ => (90, "a non-accelerated filer"),
        };
        return new(PlusDays(end, days), $"{days} days after the fiscal year's end for {filer} (Form 10-K, General Instruction A)", AnnualExtension);
    }

    private static ReportRule TenQ(FilerStatus status, DateOnly end)
    {
        var (days, filer) = status == FilerStatus.NonAccelerated ? (45, "a non-accelerated filer") : (40, "an accelerated or large accelerated filer");
        return new(PlusDays(end, days), $"{days} days after the quarter's end for {filer} (Form 10-Q, General Instruction A)", QuarterExtension);
    }

    private static ReportRule TwentyF(DateOnly end) =>
        new(PlusMonths(end, 4), "Four months after the fiscal year's end (Form 20-F, General Instruction A)", AnnualExtension);

    private static ReportRule HalfYear(string exchange, DateOnly end)
    {
        var rule = exchange.Contains("nasdaq", StringComparison.OrdinalIgnoreCase) ? "Nasdaq Listing Rule 5250(c)(2)" : "NYSE Listed Company Manual 203.03";
        return new(PlusMonths(end, 6), $"Six months after the half-year's end ({rule})", 0);
    }

    // No rule asks a foreign private issuer for a quarterly report. Its figures come at the latest with the next report that is asked for.
    private static ReportRule Voluntary(Issuer issuer, DateOnly end)
    {
        foreach (var next in FilingCalendar.Reports(issuer.Filer, end, DateOnly.MaxValue))
        {
            var rule = For(issuer, next);
            return rule with { Text = $"No rule sets a date for a foreign private issuer's quarterly report; at the latest with the next one that is due: {Lower(rule.Text)}", Extension = 0 };
        }

        return new(DateOnly.MaxValue, "No rule sets a date", 0);
    }

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    internal static DateOnly PlusDays(DateOnly date, int days) =>
        DateOnly.FromDayNumber(Math.Min(date.DayNumber + days, DateOnly.MaxValue.DayNumber));

    // Months are counted from month's end to month's end: six months after 30 June is 31 December.
    private static DateOnly PlusMonths(DateOnly date, int months)
    {
        if (date.Year == DateOnly.MaxValue.Year && date.Month + months > 12)
            return DateOnly.MaxValue;
        var later = date.AddMonths(months);
        return date.Day == DateTime.DaysInMonth(date.Year, date.Month) ? FilingCalendar.EndOfMonth(later) : later;
    }
}
