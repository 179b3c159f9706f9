using ThesisBoard.Core.Theses;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Theses;

/// <summary>Changes the title, the claim and the issuer; the name in links stays.</summary>
public sealed record EditThesis(string Title, string Claim, Issuer Issuer, Guid RowVersion) : BoardEdit
{
    internal override IEnumerable<Seen> Saw => [new(new(ItemKind.Thesis, BoardItems.Only), RowVersion)];

    internal override Outcome Edit(BoardContent board, WriteMoment moment) =>
        Outcome.Become(board with { Thesis = board.Thesis with { Title = Title, Claim = Claim, Issuer = Issuer } }, $"Edited the thesis “{Title}”");
}
