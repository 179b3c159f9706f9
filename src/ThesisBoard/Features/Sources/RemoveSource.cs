using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Sources;

/// <summary>Removes a source that nothing rests on any more.</summary>
public sealed record RemoveSource(string Key, Guid RowVersion) : BoardEdit
{
    internal override IEnumerable<Seen> Saw => [new(new(ItemKind.Source, Key), RowVersion)];

    internal override Outcome Edit(BoardContent board, WriteMoment moment)
    {
        var record = board.Record;
        var figures = record.Observations.Count(o => o.Source == Key);
        var claims = record.Evidence.Count(e => e.Source == Key) + record.Conflicts.Count(c => c.Sides.Any(s => s.Source == Key));
        return figures + claims > 0
            ? Outcome.Refuse("key", $"{Figures.Count(figures, "figure")} and {Figures.Count(claims, "claim")} rest on '{Key}'; remove those first.")
            : BoardItems.Sources.Remove(board, Key, source => $"Removed the source “{source.Title}”");
    }
}
