using ThesisBoard.Data;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Reviews;

/// <summary>Takes an approval back: the reviewer's own, or that of somebody who should not have given it. The log keeps it.</summary>
public sealed record RevokeApproval(string Key, Guid RowVersion) : BoardEdit
{
    /// <inheritdoc />
    public override Permission Needs => Permission.Judge;

    internal override bool IsReview => true;

    internal override IEnumerable<Seen> Saw => [new(new(ItemKind.Approval, Key), RowVersion)];

    internal override Outcome Edit(BoardContent board, WriteMoment moment) => BoardItems.Approvals.Remove(
        board, Key, a => $"Revoked the approval of “{BoardItems.Criteria.Get(board, a.Criterion)?.Title ?? a.Criterion}” by {a.By}");
}
