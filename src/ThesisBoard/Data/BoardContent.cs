using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Data;

/// <summary>All that a board holds: the thesis and its record. Immutable; every write makes another one.</summary>
public sealed record BoardContent(Thesis Thesis, Record Record);

/// <summary>What kind of item a change is about.</summary>
public enum ItemKind
{
    /// <summary>The whole board: created, imported or removed.</summary>
    Board,

    /// <summary>Title, claim and issuer.</summary>
    Thesis,

    /// <summary>The invalidation line.</summary>
    Line,
    Metric,
    Criterion,
    Milestone,
    Source,
    Observation,
    Evidence,
    Proof,
    Conflict,
    Judgement,

    /// <summary>The order of one of the lists that people arrange by hand.</summary>
    Order,

    /// <summary>A share link: beside the record, and only in the log.</summary>
    ShareLink,

    /// <summary>A reviewer's approval of what a criterion rests on: beside the thesis file.</summary>
    Approval,

    /// <summary>A sealed forecast: beside the record; the log holds its commitment only.</summary>
    Forecast,
}

/// <summary>Names one item of a board.</summary>
public readonly record struct ItemId(ItemKind Kind, string Key)
{
    /// <summary>A proof is named by what it links.</summary>
    public static ItemId Of(Core.Evidence.Proof proof) => new(ItemKind.Proof, BoardItems.KeyOf(proof));
}

/// <summary>What a writer saw of an item: a write goes through only while the item still has this version.</summary>
public readonly record struct Seen(ItemId Item, Guid RowVersion);

/// <summary>A board as it is stored, with the row version of every item: what an editor starts from.</summary>
public sealed record StoredBoard(Guid Id, long Version, BoardContent Content, IReadOnlyDictionary<ItemId, ItemState> States)
{
    /// <summary>The row version of an item that is on the board.</summary>
    public Guid RowVersion(ItemKind kind, string key = BoardItems.Only) =>
        FindRowVersion(new(kind, key)) ?? throw new KeyNotFoundException($"The board has no {kind} '{key}'.");

    /// <summary>The row version of an item, or null when the board has no such item.</summary>
    public Guid? FindRowVersion(ItemId item) => item.Kind == ItemKind.Order
        ? BoardItems.Orders.Get(Content, item.Key)?.Version()
        : States.TryGetValue(item, out var state) ? state.RowVersion : null;
}

/// <summary>Where an item stands in its list, and the version of its row.</summary>
public readonly record struct ItemState(Guid RowVersion, int Position);
