using ThesisBoard.Core.Metrics;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Metrics;

/// <summary>Adds a series, entered or derived by a formula.</summary>
public sealed record AddMetric(Metric Metric) : BoardEdit
{
    internal override Outcome Edit(BoardContent board, WriteMoment moment) =>
        BoardItems.Metrics.Add(board, Metric, $"Added the metric “{Metric.Title}”");
}
