using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using ThesisBoard.Live;

namespace ThesisBoard.Data;

/// <summary>
/// The newest version of every board that this process knows, and the boards read last. While a version stands, nothing is read twice.
/// Commits of this process arrive by <see cref="Put"/>; those of other processes by <see cref="Refresh"/>.
/// </summary>
public sealed class BoardShelf(IDbContextFactory<BoardDb> databases) : IDisposable
{
    private readonly ConcurrentDictionary<string, long> versions = new(StringComparer.Ordinal);
    private readonly SharedCache<(string Slug, long Version), StoredBoard> boards = new(limit: 200_000, weight: board => board.States.Count + 1);
    private readonly SemaphoreSlim priming = new(1);
    private volatile bool isPrimed;

    /// <summary>The version of a board, or null when there is none.</summary>
    public async ValueTask<long?> Version(string slug, CancellationToken ct)
    {
        await Prime(ct);
        return versions.TryGetValue(slug, out var version) ? version : null;
    }

    /// <summary>All boards by name.</summary>
    public async ValueTask<IReadOnlyList<string>> Slugs(CancellationToken ct)
    {
        await Prime(ct);
        return [.. versions.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>The stored board, read at most once a version by however many ask; null when there is none.</summary>
    public async Task<StoredBoard?> Board(string slug, CancellationToken ct)
    {
        if (await Version(slug, ct) is not { } version)
            return null;
        var board = await boards.Get((slug, version), () => Load(slug), ct);
        if (board is not null && board.Version > version)
            Put(slug, board);
        return board;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        boards.Dispose();
        priming.Dispose();
    }

    /// <summary>Reads which boards and versions there are, and returns those that differ from what was known.</summary>
    internal async Task<IReadOnlyList<BoardChanged>> Refresh(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var known = versions.ToDictionary();
        var rows = await db.Theses.AsNoTracking().Select(t => new { t.Slug, t.Version }).ToListAsync(ct);
        var changed = new List<BoardChanged>();
        foreach (var row in rows)
        {
            if (!known.Remove(row.Slug, out var version) || version < row.Version)
                changed.Add(new(row.Slug, Raise(row.Slug, row.Version)));
        }

        foreach (var (slug, version) in known)
        {
            if (versions.TryRemove(new(slug, version)))
                changed.Add(new(slug, version + 1));
        }

        return changed;
    }

    internal StoredBoard? Peek(string slug, long version) => boards.Peek((slug, version));

    /// <summary>The newest version; nobody asks for the one before it again.</summary>
    internal void Put(string slug, StoredBoard board)
    {
        boards.Put((slug, board.Version), board);
        boards.Remove((slug, board.Version - 1));
        Raise(slug, board.Version);
    }

    /// <summary>What is known of a board was not what the database has: it is read again by whoever needs it next.</summary>
    internal void Doubt(string slug)
    {
        if (versions.TryGetValue(slug, out var version))
            boards.Remove((slug, version));
    }

    internal void Remove(string slug) => versions.TryRemove(slug, out _);

    private long Raise(string slug, long version) => versions.AddOrUpdate(slug, version, (_, known) => Math.Max(known, version));

    private async ValueTask Prime(CancellationToken ct)
    {
        if (isPrimed)
            return;
        await priming.WaitAsync(ct);
        try
        {
            if (!isPrimed)
                await Refresh(ct);
            isPrimed = true;
        }
        finally
        {
            priming.Release();
        }
    }

    private async Task<StoredBoard?> Load(string slug)
    {
        await using var db = await databases.CreateDbContextAsync();
        while (await BoardStore.Look(db, slug, CancellationToken.None) is { } row)
        {
            var board = await BoardStore.Load(db, row, CancellationToken.None);
            if (await BoardStore.Look(db, slug, CancellationToken.None) is { } still && still.Version == board.Version)
                return board; // nobody wrote between the queries
        }

        return null;
    }
}
