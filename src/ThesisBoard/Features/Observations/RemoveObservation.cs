using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Observations;

/// <summary>Takes a figure off the file.</summary>
public sealed record RemoveObservation(string Key, Guid RowVersion) : BoardEdit
{
    internal override IEnumerable<Seen> Saw => [new(new(ItemKind.Observation, Key), RowVersion)];

    internal override Outcome Edit(BoardContent board, WriteMoment moment) => BoardItems.Observations.Remove(
        board,
        Key,
        o => $"Removed {Figures.Show(o.Value)} from “{BoardItems.Metrics.Get(board, o.Metric)?.Title ?? o.Metric}”, {Figures.Show(o.Period)}");
}
