using Microsoft.EntityFrameworkCore;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data.Rows;

namespace ThesisBoard.Data;

/// <summary>One item that a write adds, changes or removes.</summary>
internal sealed record ItemChange(ItemId Item, object? Before, object? After, string? BeforeJson, string? AfterJson, int Index, int Position)
{
    /// <summary>The item is the same and only has another place: nobody who edits it is disturbed.</summary>
    public bool IsMove => BeforeJson == AfterJson;
}

/// <summary>One kind of item: how it is read from its table, compared, and written back.</summary>
internal abstract class ItemTable(ItemKind kind)
{
    public ItemKind Kind { get; } = kind;

    /// <summary>Reads a board's items of this kind into the content, and their row versions into the states.</summary>
    public abstract Task<BoardContent> Load(BoardDb db, ThesisRow board, BoardContent into, IDictionary<ItemId, ItemState> states, CancellationToken ct);

    /// <summary>What differs between two contents; null is a board that is not there.</summary>
    public abstract IEnumerable<ItemChange> Diff(BoardContent? before, BoardContent? after, IReadOnlyDictionary<ItemId, ItemState> states);

    /// <summary>
    /// Stages the changed rows. The board that is known is of the version that the database has, so nothing is read again: a row that is not as its state says
    /// fails as a race. The returned function gives the new state of each once they are saved.
    /// </summary>
    public abstract Action<IDictionary<ItemId, ItemState>> Stage(BoardDb db, ThesisRow board, IReadOnlyList<ItemChange> changes, IReadOnlyDictionary<ItemId, ItemState> states);

    /// <summary>The item, or null.</summary>
    public abstract object? Find(BoardContent content, string key);

    /// <summary>Puts an item back from the log at its place, or takes it away.</summary>
    public abstract BoardContent Restore(BoardContent content, string key, string? json, int index);

    /// <summary>The item's JSON, or null.</summary>
    public abstract string? Json(BoardContent content, string key);

    /// <summary>The JSON as this version of the program writes it.</summary>
    public abstract string Normalize(string json);

    /// <summary>Whether both contents hold the very same list.</summary>
    public abstract bool IsSame(BoardContent one, BoardContent other);

    /// <summary>Keys that stand twice.</summary>
    public abstract IEnumerable<string> Doubles(BoardContent content);
}

/// <summary>One kind of item, with its type.</summary>
internal abstract class ItemTable<TItem>(ItemKind kind) : ItemTable(kind)
    where TItem : class
{
    public abstract IReadOnlyList<TItem> List(BoardContent content);

    public abstract BoardContent With(BoardContent content, IReadOnlyList<TItem> list);

    public abstract string KeyOf(TItem item);

    public TItem? Get(BoardContent content, string key) => List(content).FirstOrDefault(item => KeyOf(item) == key);

    public BoardContent Add(BoardContent content, params IEnumerable<TItem> items) => With(content, [.. List(content), .. items]);

    public BoardContent Replace(BoardContent content, TItem item) => With(content, [.. List(content).Select(old => KeyOf(old) == KeyOf(item) ? item : old)]);

    public BoardContent Remove(BoardContent content, Func<TItem, bool> which) =>
        List(content).Any(which) ? With(content, [.. List(content).Where(item => !which(item))]) : content;

    public sealed override object? Find(BoardContent content, string key) => Get(content, key);

    public sealed override string? Json(BoardContent content, string key) => Get(content, key) is { } item ? ThesisJson.Write(item) : null;

    public sealed override string Normalize(string json) => ThesisJson.Write(ThesisJson.Read<TItem>(json));

    public sealed override bool IsSame(BoardContent one, BoardContent other) => ReferenceEquals(List(one), List(other));

    public sealed override IEnumerable<string> Doubles(BoardContent content)
    {
        var list = List(content);
        var seen = new HashSet<string>(list.Count, StringComparer.Ordinal);
        return list.Select(KeyOf).Where(key => !seen.Add(key)).Distinct(StringComparer.Ordinal);
    }

    public override BoardContent Restore(BoardContent content, string key, string? json, int index)
    {
        var list = List(content).ToList();
        var at = list.FindIndex(item => KeyOf(item) == key);
        if (at >= 0)
            list.RemoveAt(at);
        if (json is not null)
            list.Insert(at >= 0 ? at : Math.Min(index, list.Count), ThesisJson.Read<TItem>(json));
        return With(content, list);
    }

    public override IEnumerable<ItemChange> Diff(BoardContent? before, BoardContent? after, IReadOnlyDictionary<ItemId, ItemState> states)
    {
        var old = before is null ? [] : List(before);
        var now = after is null ? [] : List(after);
        if (ReferenceEquals(old, now))
            yield break;
        var known = old.Select((item, index) => (Item: item, Index: index)).ToDictionary(o => KeyOf(o.Item), StringComparer.Ordinal);
        var position = -1;
        foreach (var (item, index) in now.Select((item, index) => (item, index)))
        {
            var id = new ItemId(Kind, KeyOf(item));
            var existed = known.Remove(id.Key, out var was);
            var place = existed && states.TryGetValue(id, out var state) ? state.Position : -1;
            var moved = place <= position;
            position = moved ? position + 1 : place;
            if (existed && !moved && ReferenceEquals(was.Item, item))
                continue;
            var (from, to) = (existed ? ThesisJson.Write(was.Item) : null, ThesisJson.Write(item));
            if (!existed || moved || from != to)
                yield return new(id, existed ? was.Item : null, item, from, to, existed ? was.Index : index, position);
        }

        foreach (var gone in known.Values.OrderBy(o => o.Index))
            yield return new(new(Kind, KeyOf(gone.Item)), gone.Item, null, ThesisJson.Write(gone.Item), null, gone.Index, 0);
    }
}

/// <summary>A list of a board with a table of its own.</summary>
internal sealed class ItemTable<TItem, TRow>(
    ItemKind kind,
    Func<TItem, string> key,
    Func<BoardContent, IReadOnlyList<TItem>> list,
    Func<BoardContent, IReadOnlyList<TItem>, BoardContent> with,
    string? children = null) : ItemTable<TItem>(kind)
    where TItem : class
    where TRow : ItemRow<TItem>, new()
{
    public override IReadOnlyList<TItem> List(BoardContent content) => list(content);

    public override BoardContent With(BoardContent content, IReadOnlyList<TItem> items) => with(content, items);

    public override string KeyOf(TItem item) => key(item);

    public override async Task<BoardContent> Load(BoardDb db, ThesisRow board, BoardContent into, IDictionary<ItemId, ItemState> states, CancellationToken ct)
    {
        var rows = await Rows(db, board.Id).AsNoTracking().ToListAsync(ct);
        rows.Sort((a, b) => a.Position != b.Position ? a.Position.CompareTo(b.Position) : string.CompareOrdinal(a.Key, b.Key));
        foreach (var row in rows)
            states[new(Kind, row.Key)] = new(row.RowVersion, row.Position);
        return With(into, [.. rows.Select(row => row.Item())]);
    }

    public override Action<IDictionary<ItemId, ItemState>> Stage(
        BoardDb db, ThesisRow board, IReadOnlyList<ItemChange> changes, IReadOnlyDictionary<ItemId, ItemState> states)
    {
        var rows = new Dictionary<string, TRow>(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            var row = Row(db, board.Id, change, states);
            if (change.After is not TItem item)
            {
                db.Remove(row);
                continue;
            }

            rows.Add(change.Item.Key, row);
            row.Position = change.Position;
            if (change.IsMove)
                continue;
            row.Fill(item);
            if (change.Before is not null)
                db.Entry(row).State = EntityState.Modified; // a change in a child row alone must renew the item's version too
        }

        return saved =>
        {
            foreach (var change in changes)
            {
                if (rows.TryGetValue(change.Item.Key, out var row))
                    saved[change.Item] = new(row.RowVersion, row.Position);
                else
                    saved.Remove(change.Item);
            }
        };
    }

    /// <summary>The row as the database has it, or a new one.</summary>
    private static TRow Row(BoardDb db, Guid thesisId, ItemChange change, IReadOnlyDictionary<ItemId, ItemState> states)
    {
        var row = new TRow { ThesisId = thesisId, Key = change.Item.Key };
        if (change.Before is not TItem before)
        {
            db.Add(row);
            return row;
        }

        (row.RowVersion, row.Position) = states[change.Item];
        row.Fill(before);
        db.Attach(row);
        return row;
    }

    private IQueryable<TRow> Rows(BoardDb db, Guid thesisId)
    {
        var rows = db.Set<TRow>().Where(row => row.ThesisId == thesisId);
        return children is null ? rows : rows.Include(children).AsSplitQuery();
    }
}

/// <summary>The thesis without its lists, kept on the board's own row.</summary>
internal sealed class HeaderTable() : ItemTable<Thesis>(ItemKind.Thesis)
{
    public override IReadOnlyList<Thesis> List(BoardContent content) =>
        [content.Thesis with { Metrics = [], Criteria = [], Milestones = [], Line = null }];

    public override BoardContent With(BoardContent content, IReadOnlyList<Thesis> list)
    {
        var (old, header) = (content.Thesis, list[0]);
        return content with { Thesis = header with { Metrics = old.Metrics, Criteria = old.Criteria, Milestones = old.Milestones, Line = old.Line } };
    }

    public override string KeyOf(Thesis item) => BoardItems.Only;

    public override BoardContent Restore(BoardContent content, string key, string? json, int index) =>
        json is null ? content : With(content, [ThesisJson.Read<Thesis>(json)]);

    public override Task<BoardContent> Load(BoardDb db, ThesisRow board, BoardContent into, IDictionary<ItemId, ItemState> states, CancellationToken ct)
    {
        states[new(Kind, BoardItems.Only)] = new(board.HeaderVersion, 0);
        return Task.FromResult(With(into, [board.Header()]));
    }

    public override Action<IDictionary<ItemId, ItemState>> Stage(
        BoardDb db, ThesisRow board, IReadOnlyList<ItemChange> changes, IReadOnlyDictionary<ItemId, ItemState> states)
    {
        if (changes.FirstOrDefault(c => c.After is Thesis)?.After is Thesis header)
        {
            board.Fill(header);
            board.HeaderVersion = Guid.NewGuid();
        }

        return saved => saved[new(Kind, BoardItems.Only)] = new(board.HeaderVersion, 0);
    }
}
