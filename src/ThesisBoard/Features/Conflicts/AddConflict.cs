using ThesisBoard.Core.Evidence;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Conflicts;

/// <summary>Writes down that public claims disagree.</summary>
public sealed record AddConflict(Conflict Conflict) : BoardEdit
{
    internal override Outcome Edit(BoardContent board, WriteMoment moment) =>
        BoardItems.Conflicts.Add(board, Conflict, $"Wrote down a disagreement: {Conflict.Topic}");
}
