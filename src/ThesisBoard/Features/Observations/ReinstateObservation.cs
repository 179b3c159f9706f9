using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;
using ThesisBoard.Features.Evidence;

namespace ThesisBoard.Features.Observations;

/// <summary>Says that a withdrawn figure counts again, and why. It comes back as it was withdrawn; the log keeps both.</summary>
public sealed record ReinstateObservation(string Key, string Reason, Guid RowVersion) : BoardEdit
{
    internal override IEnumerable<Seen> Saw => [new(new(ItemKind.Observation, Key), RowVersion)];

    internal override Outcome Edit(BoardContent board, WriteMoment moment)
    {
        if (BoardItems.Observations.Get(board, Key) is not { } figure)
            return Outcomes.NoItem(Key);
        var title = BoardItems.Metrics.Get(board, figure.Metric)?.Title ?? figure.Metric;
        return Reinstating.Refuse(figure.Withdrawn, Reason)
            ?? Outcome.Become(BoardItems.Observations.Replace(board, figure with { Withdrawn = null }), Reinstating.Says($"{Figures.Show(figure.Value)} for “{title}”, {Figures.Show(figure.Period)}.", Reason));
    }
}
