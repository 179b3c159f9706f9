using Microsoft.EntityFrameworkCore;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;

namespace ThesisBoard.Sources.Sec;

/// <summary>How it stands with EDGAR, for the pages.</summary>
/// <param name="LastReached">The last answer that could be used, over all runs of the program; null when there never was one.</param>
/// <param name="Trouble">What went wrong since then, in a sentence; null while nothing did.</param>
/// <param name="Since">Since when.</param>
public sealed record EdgarStatus(DateTime? LastReached, string? Trouble, DateTime? Since)
{
    /// <summary>Since when it has not been reached; null while it is.</summary>
    public string? Words => Trouble is null ? null : LastReached is { } last ? $"EDGAR has not been reached since {Figures.Moment(last)}." : "EDGAR has not been reached yet.";
}

/// <summary>Remembers when EDGAR was last reached and what stands in the way, and leaves EDGAR alone after it asked for that.</summary>
public sealed class EdgarReach(IDbContextFactory<BoardDb> databases, TimeProvider clock)
{
    private readonly Lock door = new();
    private EdgarStatus status = new(null, null, null);
    private DateTime quietUntil = DateTime.MinValue;
    private bool isPrimed;

    /// <summary>How it stands now.</summary>
    public async ValueTask<EdgarStatus> Status(CancellationToken ct = default)
    {
        if (!isPrimed)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var last = await db.EdgarAnswers.MaxAsync(a => (DateTime?)a.CheckedAt, ct);
            lock (door)
            {
                if (status.LastReached is null || status.LastReached < last)
                    status = status with { LastReached = last };
                isPrimed = true;
            }
        }

        lock (door)
            return status;
    }

    internal void Reached()
    {
        lock (door)
            status = new(clock.GetUtcNow().UtcDateTime, null, null);
    }

    internal void Failed(EdgarException e)
    {
        lock (door)
            status = status with { Trouble = e.Message, Since = status.Since ?? clock.GetUtcNow().UtcDateTime };
    }

    /// <summary>EDGAR asked to be left alone.</summary>
    internal void KeepQuiet(TimeSpan time)
    {
        lock (door)
            quietUntil = clock.GetUtcNow().UtcDateTime + time;
    }

    /// <summary>Until when nothing may be asked; null when it may.</summary>
    internal DateTime? QuietUntil()
    {
        lock (door)
            return quietUntil > clock.GetUtcNow().UtcDateTime ? quietUntil : null;
    }
}
