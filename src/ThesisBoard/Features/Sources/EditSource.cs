using ThesisBoard.Core.Evidence;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Sources;

/// <summary>Changes a source; its key stays. A new date or grade moves everything that rests on it.</summary>
public sealed record EditSource(Source Source, Guid RowVersion) : BoardEdit
{
    internal override IEnumerable<Seen> Saw => [new(new(ItemKind.Source, Source.Key), RowVersion)];

    internal override Outcome Edit(BoardContent board, WriteMoment moment) =>
        BoardItems.Sources.Edit(board, Source, $"Edited the source “{Source.Title}”");
}
