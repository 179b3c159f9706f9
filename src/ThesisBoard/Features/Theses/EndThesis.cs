using ThesisBoard.Data;

namespace ThesisBoard.Features.Theses;

/// <summary>Ends an active thesis with its outcome and the reason. It stays on the board as it was; that it ended is not taken back.</summary>
public sealed record EndThesis(string Outcome, string Reason, Guid RowVersion) : BoardEdit
{
    internal override IEnumerable<Seen> Saw => [new(new(ItemKind.Thesis, BoardItems.Only), RowVersion)];

    internal override Outcome Edit(BoardContent board, WriteMoment moment) => board.Thesis switch
    {
        { Activated: null } => Data.Outcome.Refuse("ended", "Only an active thesis ends. Activate it first, or remove the board."),
        { Ended: not null } => Data.Outcome.Refuse("ended", "This thesis has ended already."),
        var thesis => Data.Outcome.Become(
            board with { Thesis = thesis with { Ended = new(new(moment.Utc), moment.Actor.Name, Outcome.Trim(), Reason.Trim()) } }, $"Ended the thesis “{thesis.Title}”: {Outcome.Trim()}"),
    };
}
