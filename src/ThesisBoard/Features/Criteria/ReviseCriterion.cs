using ThesisBoard.Core.Theses;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Criteria;

/// <summary>
/// A new version of a criterion's contract, with the reason. Older versions are never changed, so what was judged under them stays as judged.
/// The number is given here; the version that the contract carries is not read.
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
        if (Contract.From < last.From)
            return Outcome.Refuse("from", $"Version {last.Version} begins on {last.From:yyyy-MM-dd}; a newer version cannot begin before it.");
        var next = Contract with { Version = last.Version + 1 };
        return Outcome.Become(
            BoardItems.Criteria.Replace(board, criterion with { Contracts = [.. criterion.Contracts, next] }),
            $"Version {next.Version} of “{criterion.Title}”: {next.Reason}");
    }
}
