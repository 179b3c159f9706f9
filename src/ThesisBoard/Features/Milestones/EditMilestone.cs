using ThesisBoard.Core.Theses;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Milestones;

/// <summary>Changes a milestone's title or note; its key stays.</summary>
public sealed record EditMilestone(Milestone Milestone, Guid RowVersion) : BoardEdit
{
    internal override IEnumerable<Seen> Saw => [new(new(ItemKind.Milestone, Milestone.Key), RowVersion)];

    internal override Outcome Edit(BoardContent board, WriteMoment moment) =>
        BoardItems.Milestones.Edit(board, Milestone, $"Edited the milestone “{Milestone.Title}”");
}
