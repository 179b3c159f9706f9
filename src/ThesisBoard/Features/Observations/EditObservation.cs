using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Observations;

/// <summary>Corrects a figure that was entered wrongly. A figure that the issuer restated is a new observation, not an edit. The time of its entry stays.</summary>
public sealed record EditObservation(Observation Observation, Guid RowVersion, Source? NewSource = null) : BoardEdit
{
    internal override IEnumerable<Seen> Saw => [new(new(ItemKind.Observation, Observation.Key), RowVersion)];

    internal override Outcome Edit(BoardContent board, WriteMoment moment) => BoardItems.Observations.Get(board, Observation.Key) is not { } old ? Outcomes.NoItem(Observation.Key)
        : old.Withdrawn is { } withdrawal ? Outcome.Refuse("key", $"{withdrawal.By} withdrew this figure: {withdrawal.Reason} Enter what is right anew.")
        : BoardItems.Observations.Edit(BoardItems.Sources.AddNew(board, NewSource), Observation with { Recorded = old.Recorded, Withdrawn = null }, Summary(board));

    private string Summary(BoardContent board) =>
        $"Corrected “{BoardItems.Metrics.Get(board, Observation.Metric)?.Title ?? Observation.Metric}”, {Figures.Show(Observation.Period)}, to {Figures.Show(Observation.Value)}";
}
