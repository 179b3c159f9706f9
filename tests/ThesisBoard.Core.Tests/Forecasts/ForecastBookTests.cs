using CsCheck;
using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Forecasts;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Tests.Theses;
using ThesisBoard.Core.Theses;
using Xunit;
using Record = ThesisBoard.Core.Evidence.Record;

namespace ThesisBoard.Core.Tests.Forecasts;

public sealed class ForecastBookTests
{
    private const string Board = "cango-ai-pivot";
    private static readonly (Thesis Thesis, Record Record) Cango = Shipped.Read(Shipped.SampleText);
    private static readonly ReportRef HalfYear = new(ReportKind.HalfYear, new(2026, 6, 30));
    private static readonly DateOnly Filed = new(2026, 12, 10);
    private static readonly Guid Ada = Guid.Parse("00000000-0000-0000-0000-00000000000a");
    private static readonly Guid Ben = Guid.Parse("00000000-0000-0000-0000-00000000000b");

    [Fact]
    public void Until_the_report_is_on_file_a_forecast_is_open_to_its_member_alone()
    {
        var forecast = Of(Ada, "debt-reduction", 80, day: 1);
        foreach (var reader in new Guid?[] { null, Ben })
        {
            var seen = Assert.Single(Read([forecast], Filed.AddDays(-1), reader));
            Assert.Equal((ForecastStage.Sealed, null, null, null), (seen.Stage, seen.Percent, seen.Opened, seen.Score));
            Assert.Equal(forecast.Commitment(Board), seen.Commitment);
        }

        Assert.Equal(80, Assert.Single(Read([forecast], Filed.AddDays(-1), Ada)).Percent);
        Assert.Null(Assert.Single(Read([forecast], Filed, Ben, isFiled: false)).Percent); // past its date, and still not on file
    }

    [Fact]
    public void On_the_day_of_the_report_it_is_open_to_everybody_and_on_the_day_after_it_has_its_score()
    {
        var forecast = Of(Ada, "debt-reduction", 80, day: 1);
        var opened = Assert.Single(Read([forecast], Filed, null));
        Assert.Equal((ForecastStage.Revealed, 80, Filed, null), (opened.Stage, opened.Percent, opened.FiledOn, opened.Score));
        Assert.Equal(opened.Commitment, Sha256.Of(System.Text.Encoding.UTF8.GetBytes(opened.Opened!)));

        var scored = Assert.Single(Read([forecast], Filed.AddDays(1), null));
        Assert.Equal((ForecastStage.Scored, Standing.Met, 0.04m), (scored.Stage, scored.Outcome, scored.Score));
    }

    [Fact]
    public void A_false_report_opens_nothing_while_it_can_be_contested_and_nothing_once_it_is_withdrawn()
    {
        var day = Filed.AddDays(20);
        var entered = new RecordedAt(day.ToDateTime(new TimeOnly(23, 59), DateTimeKind.Utc));
        var withdrawn = new Withdrawal(entered, "Ben", "There is no such report.");
        var claim = ReadThere with { Recorded = entered };
        int? Seen(DateOnly on, Source report, EvidenceItem? read) => Assert.Single(Read([Of(Ada, "debt-reduction", 80, day: 1)], on, Ben, report, read)).Percent;
        Assert.Null(Seen(day.AddDays(9), Report, null)); // a source that nothing was read in
        Assert.Null(Seen(day, Report, claim));
        Assert.Null(Seen(day.AddDays(1), Report, claim));
        Assert.Null(Seen(day.AddDays(9), Report, claim with { Withdrawn = withdrawn }));
        Assert.Null(Seen(day.AddDays(9), Report with { Kind = SourceKind.News }, claim));
        Assert.Null(Seen(day.AddDays(9), Report with { Grade = Grade.CompanyRelease }, claim));
        Assert.Null(Seen(day.AddDays(9), Report with { Published = new(HalfYear.PeriodEnd) }, claim));
        Assert.Equal(80, Seen(day.AddDays(2), Report, claim));
    }

    [Theory]
    [InlineData("debt-reduction", ForecastStage.Scored, "0.04")] // Met
    [InlineData("further-sales", ForecastStage.Scored, "0.64")] // Broken
    [InlineData("ai-build-out", ForecastStage.Scored, "0.64")] // Undisclosed, when the report is on file and silent
    [InlineData("on-chain-check", ForecastStage.NotScored, null)] // Unverifiable
    [InlineData("gone", ForecastStage.NotScored, null)]
    public void Met_is_yes_pressure_and_silence_are_no_and_what_cannot_be_said_has_no_score(string criterion, ForecastStage stage, string? score)
    {
        var view = Assert.Single(Read([Of(Ada, criterion, 80, day: 1)], new(2027, 1, 2), null));
        Assert.Equal(stage, view.Stage);
        Assert.Equal(score is null ? null : decimal.Parse(score, System.Globalization.CultureInfo.InvariantCulture), view.Score);
    }

    [Fact]
    public void The_last_one_before_the_report_counts_and_one_of_the_same_day_comes_too_late()
    {
        var views = Read([Of(Ada, "debt-reduction", 10, day: 1), Of(Ada, "debt-reduction", 90, day: 5), Of(Ada, "debt-reduction", 100, day: 10), Of(Ben, "debt-reduction", 40, day: 2)], Filed.AddDays(1), null);
        Assert.Equal(
            [(100, ForecastStage.NotScored), (90, ForecastStage.Scored), (40, ForecastStage.Scored), (10, ForecastStage.Replaced)],
            views.Select(v => (v.Percent!.Value, v.Stage)));
        Assert.True(views[0].IsLate);
    }

    [Fact]
    public void A_report_that_is_filed_after_the_day_of_reading_opens_nothing() =>
        Assert.All(Read([Of(Ada, "debt-reduction", 80, day: 1)], Filed.AddDays(-1), Ben), v => Assert.Null(v.FiledOn));

    [Fact]
    public void Whatever_is_changed_of_what_was_sealed_changes_the_commitment()
    {
        var sealedThen = Of(Ada, "debt-reduction", 80, day: 1);
        Forecast[] changed =
        [
            sealedThen with { Percent = 81 }, sealedThen with { Criterion = "ai-build-out" }, sealedThen with { Salt = "00" },
            sealedThen with { Report = new(ReportKind.Annual, HalfYear.PeriodEnd) }, sealedThen with { Id = Guid.NewGuid() },
        ];
        Assert.All(changed, f => Assert.NotEqual(sealedThen.Commitment(Board), f.Commitment(Board)));
        Assert.NotEqual(sealedThen.Commitment(Board), sealedThen.Commitment("another-board"));
    }

    [Fact]
    public void A_Brier_score_is_the_squared_distance() =>
        Gen.Select(Gen.Int[0, 100], Gen.Bool).Sample((percent, isMet) =>
        {
            var score = Calibration.Brier(percent, isMet);
            Assert.InRange(score, 0, 1);
            Assert.Equal(1m, Calibration.Brier(percent, true) + Calibration.Brier(percent, false) + 2 * (percent / 100m) * (1 - percent / 100m));
            Assert.Equal(isMet ? percent == 100 : percent == 0, score == 0);
        });

    [Fact]
    public void Every_scored_forecast_is_in_one_bin_and_the_mean_is_that_of_the_scores() =>
        Gen.Select(Gen.Int[0, 100], Gen.Enum<Standing>()).Array[0, 60].Sample(all =>
        {
            var views = all.Select(f => Scored(f.Item1, f.Item2)).ToList();
            var calibration = Calibration.Of(views);
            var scored = views.Where(v => v.Score is not null).ToList();
            Assert.Equal(scored.Count, calibration.Bins.Sum(b => b.Count));
            Assert.Equal(scored.Count == 0 ? null : scored.Average(v => v.Score!.Value), calibration.Score);
            Assert.All(calibration.Bins.Where(b => b.Count > 0), b => Assert.True(b.Mean * 100 >= b.From && b.Mean * 100 <= b.To && b.ShareMet is >= 0 and <= 1));
            Assert.All(calibration.Dots, d => Assert.True(d is { X: >= 0 and <= 100, Y: >= 0 and <= 100 }));
        });

    private static ForecastView Scored(int percent, Standing outcome) => new()
    {
        Id = Guid.NewGuid(), Criterion = "c", Report = HalfYear, Member = Ada, By = "Ada", SealedAt = default, Commitment = Sha256.Of([]), Percent = percent, Outcome = outcome,
        Stage = ForecastBook.IsMet(outcome) is null ? ForecastStage.NotScored : ForecastStage.Scored,
        Score = ForecastBook.IsMet(outcome) is { } isMet ? Calibration.Brier(percent, isMet) : null,
    };

    private static Forecast Of(Guid member, string criterion, int percent, int day) => new()
    {
        Id = new Guid(day, (short)percent, 0, member.ToByteArray()[8..]), Criterion = criterion, Report = HalfYear, Member = member, By = member == Ada ? "Ada" : "Ben", Percent = percent,
        SealedAt = new DateTime(2026, 12, day, 9, 0, 0, DateTimeKind.Utc), Salt = "a1b2",
    };

    private static readonly Source Report = new() { Key = "half-year", Kind = SourceKind.Filing, Grade = Grade.UnauditedFiling, Title = "Half-year report", Publisher = "Cango", Published = new(Filed), Report = HalfYear };

    private static readonly EvidenceItem ReadThere = new() { Key = "read-there", Source = "half-year", Claim = "It says so." };

    private static IReadOnlyList<ForecastView> Read(IReadOnlyList<Forecast> forecasts, DateOnly today, Guid? reader, bool isFiled = true) =>
        Read(forecasts, today, reader, isFiled ? Report : null, ReadThere);

    private static IReadOnlyList<ForecastView> Read(IReadOnlyList<Forecast> forecasts, DateOnly today, Guid? reader, Source? report, EvidenceItem? claim)
    {
        var record = report is null ? Cango.Record : Cango.Record with { Sources = [.. Cango.Record.Sources, report], Evidence = claim is null ? Cango.Record.Evidence : [.. Cango.Record.Evidence, claim] };
        return ForecastBook.Read(Board, new RecordIndex(Cango.Thesis, record), forecasts, today, reader);
    }
}
