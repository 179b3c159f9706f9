using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Observations;

/// <summary>Puts figures on file, one or many: all of them, or none with every bad one named. With a source that is not on file yet, all in one step.</summary>
public sealed record RecordObservations(IReadOnlyList<Observation> Observations, Source? NewSource = null) : BoardEdit
{
    internal override Outcome Edit(BoardContent board, WriteMoment moment)
    {
        var known = board.Record.Observations.Select(o => o.Key).ToHashSet(StringComparer.Ordinal);
        var doubles = Observations
            .Select((observation, index) => (observation.Key, index))
            .Where(o => !known.Add(o.Key))
            .Select(o => new Core.Theses.Problem($"observations[{o.index}].key", $"'{o.Key}' is already on file."))
            .ToList();
        if (doubles.Count > 0)
            return new Outcome.Refused(doubles);
        var stamped = Observations.Select(o => o with { Recorded = new RecordedAt(moment.Utc), Withdrawn = null });
        return Outcome.Become(BoardItems.Observations.Add(BoardItems.Sources.AddNew(board, NewSource), stamped), Summary(board));
    }

    private string Summary(BoardContent board) => Observations is [var one]
        ? $"Recorded {Figures.Show(one.Value)} for “{BoardItems.Metrics.Get(board, one.Metric)?.Title ?? one.Metric}”, {Figures.Show(one.Period)}"
        : $"Recorded {Figures.Count(Observations.Count, "figure")}";
}
