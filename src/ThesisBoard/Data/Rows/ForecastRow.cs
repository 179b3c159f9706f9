using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Forecasts;

namespace ThesisBoard.Data.Rows;

/// <summary>A sealed forecast. It hangs on what is settled around the board and not on the record: no file and no bundle holds it.</summary>
internal sealed class ForecastRow
{
    public Guid Id { get; set; }
    public string Slug { get; set; } = "";
    public string Criterion { get; set; } = "";
    public ReportKind ReportKind { get; set; }
    public DateOnly ReportPeriodEnd { get; set; }
    public Guid MemberId { get; set; }
    public string By { get; set; } = "";
    public int Percent { get; set; }
    public string Salt { get; set; } = "";
    public DateTime SealedAt { get; set; }

    public Forecast Item() => new()
    {
        Id = Id, Criterion = Criterion, Report = new(ReportKind, ReportPeriodEnd), Member = MemberId, By = By, Percent = Percent, Salt = Salt, SealedAt = SealedAt,
    };
}
