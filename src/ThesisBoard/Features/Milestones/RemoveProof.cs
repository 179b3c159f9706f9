using ThesisBoard.Core.Evidence;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Milestones;

/// <summary>Takes back that a piece of evidence proves an element of a milestone.</summary>
public sealed record RemoveProof(Proof Proof, Guid RowVersion) : BoardEdit
{
    internal override IEnumerable<Seen> Saw => [new(ItemId.Of(Proof), RowVersion)];

    internal override Outcome Edit(BoardContent board, WriteMoment moment) =>
        BoardItems.Proofs.Remove(board, ItemId.Of(Proof).Key, p => $"Removed {p.Element.ToString().ToLowerInvariant()} from the milestone “{p.Milestone}”");
}
