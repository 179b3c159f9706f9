using System.Globalization;
using CsCheck;
using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using Xunit;

namespace ThesisBoard.Core.Tests.Calendar;

public sealed class FilingCalendarTests
{
    private static readonly FilerProfile Foreign = new() { Regime = FilerRegime.ForeignPrivateIssuer };

    [Theory]
    [InlineData(FilerStatus.LargeAccelerated, "2025-12-31", "2026-03-02")]
    [InlineData(FilerStatus.Accelerated, "2025-12-31", "2026-03-16")]
    [InlineData(FilerStatus.NonAccelerated, "2025-12-31", "2026-03-31")]
    [InlineData(FilerStatus.LargeAccelerated, "2023-12-31", "2024-02-29")]
    [InlineData(FilerStatus.Accelerated, "2023-12-31", "2024-03-15")]
    [InlineData(FilerStatus.NonAccelerated, "2023-12-31", "2024-04-01")]
    [InlineData(FilerStatus.LargeAccelerated, "2024-12-31", "2025-03-03")]
    [InlineData(FilerStatus.NonAccelerated, "2025-09-30", "2025-12-29")]
    public void A_10_K_is_due_60_75_or_90_days_after_the_year_by_filer_status(FilerStatus status, string end, string due) =>
        Assert.Equal((Day(due), "10-K"), DateAndForm(Domestic(status), ReportKind.Annual, end));

    [Theory]
    [InlineData(FilerStatus.LargeAccelerated, "2026-03-31", "2026-05-11")]
    [InlineData(FilerStatus.Accelerated, "2026-03-31", "2026-05-11")]
    [InlineData(FilerStatus.NonAccelerated, "2026-03-31", "2026-05-15")]
    [InlineData(FilerStatus.Accelerated, "2026-06-30", "2026-08-10")]
    [InlineData(FilerStatus.NonAccelerated, "2026-06-30", "2026-08-14")]
    [InlineData(FilerStatus.Accelerated, "2026-09-30", "2026-11-09")]
    [InlineData(FilerStatus.NonAccelerated, "2026-09-30", "2026-11-16")]
    [InlineData(FilerStatus.NonAccelerated, "2024-03-31", "2024-05-15")]
    public void A_10_Q_is_due_40_or_45_days_after_the_quarter(FilerStatus status, string end, string due) =>
        Assert.Equal((Day(due), "10-Q"), DateAndForm(Domestic(status), ReportKind.Quarter, end));

    [Theory]
    [InlineData(ReportKind.Annual, "2025-12-31", "2026-04-30", "20-F")]
    [InlineData(ReportKind.Annual, "2023-06-30", "2023-10-31", "20-F")]
    [InlineData(ReportKind.Annual, "2024-09-30", "2025-01-31", "20-F")]
    [InlineData(ReportKind.Annual, "2025-03-31", "2025-07-31", "20-F")]
    [InlineData(ReportKind.Annual, "2024-02-29", "2024-07-01", "20-F")]
    [InlineData(ReportKind.HalfYear, "2026-06-30", "2026-12-31", "6-K")]
    [InlineData(ReportKind.HalfYear, "2024-12-31", "2025-06-30", "6-K")]
    [InlineData(ReportKind.HalfYear, "2025-03-31", "2025-09-30", "6-K")]
    [InlineData(ReportKind.HalfYear, "2027-06-30", "2028-01-03", "6-K")]
    public void A_foreign_private_issuers_dates_count_from_months_end_to_months_end(ReportKind kind, string end, string due, string form) =>
        Assert.Equal((Day(due), form), DateAndForm(Foreign, kind, end));

    [Fact]
    public void A_derived_date_is_estimated_and_cites_its_rules()
    {
        var due = FilingCalendar.Due(Issuer(Domestic(FilerStatus.LargeAccelerated)), new(ReportKind.Annual, Day("2025-12-31")), []);

        Assert.True(due.IsEstimated);
        Assert.Null(due.FiledOn);
        Assert.Equal(
            "60 days after the fiscal year's end for a large accelerated filer (Form 10-K, General Instruction A); "
            + "1 Mar 2026 is a Sunday, so the next business day (Exchange Act Rule 0-3).",
            due.Basis);
    }

    [Fact]
    public void A_holiday_that_moves_a_date_is_named()
    {
        var due = FilingCalendar.Due(Issuer(Foreign), new(ReportKind.HalfYear, Day("2021-06-30")), []);

        Assert.Equal(Day("2022-01-03"), due.Date);
        Assert.Equal("Six months after the half-year's end (NYSE Listed Company Manual 203.03); 31 Dec 2021 is New Year's Day, so the next business day (Exchange Act Rule 0-3).", due.Basis);
    }

    [Fact]
    public void A_nasdaq_company_is_held_to_nasdaqs_rule()
    {
        var due = FilingCalendar.Due(Issuer(Foreign) with { Exchange = "NASDAQ" }, new(ReportKind.HalfYear, Day("2026-06-30")), []);

        Assert.Contains("Nasdaq Listing Rule 5250(c)(2)", due.Basis, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReportKind.Annual, "2022-12-31", "2023-04-17")] // 31 March plus 15 days is a Saturday
    [InlineData(ReportKind.Annual, "2023-12-31", "2024-04-16")] // counted from Monday 1 April, to which the due date had moved
    [InlineData(ReportKind.Quarter, "2022-06-30", "2022-08-22")] // 14 August is a Sunday; the 15th plus five days is a Saturday
    [InlineData(ReportKind.Quarter, "2026-03-31", "2026-05-20")]
    public void A_notification_of_late_filing_extends_from_the_moved_date(ReportKind kind, string end, string due)
    {
        var report = new ReportRef(kind, Day(end));
        var answer = FilingCalendar.Due(Issuer(Domestic(FilerStatus.NonAccelerated)), report, [Source("nt", end) with { Extends = report }]);

        Assert.Equal(Day(due), answer.Date);
        Assert.True(answer.IsEstimated);
        Assert.Contains("Exchange Act Rule 12b-25", answer.Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void A_20_F_is_extended_by_fifteen_days_and_a_6_K_by_none()
    {
        var annual = new ReportRef(ReportKind.Annual, Day("2023-06-30"));
        var half = new ReportRef(ReportKind.HalfYear, Day("2026-06-30"));
        Source[] known = [Source("nt-1", "2023-11-01") with { Extends = annual }, Source("nt-2", "2026-12-31") with { Extends = half }];

        Assert.Equal(Day("2023-11-15"), FilingCalendar.Due(Issuer(Foreign), annual, known).Date);
        Assert.Equal(Day("2026-12-31"), FilingCalendar.Due(Issuer(Foreign), half, known).Date);
    }

    [Fact]
    public void The_earliest_source_for_a_report_files_it()
    {
        var report = new ReportRef(ReportKind.Annual, Day("2025-12-31"));
        Source[] known =
        [
            Source("amended", "2026-06-01") with { Report = report },
            Source("20f", "2026-04-10") with { Report = report },
            Source("other", "2026-01-01") with { Report = report with { PeriodEnd = Day("2024-12-31") } },
            Source("nt", "2026-05-01") with { Extends = report },
        ];

        var due = FilingCalendar.Due(Issuer(Foreign), report, known);

        Assert.Equal(new ReportDue(report, "20-F", Day("2026-04-10"), false, Day("2026-04-10"), "Filed on 10 Apr 2026."), due);
        Assert.Equal(due, FilingCalendar.Due(Issuer(Foreign), report, known.Reverse()));
    }

    [Fact]
    public void A_filing_of_which_only_an_upper_bound_is_known_says_so()
    {
        var report = new ReportRef(ReportKind.HalfYear, Day("2025-06-30"));
        var known = Source("6k", "2025-11-30") with { Report = report, PublishedBasis = PublishedBasis.NoLaterThan };

        Assert.Equal("Filed no later than 30 Nov 2025.", FilingCalendar.Due(Issuer(Foreign), report, [known]).Basis);
    }

    [Theory]
    [InlineData("2026-03-31", "2026-12-31")]
    [InlineData("2025-09-30", "2026-04-30")]
    public void A_voluntary_quarter_comes_at_the_latest_with_the_next_report_that_is_asked_for(string end, string due)
    {
        var answer = FilingCalendar.Due(Issuer(Foreign), new(ReportKind.Quarter, Day(end)), []);

        Assert.Equal((Day(due), "6-K"), (answer.Date, answer.Form));
        Assert.StartsWith("No rule sets a date", answer.Basis, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(12, "Quarter 03-31, Quarter 06-30, Quarter 09-30, Annual 12-31")]
    [InlineData(2, "Annual 02-28, Quarter 05-31, Quarter 08-31, Quarter 11-30")]
    [InlineData(7, "Quarter 01-31, Quarter 04-30, Annual 07-31, Quarter 10-31")]
    public void A_domestic_issuer_files_three_quarters_and_a_year(int month, string reports) =>
        Assert.Equal(reports, Year(new FilerProfile { FiscalYearEndMonth = month }));

    [Theory]
    [InlineData(12, "HalfYear 06-30, Annual 12-31")]
    [InlineData(6, "Annual 06-30, HalfYear 12-31")]
    [InlineData(2, "Annual 02-28, HalfYear 08-31")]
    public void A_foreign_private_issuer_files_a_half_year_and_a_year(int month, string reports) =>
        Assert.Equal(reports, Year(Foreign with { FiscalYearEndMonth = month }));

    [Fact]
    public void The_range_includes_both_its_days()
    {
        Assert.Single(FilingCalendar.Reports(Foreign, Day("2025-12-31"), Day("2025-12-31")));
        Assert.Empty(FilingCalendar.Reports(Foreign, Day("2026-01-01"), Day("2026-06-29")));
        Assert.Empty(FilingCalendar.Reports(Foreign, Day("2026-12-31"), Day("2026-01-01")));
    }

    [Fact]
    public void The_two_reports_after_the_sale_are_the_annual_and_the_half_year_one() => Assert.Equal(
        [new(ReportKind.Annual, Day("2025-12-31")), new(ReportKind.HalfYear, Day("2026-06-30"))],
        FilingCalendar.NextReports(Foreign, Day("2025-12-30"), 2));

    [Fact]
    public void The_next_reports_are_those_whose_periods_end_later() =>
        Assert.Equal(Day("2026-06-30"), FilingCalendar.NextReports(Foreign, Day("2025-12-31"), 1)[0].PeriodEnd);

    [Fact]
    public void Every_date_and_every_profile_has_an_answer()
    {
        var dates = Gen.OneOf(
            Gen.Int[0, DateOnly.MaxValue.DayNumber], Gen.Int[0, 800], Gen.Int[DateOnly.MaxValue.DayNumber - 800, DateOnly.MaxValue.DayNumber]).Select(DateOnly.FromDayNumber);
        var profiles = Gen.Select(Gen.Enum<FilerRegime>(), Gen.Enum<FilerStatus>(), Gen.OneOf(Gen.Int[1, 12], Gen.Int),
            (regime, status, month) => new FilerProfile { Regime = regime, Status = status, FiscalYearEndMonth = month });
        Gen.Select(dates, profiles, Gen.Enum<ReportKind>(), Gen.Bool).Sample((end, profile, kind, isExtended) =>
        {
            var report = new ReportRef(kind, end);
            var due = FilingCalendar.Due(Issuer(profile), report, isExtended ? [Source("nt", "2026-01-01") with { Extends = report }] : []);
            var next = FilingCalendar.NextReports(profile, end, 3);
            return due.Date >= end && (UsFederalHolidays.IsBusinessDay(due.Date) || due.Date == DateOnly.MaxValue)
                && due.Basis.EndsWith('.') && next.All(r => r.PeriodEnd > end) && next.SequenceEqual(next.OrderBy(r => r.PeriodEnd));
        }, iter: 5_000);
    }

    private static string Year(FilerProfile filer) => string.Join(", ", FilingCalendar.Reports(filer, Day("2026-01-01"), Day("2026-12-31"))
        .Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Kind} {r.PeriodEnd:MM-dd}")));

    private static (DateOnly Date, string Form) DateAndForm(FilerProfile filer, ReportKind kind, string end)
    {
        var due = FilingCalendar.Due(Issuer(filer), new(kind, Day(end)), []);
        return (due.Date, due.Form);
    }

    private static FilerProfile Domestic(FilerStatus status) => new() { Regime = FilerRegime.Domestic, Status = status };

    private static Issuer Issuer(FilerProfile filer) => new() { Name = "An issuer", Exchange = "NYSE", Filer = filer };

    private static Source Source(string key, string published) => new()
    {
        Key = key, Kind = SourceKind.Filing, Grade = Grade.AuditedFiling, Title = key, Publisher = "SEC", Published = new PublishedOn(Day(published)),
    };

    private static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
