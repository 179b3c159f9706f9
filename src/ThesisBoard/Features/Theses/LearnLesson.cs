using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Theses;

/// <summary>Writes down what was learned, once the thesis has ended or stands Broken.</summary>
public sealed record LearnLesson(string Text) : BoardEdit
{
    internal override Outcome Edit(BoardContent board, WriteMoment moment) =>
        board.Thesis.Ended is null && Judge.Board(board.Thesis, board.Record, moment.Today).Verdict != Verdict.Broken
            ? Outcome.Refuse("text", "The lessons come after the thesis broke or ended. Until then, write to the premortem.")
            : Outcome.Become(
                board with { Thesis = board.Thesis with { Lessons = [.. board.Thesis.Lessons, new(Text.Trim(), new(moment.Utc), moment.Actor.Name)] } }, "Wrote down a lesson");
}
