using ThesisBoard.Core.Theses;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Criteria;

/// <summary>Adds a checklist item with the first version of its contract, as a draft; a seal that it carries is not read.</summary>
public sealed record AddCriterion(Criterion Criterion) : BoardEdit
{
    internal override Outcome Edit(BoardContent board, WriteMoment moment) =>
        BoardItems.Criteria.Add(board, Criterion with { Contracts = [.. Criterion.Contracts.Select(c => c with { Seal = null })] }, $"Added the criterion “{Criterion.Title}”");
}
