using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Evidence;

/// <summary>Attaches a claim with its stances; with a source that is not on file yet, both in one step.</summary>
public sealed record AttachEvidence(EvidenceItem Evidence, Source? NewSource = null) : BoardEdit
{
    internal override Outcome Edit(BoardContent board, WriteMoment moment) =>
        BoardItems.Evidence.Add(BoardItems.Sources.AddNew(board, NewSource), Evidence with { Recorded = new RecordedAt(moment.Utc), Withdrawn = null }, $"Attached evidence: {Evidence.Claim}");
}
