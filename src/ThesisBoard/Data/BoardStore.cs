using Microsoft.EntityFrameworkCore;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data.Rows;

namespace ThesisBoard.Data;

/// <summary>Reads a whole board with one query a table, however much is on file.</summary>
internal static class BoardStore
{
    private static readonly BoardContent Nothing = new(new ThesisRow().Header(), Record.Empty);

    /// <summary>The board's own row, for a write to change.</summary>
    public static Task<ThesisRow?> Find(BoardDb db, string slug, CancellationToken ct) => db.Theses.FirstOrDefaultAsync(t => t.Slug == slug, ct);

    /// <summary>The same, for who only reads: nothing of it is remembered.</summary>
    public static Task<ThesisRow?> Look(BoardDb db, string slug, CancellationToken ct) => db.Theses.AsNoTracking().FirstOrDefaultAsync(t => t.Slug == slug, ct);

    public static async Task<StoredBoard> Load(BoardDb db, ThesisRow board, CancellationToken ct)
    {
        var states = new Dictionary<ItemId, ItemState>();
        var content = Nothing;
        foreach (var table in BoardItems.All)
            content = await table.Load(db, board, content, states, ct);
        return new(board.Id, board.Version, content, states);
    }

    /// <summary>The differences in all lists. A difference that only moves an item is staged and not logged.</summary>
    public static IReadOnlyList<ItemChange> Diff(BoardContent? before, BoardContent? after, IReadOnlyDictionary<ItemId, ItemState> states) =>
        [.. BoardItems.All.SelectMany(table => table.Diff(before, after, states))];

    /// <summary>Keys that stand twice in a list. A list that is the same as before has none: it came from its table, where the key is the row's.</summary>
    public static IEnumerable<Problem> Doubles(BoardContent? before, BoardContent content) =>
        from table in BoardItems.All
        where before is null || !table.IsSame(before, content)
        from key in table.Doubles(content)
        select new Problem(table.Kind.ToString().ToLowerInvariant(), $"'{key}' stands twice; each needs a name of its own.");
}
