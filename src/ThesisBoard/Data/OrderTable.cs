using System.Security.Cryptography;
using System.Text;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data.Rows;

namespace ThesisBoard.Data;

/// <summary>The order in which a board shows what people arrange by hand: the keys of one list, first to last.</summary>
public sealed record ListOrder(ItemKind List, IReadOnlyList<string> Keys)
{
    /// <summary>Stands for a row version: the same keys in the same order have the same one.</summary>
    public Guid Version() => new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Keys))).AsSpan(0, 16));
}

/// <summary>
/// The order of the lists as items of their own, so that a change of it stands in the log and can be taken back. Kept in the positions of the rows;
/// it has none itself.
/// </summary>
internal sealed class OrderTable() : ItemTable<ListOrder>(ItemKind.Order)
{
    public override IReadOnlyList<ListOrder> List(BoardContent content) =>
    [
        new(ItemKind.Criterion, [.. content.Thesis.Criteria.Select(c => c.Key)]),
        new(ItemKind.Metric, [.. content.Thesis.Metrics.Select(m => m.Key)]),
        new(ItemKind.Milestone, [.. content.Thesis.Milestones.Select(m => m.Key)]),
    ];

    public override BoardContent With(BoardContent content, IReadOnlyList<ListOrder> list) => list.Aggregate(content, static (board, order) => order.List switch
    {
        ItemKind.Criterion => Arrange(BoardItems.Criteria, board, order),
        ItemKind.Metric => Arrange(BoardItems.Metrics, board, order),
        ItemKind.Milestone => Arrange(BoardItems.Milestones, board, order),
        _ => board,
    });

    public override string KeyOf(ListOrder item) => item.List.ToString();

    public override Task<BoardContent> Load(BoardDb db, ThesisRow board, BoardContent into, IDictionary<ItemId, ItemState> states, CancellationToken ct) =>
        Task.FromResult(into);

    /// <summary>Only what both boards hold can have changed places: an item more or less is no other order.</summary>
    public override IEnumerable<ItemChange> Diff(BoardContent? before, BoardContent? after, IReadOnlyDictionary<ItemId, ItemState> states)
    {
        if (before is null || after is null)
            yield break;
        foreach (var (was, now) in List(before).Zip(List(after)))
        {
            if (was.Keys.SequenceEqual(now.Keys) || was.Keys.Intersect(now.Keys).SequenceEqual(now.Keys.Intersect(was.Keys)))
                continue;
            yield return new(new(Kind, KeyOf(now)), was, now, ThesisJson.Write(was), ThesisJson.Write(now), 0, 0);
        }
    }

    public override Action<IDictionary<ItemId, ItemState>> Stage(
        BoardDb db, Rows.ThesisRow board, IReadOnlyList<ItemChange> changes, IReadOnlyDictionary<ItemId, ItemState> states) => static _ => { };

    public override BoardContent Restore(BoardContent content, string key, string? json, int index) =>
        json is null ? content : With(content, [ThesisJson.Read<ListOrder>(json)]);

    private static BoardContent Arrange<T>(ItemTable<T> table, BoardContent board, ListOrder order)
        where T : class
    {
        var places = order.Keys.Select((key, place) => (key, place)).ToDictionary(p => p.key, p => p.place, StringComparer.Ordinal);
        return table.With(board, [.. table.List(board).OrderBy(item => places.GetValueOrDefault(table.KeyOf(item), int.MaxValue))]);
    }
}
