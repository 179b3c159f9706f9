using ThesisBoard.Data;

namespace ThesisBoard.Features.Evidence;

/// <summary>Removes a claim, and with it what it proved of milestones. A judgement that rests on it holds it.</summary>
public sealed record RemoveEvidence(string Key, Guid RowVersion) : BoardEdit
{
    internal override IEnumerable<Seen> Saw => [new(new(ItemKind.Evidence, Key), RowVersion)];

    internal override Outcome Edit(BoardContent board, WriteMoment moment) =>
        board.Record.Judgements.FirstOrDefault(j => j.Evidence.Contains(Key)) is { } judgement
            ? Outcome.Refuse("key", $"The judgement of '{judgement.Criterion}' by {judgement.By} rests on this evidence; what was judged stays as judged.")
            : BoardItems.Evidence.Remove(BoardItems.Proofs.Remove(board, p => p.Evidence == Key), Key, e => $"Removed evidence: {e.Claim}");
}
