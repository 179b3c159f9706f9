using ThesisBoard.Core.Theses;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Milestones;

/// <summary>Adds a build-out step.</summary>
public sealed record AddMilestone(Milestone Milestone) : BoardEdit
{
    internal override Outcome Edit(BoardContent board, WriteMoment moment) =>
        BoardItems.Milestones.Add(board, Milestone, $"Added the milestone “{Milestone.Title}”");
}
