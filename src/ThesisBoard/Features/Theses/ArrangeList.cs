using ThesisBoard.Data;

namespace ThesisBoard.Features.Theses;

/// <summary>Shows the criteria, the metrics or the milestones of a board in another order. Nothing is judged anew by it.</summary>
/// <param name="List">Which of the three lists.</param>
/// <param name="Keys">Every key of the list once, first to last.</param>
/// <param name="Seen">The version of the order that the person saw: <see cref="ListOrder.Version"/>.</param>
public sealed record ArrangeList(ItemKind List, IReadOnlyList<string> Keys, Guid Seen) : BoardEdit
{
    internal override IEnumerable<Seen> Saw => [new(new(ItemKind.Order, List.ToString()), Seen)];

    internal override Outcome Edit(BoardContent board, WriteMoment moment)
    {
        var old = BoardItems.Orders.Get(board, List.ToString());
        return old is not null && Keys.Order(StringComparer.Ordinal).SequenceEqual(old.Keys.Order(StringComparer.Ordinal))
            ? Outcome.Become(BoardItems.Orders.With(board, [new(List, Keys)]), $"Arranged the {Noun}")
            : Outcome.Refuse("keys", $"Name every one of the {Noun} once.");
    }

    private string Noun => List == ItemKind.Criterion ? "criteria" : $"{List.ToString().ToLowerInvariant()}s";
}
