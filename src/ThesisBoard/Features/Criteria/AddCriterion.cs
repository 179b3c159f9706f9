using ThesisBoard.Core.Theses;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Criteria;

/// <summary>Adds a checklist item with the first version of its contract.</summary>
public sealed record AddCriterion(Criterion Criterion) : BoardEdit
{
    internal override Outcome Edit(BoardContent board, WriteMoment moment) =>
        BoardItems.Criteria.Add(board, Criterion, $"Added the criterion “{Criterion.Title}”");
}
