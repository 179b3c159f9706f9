using ThesisBoard.Data;

namespace ThesisBoard.Features.Criteria;

/// <summary>Throws away a new version that was never sealed. The first version goes only with its criterion.</summary>
public sealed record DropDraft(string Key, Guid RowVersion) : BoardEdit
{
    internal override IEnumerable<Seen> Saw => [new(new(ItemKind.Criterion, Key), RowVersion)];

    internal override Outcome Edit(BoardContent board, WriteMoment moment)
    {
        if (BoardItems.Criteria.Get(board, Key) is not { } criterion)
            return Outcomes.NoItem(Key);
        if (criterion.Contracts is not [_, .., { Seal: null } draft])
            return Outcome.Refuse("key", $"“{criterion.Title}” has no draft that could be thrown away.");
        return Outcome.Become(
            BoardItems.Criteria.Replace(board, criterion with { Contracts = [.. criterion.Contracts.SkipLast(1)] }),
            $"Threw away the draft of version {draft.Version} of “{criterion.Title}”");
    }
}
