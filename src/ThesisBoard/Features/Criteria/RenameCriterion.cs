using ThesisBoard.Core.Theses;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Criteria;

/// <summary>Changes the title or the group. Neither takes part in judging, so no new version is needed.</summary>
public sealed record RenameCriterion(string Key, string Title, CriterionGroup Group, Guid RowVersion) : BoardEdit
{
    internal override IEnumerable<Seen> Saw => [new(new(ItemKind.Criterion, Key), RowVersion)];

    internal override Outcome Edit(BoardContent board, WriteMoment moment) => BoardItems.Criteria.Get(board, Key) is { } criterion
        ? Outcome.Become(BoardItems.Criteria.Replace(board, criterion with { Title = Title, Group = Group }), $"Renamed “{criterion.Title}” to “{Title}”")
        : Outcomes.NoItem(Key);
}
