using ThesisBoard.Core.Theses;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Theses;

/// <summary>
/// The thesis stands from now on: its line is fixed, its criteria are sealed, and neither is taken back. What is missing for that is said by
/// <see cref="Readiness"/>, all of it at once.
/// </summary>
public sealed record ActivateThesis(Guid RowVersion) : BoardEdit
{
    internal override IEnumerable<Seen> Saw => [new(new(ItemKind.Thesis, BoardItems.Only), RowVersion)];

    internal override Outcome Edit(BoardContent board, WriteMoment moment) => board.Thesis switch
    {
        { Activated: not null } => Outcome.Refuse("activated", "This thesis is active already."),
        var thesis when Readiness.Of(thesis) is { Count: > 0 } missing => new Outcome.Refused(missing),
        var thesis => Outcome.Become(board with { Thesis = thesis with { Activated = new(new(moment.Utc), moment.Actor.Name) } }, $"Activated the thesis “{thesis.Title}”"),
    };
}
