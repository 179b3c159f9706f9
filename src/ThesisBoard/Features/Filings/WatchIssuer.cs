using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data.Rows;

namespace ThesisBoard.Features.Filings;

/// <summary>Begins or ends to fetch the new filings of a board's issuer.</summary>
public sealed record WatchIssuer(bool IsOn) : FilingWrite
{
    internal override string Verb => IsOn ? "Watch" : "Unwatch";

    internal override async Task<FilingResult> Apply(FilingDesk desk, CancellationToken ct)
    {
        if (IsOn && desk.Board.Cik is null)
            return new FilingResult.Invalid("The issuer has no CIK on this board, so EDGAR cannot be asked. Enter it under “Edit the thesis”.");
        var watch = await desk.Db.Watches.FirstOrDefaultAsync(w => w.Slug == desk.Board.Slug, ct);
        if (watch?.IsOn == IsOn)
            return new FilingResult.Saved(null, HasChanged: false);
        if (watch is null)
            desk.Db.Add(watch = new WatchRow { Slug = desk.Board.Slug });
        (watch.IsOn, watch.ChangedAt, watch.ChangedBy) = (IsOn, desk.Moment.Utc, desk.Moment.Actor.Name);
        desk.Note(this, null);
        await desk.Db.SaveChangesAsync(ct);
        return new FilingResult.Saved(null, HasChanged: true);
    }
}
