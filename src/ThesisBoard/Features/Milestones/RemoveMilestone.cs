using ThesisBoard.Data;

namespace ThesisBoard.Features.Milestones;

/// <summary>Removes a milestone with what was proved of it. The evidence itself stays.</summary>
public sealed record RemoveMilestone(string Key, Guid RowVersion) : BoardEdit
{
    internal override IEnumerable<Seen> Saw => [new(new(ItemKind.Milestone, Key), RowVersion)];

    internal override Outcome Edit(BoardContent board, WriteMoment moment) =>
        BoardItems.Milestones.Remove(BoardItems.Proofs.Remove(board, p => p.Milestone == Key), Key, m => $"Removed the milestone “{m.Title}”");
}
