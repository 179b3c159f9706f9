using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Tests.Theses;
using ThesisBoard.Core.Theses;
using Xunit;
using Record = ThesisBoard.Core.Evidence.Record;

namespace ThesisBoard.Core.Tests.Judging;

public sealed class MissingReportsTests
{
    [Theory]
    [InlineData("2025-05-01", "")] // not on file yet: nothing says since when reports are looked for
    [InlineData("2025-05-05", "")]
    [InlineData("2025-08-01", "")] // the next one has time until its day
    [InlineData("2025-09-01", "Quarter 2025-06-30")]
    [InlineData("2026-11-27", "Quarter 2025-06-30, Annual 2025-09-30, Quarter 2025-12-31, Quarter 2026-03-31, Quarter 2026-06-30")]
    public void Reports_after_the_newest_on_file_are_missing_once_their_day_has_passed(string asOf, string missing)
    {
        var (thesis, record) = American(new ReportRef(ReportKind.Quarter, new(2025, 3, 31)), new(2025, 5, 2));
        Assert.Equal(missing, string.Join(", ", Judge.Board(thesis, record, Day(asOf)).MissingReports.Select(r => $"{r.Report.Kind} {r.Report.PeriodEnd:yyyy-MM-dd}")));
    }

    [Theory]
    [InlineData("2025-08-01", "")]
    [InlineData("2025-09-01", "a report is past due and not on file, so this may be older than what is known")]
    [InlineData("2026-11-27", "5 reports are past due and not on file, so this may be older than what is known")]
    public void The_verdict_names_them(string asOf, string named)
    {
        var (thesis, record) = American(new ReportRef(ReportKind.Quarter, new(2025, 3, 31)), new(2025, 5, 2));
        Assert.StartsWith(named, Judge.Board(thesis, record, Day(asOf)).Reason.Also, StringComparison.Ordinal);
        Assert.Equal(named.Length > 0, Judge.Board(thesis, record, Day(asOf)).Reason.Also.Contains("past due", StringComparison.Ordinal));
    }

    [Fact]
    public void A_report_that_a_deadline_names_is_among_them_and_makes_the_figures_before_it_old()
    {
        var (thesis, record) = Shipped.Read(Shipped.SampleText);
        Assert.DoesNotContain(Judge.Board(thesis, record, new(2026, 12, 31)).Criteria, Judge.Board(thesis, record, new(2026, 12, 31)).IsOld);
        var past = Judge.Board(thesis, record, new(2027, 1, 1));
        Assert.Equal([new ReportRef(ReportKind.HalfYear, new(2026, 6, 30))], past.LateReports.Select(r => r.Report));
        Assert.Empty(past.MissingReports);
        Assert.True(past.IsOld(past.Criterion("debt-reduction")!));
        Assert.False(past.IsOld(past.Criterion("ai-build-out")!)); // rests on no figure
        Assert.Contains("a report is past due and not on file", past.Reason.Also, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_report_says_nothing_of_others()
    {
        var (thesis, record) = American(null, new(2025, 5, 2));
        Assert.Empty(Judge.Board(thesis, record, new(2026, 11, 27)).MissingReports);
    }

    private static (Thesis Thesis, Record Record) American(ReportRef? report, DateOnly published)
    {
        var (thesis, _) = Shipped.Read(Shipped.SampleText);
        thesis = thesis with
        {
            Issuer = thesis.Issuer with { Filer = new() { Regime = FilerRegime.Domestic, Status = FilerStatus.LargeAccelerated, FiscalYearEndMonth = 9 } },
            Line = null,
            Criteria = [.. thesis.Criteria.Select(c => c with { Contracts = [.. c.Contracts.Select(v => v with { Deadline = null })] })], // the sample's name reports of another filer
        };
        return (thesis, new Record
        {
            Sources = [new() { Key = "10-q", Kind = SourceKind.Filing, Grade = Grade.UnauditedFiling, Title = "10-Q", Publisher = "SEC", Published = new(published), Report = report }],
        });
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
