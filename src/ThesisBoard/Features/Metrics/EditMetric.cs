using ThesisBoard.Core.Metrics;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Metrics;

/// <summary>Changes a metric's title, unit, direction, formula or note; its key stays.</summary>
public sealed record EditMetric(Metric Metric, Guid RowVersion) : BoardEdit
{
    internal override IEnumerable<Seen> Saw => [new(new(ItemKind.Metric, Metric.Key), RowVersion)];

    internal override Outcome Edit(BoardContent board, WriteMoment moment) =>
        BoardItems.Metrics.Edit(board, Metric, $"Edited the metric “{Metric.Title}”");
}
