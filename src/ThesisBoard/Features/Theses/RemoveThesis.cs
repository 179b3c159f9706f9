using ThesisBoard.Data;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Theses;

/// <summary>Removes a board. The log keeps it whole, so that it can be put back.</summary>
public sealed record RemoveThesis(Guid RowVersion) : BoardWrite
{
    /// <inheritdoc />
    public override Permission Needs => Permission.Remove;

    internal override IEnumerable<Seen> Saw => [new(new(ItemKind.Thesis, BoardItems.Only), RowVersion)];

    internal override Outcome Apply(BoardContent? board, WriteMoment moment) =>
        board is null ? Outcome.NoBoard : Outcome.Become(null, $"Removed the board “{board.Thesis.Title}”");
}
