using ThesisBoard.Core.Evidence;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Milestones;

/// <summary>Says that a piece of evidence proves one element of a milestone.</summary>
public sealed record AddProof(Proof Proof) : BoardEdit
{
    internal override Outcome Edit(BoardContent board, WriteMoment moment) => BoardItems.Evidence.Get(board, Proof.Evidence)?.Withdrawn is not null
        ? Outcome.Refuse("evidence", "This evidence is withdrawn and proves nothing. Choose another.")
        : BoardItems.Proofs.Add(board, Proof, $"Recorded {Proof.Element.ToString().ToLowerInvariant()} for the milestone “{Title(board)}”");

    private string Title(BoardContent board) => BoardItems.Milestones.Get(board, Proof.Milestone)?.Title ?? Proof.Milestone;
}
