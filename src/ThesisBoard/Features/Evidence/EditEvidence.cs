using ThesisBoard.Core.Evidence;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Evidence;

/// <summary>Changes a claim, its source, grade, dates, quote or stances; its key stays. With a source that is not on file yet, both in one step.</summary>
public sealed record EditEvidence(EvidenceItem Evidence, Guid RowVersion, Source? NewSource = null) : BoardEdit
{
    internal override IEnumerable<Seen> Saw => [new(new(ItemKind.Evidence, Evidence.Key), RowVersion)];

    internal override Outcome Edit(BoardContent board, WriteMoment moment) =>
        BoardItems.Evidence.Edit(BoardItems.Sources.AddNew(board, NewSource), Evidence, $"Edited evidence: {Evidence.Claim}");
}
