using ThesisBoard.Data;

namespace ThesisBoard.Features.Theses;

/// <summary>Adds to the premortem: what would break the thesis, and where that would show first.</summary>
public sealed record ForeseeFailure(string Breaks, string ShowsFirst, string? Criterion = null) : BoardEdit
{
    internal override Outcome Edit(BoardContent board, WriteMoment moment) => Outcome.Become(
        board with
        {
            Thesis = board.Thesis with
            {
                Premortem = [.. board.Thesis.Premortem, new(Breaks.Trim(), ShowsFirst.Trim(), new(moment.Utc), moment.Actor.Name, string.IsNullOrEmpty(Criterion) ? null : Criterion)],
            },
        },
        $"Foresaw what could break the thesis: {Breaks.Trim()}");
}
