using ThesisBoard.Core.Theses;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Criteria;

/// <summary>
/// Seals every draft of a criterion: its words are fixed from now on, and cannot be taken back. A version that replaces a sealed one judges from the day of
/// sealing at the earliest.
/// </summary>
public sealed record SealCriterion(string Key, Guid RowVersion) : BoardEdit
{
    internal override IEnumerable<Seen> Saw => [new(new(ItemKind.Criterion, Key), RowVersion)];

    internal override Outcome Edit(BoardContent board, WriteMoment moment)
    {
        if (BoardItems.Criteria.Get(board, Key) is not { } criterion)
            return Outcomes.NoItem(Key);
        var drafts = criterion.Contracts.Count(c => c.Seal is null);
        if (drafts == 0)
            return Outcome.Refuse("key", $"“{criterion.Title}” is sealed already.");
        var next = Sealing.Close(criterion, moment);
        return Outcome.Become(BoardItems.Criteria.Replace(board, next), $"Sealed version {next.Contracts[^1].Version} of “{criterion.Title}”");
    }
}

/// <summary>What sealing makes of a criterion.</summary>
internal static class Sealing
{
    public static Criterion Close(Criterion criterion, WriteMoment moment)
    {
        var isFirst = !criterion.IsSealed;
        return criterion with { Contracts = [.. criterion.Contracts.Select(c => c.Seal is null ? Close(criterion.Key, c, isFirst, moment) : c)] };
    }

    private static Contract Close(string key, Contract contract, bool isFirst, WriteMoment moment) =>
        Seal.Close(key, isFirst || contract.From >= moment.Today ? contract : contract with { From = moment.Today }, new(moment.Utc), moment.Actor.Name);
}
