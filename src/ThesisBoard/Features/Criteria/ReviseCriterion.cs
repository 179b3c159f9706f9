using ThesisBoard.Core.Theses;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Criteria;

/// <summary>
/// A new version of a criterion's contract, with the reason. Older versions are never changed, so what was judged under them stays as judged.
/// It is a draft, and judges once it is sealed. The number is given here; the version and the seal that the contract carries are not read.
/// </summary>
public sealed record ReviseCriterion(string Key, Contract Contract, Guid RowVersion) : BoardEdit
{
    internal override IEnumerable<Seen> Saw => [new(new(ItemKind.Criterion, Key), RowVersion)];

    internal override Outcome Edit(BoardContent board, WriteMoment moment)
    {
        if (BoardItems.Criteria.Get(board, Key) is not { } criterion)
            return Outcomes.NoItem(Key);
        if (string.IsNullOrWhiteSpace(Contract.Reason))
            return Outcome.Refuse("reason", "Say why the contract changes.");
        var last = criterion.Contracts[^1];
        if (last.Seal is null)
            return Outcome.Refuse("key", $"Version {last.Version} is a draft: edit it, or seal it first.");
        if (Contract.From < last.From)
            return Outcome.Refuse("from", $"Version {last.Version} begins on {last.From:yyyy-MM-dd}; a newer version cannot begin before it.");
        var next = Contract with { Version = last.Version + 1, Seal = null };
        return Outcome.Become(
            BoardItems.Criteria.Replace(board, criterion with { Contracts = [.. criterion.Contracts, next] }),
            $"Drafted version {next.Version} of “{criterion.Title}”: {next.Reason}");
    }
}
