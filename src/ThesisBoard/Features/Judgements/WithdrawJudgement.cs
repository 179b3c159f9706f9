using ThesisBoard.Data;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Judgements;

/// <summary>Takes a judgement back. The log keeps it.</summary>
public sealed record WithdrawJudgement(string Key, Guid RowVersion) : BoardEdit
{
    /// <inheritdoc />
    public override Permission Needs => Permission.Judge;

    internal override IEnumerable<Seen> Saw => [new(new(ItemKind.Judgement, Key), RowVersion)];

    internal override Outcome Edit(BoardContent board, WriteMoment moment) =>
        BoardItems.Judgements.Remove(board, Key, j => $"Withdrew the judgement “{j.Standing}” of '{j.Criterion}'");
}
