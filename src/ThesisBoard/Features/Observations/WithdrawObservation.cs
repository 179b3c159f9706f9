using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Observations;

/// <summary>Says that a figure counts no longer, and why. It stays on file.</summary>
public sealed record WithdrawObservation(string Key, string Reason, Guid RowVersion) : BoardEdit
{
    internal override IEnumerable<Seen> Saw => [new(new(ItemKind.Observation, Key), RowVersion)];

    internal override Outcome Edit(BoardContent board, WriteMoment moment)
    {
        if (BoardItems.Observations.Get(board, Key) is not { } figure)
            return Outcomes.NoItem(Key);
        if (figure.Withdrawn is { } earlier)
            return Outcome.Refuse("key", $"{earlier.By} withdrew this already: {earlier.Reason}");
        if (string.IsNullOrWhiteSpace(Reason))
            return Outcome.Refuse("reason", "Say why it is withdrawn.");
        var withdrawn = figure with { Withdrawn = new(new RecordedAt(moment.Utc), moment.Actor.Name, Reason.Trim()) };
        var title = BoardItems.Metrics.Get(board, figure.Metric)?.Title ?? figure.Metric;
        return Outcome.Become(
            BoardItems.Observations.Replace(board, withdrawn),
            $"Withdrew {Figures.Show(figure.Value)} from “{title}”, {Figures.Show(figure.Period)}. Reason: {Reason.Trim()}");
    }
}
