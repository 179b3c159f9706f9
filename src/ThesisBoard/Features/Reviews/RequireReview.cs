using ThesisBoard.Data;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Reviews;

/// <summary>Says whether a standing that nobody approved is provisional on this board.</summary>
public sealed record RequireReview(bool IsNeeded, Guid RowVersion) : BoardEdit
{
    /// <inheritdoc />
    public override Permission Needs => Permission.ManageMembers;

    internal override IEnumerable<Seen> Saw => [new(new(ItemKind.Thesis, BoardItems.Only), RowVersion)];

    internal override Outcome Edit(BoardContent board, WriteMoment moment) => Outcome.Become(
        board with { Thesis = board.Thesis with { NeedsReview = IsNeeded } },
        IsNeeded ? "From now on a standing that nobody approved is provisional" : "Review is not needed any more");
}
