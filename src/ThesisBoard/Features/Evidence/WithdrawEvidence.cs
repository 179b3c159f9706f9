using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Evidence;

/// <summary>Says that a claim counts no longer, and why. It stays on file, and so does what cites it.</summary>
public sealed record WithdrawEvidence(string Key, string Reason, Guid RowVersion) : BoardEdit
{
    internal override IEnumerable<Seen> Saw => [new(new(ItemKind.Evidence, Key), RowVersion)];

    internal override Outcome Edit(BoardContent board, WriteMoment moment)
    {
        if (BoardItems.Evidence.Get(board, Key) is not { } item)
            return Outcomes.NoItem(Key);
        if (item.Withdrawn is { } earlier)
            return Outcome.Refuse("key", $"{earlier.By} withdrew this already: {earlier.Reason}");
        if (string.IsNullOrWhiteSpace(Reason))
            return Outcome.Refuse("reason", "Say why it is withdrawn.");
        var withdrawn = item with { Withdrawn = new(new RecordedAt(moment.Utc), moment.Actor.Name, Reason.Trim()) };
        return Outcome.Become(BoardItems.Evidence.Replace(board, withdrawn), $"Withdrew evidence: {item.Claim} Reason: {Reason.Trim()}");
    }
}
