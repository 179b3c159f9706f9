using ThesisBoard.Core.Theses;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Criteria;

/// <summary>
/// Changes the newest version of a contract in place, while it is a draft. A sealed version is changed by a new one: <see cref="ReviseCriterion"/>.
/// The number stays; the version and the seal that the contract carries are not read.
/// </summary>
public sealed record EditDraft(string Key, Contract Contract, Guid RowVersion) : BoardEdit
{
    internal override IEnumerable<Seen> Saw => [new(new(ItemKind.Criterion, Key), RowVersion)];

    internal override Outcome Edit(BoardContent board, WriteMoment moment)
    {
        if (BoardItems.Criteria.Get(board, Key) is not { } criterion)
            return Outcomes.NoItem(Key);
        var last = criterion.Contracts[^1];
        if (last.Seal is not null)
            return Outcome.Refuse("key", $"Version {last.Version} is sealed. Make a new version, with the reason.");
        if (board.Record.Judgements.Any(j => j.Criterion == Key && j.Version == last.Version))
            return Outcome.Refuse("key", $"Somebody judged version {last.Version} as it stands. Withdraw that judgement first, or seal this version and make a new one.");
        var draft = Contract with { Version = last.Version, Seal = null };
        return Outcome.Become(
            BoardItems.Criteria.Replace(board, criterion with { Contracts = [.. criterion.Contracts.SkipLast(1), draft] }),
            $"Edited the draft of version {draft.Version} of “{criterion.Title}”");
    }
}
