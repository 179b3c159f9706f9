using ThesisBoard.Core.Theses;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Theses;

/// <summary>Sets, changes or removes the invalidation line. The version is the line's own when there is one, else null.</summary>
public sealed record DrawLine(InvalidationLine? Line, Guid? RowVersion) : BoardEdit
{
    internal override IEnumerable<Seen> Saw => RowVersion is { } version ? [new(new(ItemKind.Line, BoardItems.Only), version)] : [];

    internal override Outcome Edit(BoardContent board, WriteMoment moment) => (Line, board.Thesis.Line, RowVersion) switch
    {
        (null, null, _) => Outcome.Missing("There is no invalidation line."),
        (_, not null, null) => Outcome.Refuse("line", "Somebody drew a line meanwhile; open it and change that one."),
        (null, _, _) => Outcome.Become(BoardItems.Line.With(board, []), "Removed the invalidation line"),
        ({ } line, _, _) => Outcome.Become(BoardItems.Line.With(board, [line]), $"Drew the invalidation line: {string.Join(", ", line.Legs)}"),
    };
}
