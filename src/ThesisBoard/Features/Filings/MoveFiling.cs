using Microsoft.EntityFrameworkCore;
using ThesisBoard.Data.Rows;

namespace ThesisBoard.Features.Filings;

/// <summary>A filing goes from one state to another. A step that makes no sense from where it stands is refused, not passed over.</summary>
public abstract record MoveFiling(Guid Id) : FilingWrite
{
    internal sealed override async Task<FilingResult> Apply(FilingDesk desk, CancellationToken ct)
    {
        if (await desk.Db.Filings.FirstOrDefaultAsync(f => f.Id == Id && f.Slug == desk.Board.Slug, ct) is not { } filing)
            return new FilingResult.Missing("This filing is not in the inbox of this board.");
        if (Next(filing) is not { } state)
            return new FilingResult.Invalid($"{Trouble} It is {Word(filing.State)} ({filing.ChangedBy}).");
        filing.State = state;
        (filing.ChangedAt, filing.ChangedBy) = (desk.Moment.Utc, desk.Moment.Actor.Name);
        desk.Note(this, filing);
        await desk.Db.SaveChangesAsync(ct);
        return new FilingResult.Saved(Id, HasChanged: true);
    }

    /// <summary>What went wrong when there is no way from where the filing stands.</summary>
    private protected abstract string Trouble { get; }

    /// <summary>The state afterwards; null when this cannot be done now.</summary>
    private protected abstract FilingState? Next(FilingRow filing);

    private static string Word(FilingState state) => state switch
    {
        FilingState.New => "waiting in the inbox",
        FilingState.Done => "marked as done",
        FilingState.Dismissed => "dismissed",
        FilingState.Held => "held back",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state"),
    };
}
