using Microsoft.EntityFrameworkCore;
using ThesisBoard.Core.Forecasts;
using ThesisBoard.Core.Judging;
using ThesisBoard.Data;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Forecasts;

/// <summary>The forecasts of a board as one reader sees them.</summary>
/// <param name="Board">The board today.</param>
/// <param name="Forecasts">Newest first.</param>
/// <param name="MayForecast">The reader may seal one.</param>
public sealed record BoardForecasts(BoardState Board, IReadOnlyList<ForecastView> Forecasts, bool MayForecast)
{
    /// <summary>What waits for its report; of others it is sealed.</summary>
    public IEnumerable<ForecastView> Waiting => Forecasts.Where(f => f.Stage == ForecastStage.Sealed);

    public IEnumerable<ForecastView> Opened => Forecasts.Where(f => f.FiledOn is not null && f.Stage != ForecastStage.Replaced);

    /// <summary>Everybody's calibration, and each member's by the newest name.</summary>
    public Calibration Calibration => Calibration.Of(Forecasts);

    public IEnumerable<(string Name, Calibration Calibration)> ByMember => Forecasts.GroupBy(f => f.Member)
        .Select(g => (g.First().By, Calibration.Of(g))).Where(m => m.Item2.Count > 0).OrderBy(m => m.Item2.Score);
}

/// <summary>The only way by which forecasts are read. What is sealed does not leave it, but to whom it belongs.</summary>
public sealed class ForecastReader(IDbContextFactory<BoardDb> databases, BoardShelf shelf, BoardReader boards, TimeProvider clock)
{
    /// <summary>The forecasts as the actor sees them, whose role is the one on this board; null when there is no such board.</summary>
    public async Task<BoardForecasts?> Read(Actor actor, string slug, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (await boards.Read(slug, today, ct) is not { State: var state } || await shelf.Board(slug, ct) is not { Content: var (thesis, record) })
            return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await db.Forecasts.AsNoTracking().Where(f => f.Slug == slug).ToListAsync(ct);
        var views = rows.Count == 0 ? [] : ForecastBook.Read(slug, new RecordIndex(thesis, record), [.. rows.Select(r => r.Item())], today, actor.MemberId);
        return new(state, views, actor.May(Permission.Judge));
    }
}
