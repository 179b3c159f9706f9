using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Evidence;

/// <summary>Attaches a claim with its stances; with a source that is not on file yet, both in one step.</summary>
public sealed record AttachEvidence(EvidenceItem Evidence, Source? NewSource = null) : BoardEdit
{
    internal override Outcome Edit(BoardContent board, WriteMoment moment)
    {
        if (NewSource is { } source && BoardItems.Sources.Get(board, source.Key) is not null)
            return Outcome.Refuse("source.key", $"There is already a source '{source.Key}'; choose it, or another name.");
        var with = NewSource is null ? board : BoardItems.Sources.Add(board, NewSource);
        return BoardItems.Evidence.Add(with, Evidence with { Recorded = new RecordedAt(moment.Utc) }, $"Attached evidence: {Evidence.Claim}");
    }
}
