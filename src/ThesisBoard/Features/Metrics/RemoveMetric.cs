using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Metrics;

/// <summary>Removes a metric that holds no figures any more.</summary>
public sealed record RemoveMetric(string Key, Guid RowVersion) : BoardEdit
{
    internal override IEnumerable<Seen> Saw => [new(new(ItemKind.Metric, Key), RowVersion)];

    internal override Outcome Edit(BoardContent board, WriteMoment moment)
    {
        var figures = board.Record.Observations.Count(o => o.Metric == Key);
        if (board.Record.Conflicts.FirstOrDefault(c => c.Metric == Key) is { } conflict)
            return Outcome.Refuse("key", $"The disagreement “{conflict.Topic}” is about '{Key}'; change that first.");
        return figures > 0
            ? Outcome.Refuse("key", $"'{Key}' still holds {Figures.Count(figures, "figure")}; remove those first.")
            : BoardItems.Metrics.Remove(board, Key, metric => $"Removed the metric “{metric.Title}”");
    }
}
