using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Filings;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Features.Filings;

/// <summary>What a document of a filing is on the record.</summary>
public sealed class FilingSourceTests
{
    private static readonly Thesis Cango = Store.Sample().Thesis;

    [Theory]
    [InlineData("20-F", "20-F", "", Grade.AuditedFiling)]
    [InlineData("10-K/A", "10-K/A", "", Grade.AuditedFiling)]
    [InlineData("10-K", "EX-10.1", "LEASE", Grade.UnauditedFiling)]
    [InlineData("10-Q", "10-Q", "", Grade.UnauditedFiling)]
    [InlineData("6-K", "6-K", "", Grade.UnauditedFiling)]
    [InlineData("6-K", "EX-99.1", "PRESS RELEASE", Grade.CompanyRelease)]
    [InlineData("6-K", "EX-99.2", "UNAUDITED INTERIM FINANCIAL STATEMENTS", Grade.UnauditedFiling)]
    [InlineData("", "", "", Grade.Unsourced)]
    public void The_grade_follows_from_form_and_exhibit(string form, string exhibit, string description, Grade grade) =>
        Assert.Equal(grade, FilingSource.Of(Cango, Filing(form), Document(exhibit, description)).Grade);

    [Fact]
    public void Title_publisher_date_and_bytes_come_from_the_filing()
    {
        var source = FilingSource.Of(Cango, Filing("6-K"), Document("EX-99.1", "PRESS RELEASE - THIRD QUARTER"));
        Assert.Equal("Form 6-K, exhibit 99.1: Press release - third quarter, 20 Nov 2026", source.Title);
        Assert.Equal(("SEC", new DateOnly(2026, 11, 20), SourceKind.Filing), (source.Publisher, source.Published.Date, source.Kind));
        var dropped = FilingSource.Of(Cango, Filing("") with { Accession = null, Filed = null }, Document("", ""));
        Assert.Equal((PublishedBasis.NoLaterThan, new DateOnly(2026, 11, 21)), (dropped.PublishedBasis, dropped.Published.Date));
    }

    [Theory]
    [InlineData("20-F", "2025-12-31", ReportKind.Annual)]
    [InlineData("20-F", "2025-12-28", ReportKind.Annual)]
    [InlineData("6-K", "2026-06-30", null)]
    [InlineData("8-K", "2025-12-31", null)]
    public void The_report_follows_from_form_and_period(string form, string periodEnd, ReportKind? kind) =>
        Assert.Equal(kind, FilingReport.Of(Cango, Filing(form) with { PeriodEnd = DateOnly.Parse(periodEnd, null) }, [])?.Kind);

    private static Filing Filing(string form) => new(
        Guid.NewGuid(), "0001213900-26-099001", form, "", new(2026, 11, 20), null, 1725123, "Cango Inc.", "", FilingOrigin.Edgar, FilingState.New, "",
        new(2026, 11, 21, 0, 0, 0, DateTimeKind.Utc), "EDGAR", default, "", []);

    private static FilingDocument Document(string exhibit, string description) => new(0, Sha256.Of("x"u8), exhibit, "x.htm", description, "", "text/html", 1);
}
