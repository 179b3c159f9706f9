using ThesisBoard.Core.Evidence;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Sources;

/// <summary>Adds a filing, release or article that things were read in.</summary>
public sealed record AddSource(Source Source) : BoardEdit
{
    internal override Outcome Edit(BoardContent board, WriteMoment moment) =>
        BoardItems.Sources.Add(board, Source, $"Added the source “{Source.Title}”");
}
