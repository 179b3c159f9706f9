using ThesisBoard.Core.Evidence;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Conflicts;

/// <summary>Changes what disagrees; its key stays.</summary>
public sealed record EditConflict(Conflict Conflict, Guid RowVersion) : BoardEdit
{
    internal override IEnumerable<Seen> Saw => [new(new(ItemKind.Conflict, Conflict.Key), RowVersion)];

    internal override Outcome Edit(BoardContent board, WriteMoment moment) =>
        BoardItems.Conflicts.Edit(board, Conflict, $"Edited a disagreement: {Conflict.Topic}");
}
