using Microsoft.EntityFrameworkCore;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Boards;

namespace ThesisBoard.Features.Shares;

/// <summary>
/// Boards as the record stood at an earlier version: the record now, with everything that the log tells since then taken back. Nothing is stored twice, and what a
/// pinned link showed once it shows for ever.
/// </summary>
public sealed class PinnedBoards(BoardShelf shelf, IDbContextFactory<BoardDb> databases) : IDisposable
{
    private readonly SharedCache<(string Slug, long Version), BoardContent> contents = new(limit: 100_000, weight: c => 1 + c.Record.Observations.Count + c.Record.Evidence.Count);
    private readonly SharedCache<(string Slug, long Version, DateOnly AsOf, DateOnly Pin), BoardSnapshot> snapshots = new(limit: 500, weight: _ => 1);
    private readonly SharedCache<(string Slug, long Version, DateOnly Pin), Story> stories = new(limit: 50, weight: _ => 1);

    /// <summary>The board of an earlier version on a date; no date after the pin is in it. Null when there is no such board.</summary>
    public async Task<BoardSnapshot?> Read(string slug, long version, DateOnly asOf, DateOnly pin, CancellationToken ct) =>
        await snapshots.Get((slug, version, asOf, pin), () => Judged(slug, version, asOf, pin), ct);

    /// <summary>The story of an earlier version up to the pin; null when there is no such board.</summary>
    public async Task<Story?> ReadStory(string slug, long version, DateOnly pin, CancellationToken ct) =>
        await stories.Get((slug, version, pin), () => Told(slug, version, pin), ct);

    /// <summary>What was on board at an earlier version.</summary>
    internal async Task<BoardContent?> Content(string slug, long version, CancellationToken ct) =>
        await contents.Get((slug, version), () => TakeBack(slug, version), ct);

    /// <inheritdoc />
    public void Dispose()
    {
        contents.Dispose();
        snapshots.Dispose();
        stories.Dispose();
    }

    private async Task<BoardSnapshot?> Judged(string slug, long version, DateOnly asOf, DateOnly pin)
    {
        if (await Content(slug, version, CancellationToken.None) is not { } content)
            return null;
        var index = new RecordIndex(content.Thesis, content.Record);
        var history = Replay.History(index, asOf);
        return new(version, Judge.Board(index, asOf), history with { Stops = [.. history.Stops.Where(stop => stop <= pin)] });
    }

    private async Task<Story?> Told(string slug, long version, DateOnly pin)
    {
        if (await Content(slug, version, CancellationToken.None) is not { } content)
            return null;
        var index = new RecordIndex(content.Thesis, content.Record);
        return Story.Of(index, Replay.History(index, pin), pin);
    }

    private async Task<BoardContent?> TakeBack(string slug, long version)
    {
        if (await shelf.Board(slug, CancellationToken.None) is not { } board)
            return null;
        await using var db = await databases.CreateDbContextAsync();
        var since = await db.Changes.AsNoTracking()
            .Where(c => c.Slug == slug && c.Version > version && c.Version <= board.Version && !BoardItems.Beside.Contains(c.Kind))
            .OrderByDescending(c => c.Version).ThenBy(c => c.Index).ToListAsync();
        BoardContent? content = board.Content;
        foreach (var change in since)
        {
            if (change.Kind == ItemKind.Board)
                content = change.Before is { } file ? Whole(file, content) : null;
            else if (content is not null)
                content = BoardItems.Of(change.Kind).Restore(content, change.Key, change.Before, change.Index);
        }

        return content;
    }

    /// <summary>A file holds no approvals; those on board went through every exchange of the rest.</summary>
    private static BoardContent Whole(string json, BoardContent? now) => ThesisFile.Read(json) is { IsRead: true } file
        ? new(file.Thesis, file.Record with { Approvals = now?.Record.Approvals ?? [] })
        : throw new InvalidOperationException("The log holds a board that cannot be read.");
}
