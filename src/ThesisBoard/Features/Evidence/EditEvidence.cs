using ThesisBoard.Core.Evidence;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Evidence;

/// <summary>Changes a claim, its source, grade, dates, quote or stances; its key and the time of its entry stay. With a source that is not on file yet, both in one step.</summary>
public sealed record EditEvidence(EvidenceItem Evidence, Guid RowVersion, Source? NewSource = null) : BoardEdit
{
    internal override IEnumerable<Seen> Saw => [new(new(ItemKind.Evidence, Evidence.Key), RowVersion)];

    internal override Outcome Edit(BoardContent board, WriteMoment moment) => BoardItems.Evidence.Get(board, Evidence.Key) is not { } old ? Outcomes.NoItem(Evidence.Key)
        : old.Withdrawn is { } withdrawal ? Outcome.Refuse("key", $"{withdrawal.By} withdrew this evidence: {withdrawal.Reason} Attach what is right anew.")
        : BoardItems.Evidence.Edit(BoardItems.Sources.AddNew(board, NewSource), Evidence with { Recorded = old.Recorded, Withdrawn = null }, $"Edited evidence: {Evidence.Claim}");
}
