using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ThesisBoard.Core.Forecasts;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Forecasts;

/// <summary>
/// Seals the probability that a member gives for a criterion to stand Met on the day after the next report. Sealing another one makes a new entry; nothing is
/// changed or removed. The log holds the commitment, which says nothing of the probability.
/// </summary>
public sealed record SealForecast(string Criterion, int Percent) : SideWrite
{
    private const int MostForecasts = 5000;
    private const int SaltBytes = 16;

    /// <inheritdoc />
    public override Permission Needs => Permission.Judge;

    /// <summary>The same for every attempt.</summary>
    internal Guid Id { get; } = Guid.CreateVersion7();

    private string Salt { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes));

    internal override async Task<SideOutcome> Stage(SideDesk desk, CancellationToken ct)
    {
        var (moment, thesis) = (desk.Moment, desk.Content.Thesis);
        if (Percent is < 0 or > 100)
            return Refuse("percent", "A probability lies between 0 and 100 percent.");
        if (moment.Actor.MemberId is not { } member)
            return Refuse("", "A forecast is a person's: sign in to give one.");
        if (thesis.Criteria.FirstOrDefault(c => c.Key == Criterion) is not { } criterion)
            return SideOutcome.Missing($"'{Criterion}' is not on this board.");
        if (Judge.Board(new RecordIndex(thesis, desk.Content.Record), moment.Today).Next is not { } next)
            return Refuse("", "No coming report of this issuer is known, so there is nothing to wait for.");
        if (next.DaysLeft < 0)
            return Refuse("", $"The report was due on {Figures.Date(next.Report.Date)}: a forecast is sealed before.");
        if (await desk.Db.Forecasts.CountAsync(f => f.Slug == desk.Board.Slug, ct) >= MostForecasts)
            return Refuse("", $"This board has {MostForecasts} forecasts, and cannot take more.");
        var report = next.Report.Report;
        var row = new ForecastRow
        {
            Id = Id, Slug = desk.Board.Slug, Criterion = Criterion, ReportKind = report.Kind, ReportPeriodEnd = report.PeriodEnd,
            MemberId = member, By = moment.Actor.Name, Percent = Percent, Salt = Salt, SealedAt = moment.Utc,
        };
        desk.Db.Add(row);
        return new SideOutcome.Staged(
            new(ItemKind.Forecast, $"{Id:n}"),
            $"Sealed a forecast on “{criterion.Title}” for: {Words.Of(report)}; commitment {row.Item().Commitment(desk.Board.Slug)}");
    }

    private static SideOutcome.Refused Refuse(string path, string message) => new(new WriteResult.Invalid([new Problem(path, message)]));
}
