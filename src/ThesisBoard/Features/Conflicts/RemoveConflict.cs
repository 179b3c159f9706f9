using ThesisBoard.Data;

namespace ThesisBoard.Features.Conflicts;

/// <summary>Removes a disagreement that was written down.</summary>
public sealed record RemoveConflict(string Key, Guid RowVersion) : BoardEdit
{
    internal override IEnumerable<Seen> Saw => [new(new(ItemKind.Conflict, Key), RowVersion)];

    internal override Outcome Edit(BoardContent board, WriteMoment moment) =>
        BoardItems.Conflicts.Remove(board, Key, c => $"Removed a disagreement: {c.Topic}");
}
