using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Shell;

namespace ThesisBoard.Features.Documents;

/// <summary>An item of evidence and what became of its passage in a document.</summary>
/// <param name="Ink">Where it stands on the page; null when it is lost.</param>
public sealed record AnchoredEvidence(EvidenceItem Item, AnchorFinding Finding, InkRange? Ink)
{
    /// <summary>The evidence that is anchored in <paramref name="anchoredIn"/>, looked up in the text of <paramref name="reading"/>.</summary>
    public static IReadOnlyList<AnchoredEvidence> Of(IEnumerable<EvidenceItem> evidence, Sha256 anchoredIn, DocumentReading reading) =>
    [
        .. evidence.Where(e => e.Anchor is { } anchor && anchor.Document == anchoredIn).Select(item => Of(item, reading))
            .OrderBy(e => e.Ink?.At ?? int.MaxValue),
    ];

    private static AnchoredEvidence Of(EvidenceItem item, DocumentReading reading)
    {
        var finding = AnchorCheck.Of(item.Anchor!, reading.Hash, reading.Text.Text);
        return new(item, finding, finding.Place is { Length: > 0 } place ? reading.Ink.Of(place) : null);
    }

    /// <summary>The state in a word.</summary>
    public string Word => StandingLook.Of(Finding.State).Word;

    /// <summary>The state in a sentence.</summary>
    public string Says => (Finding.State, Finding.Loss) switch
    {
        (AnchorState.Exact, _) => "The quote stands here word for word, with all of what stood around it.",
        (AnchorState.Moved, _) => "The quote stands here word for word; some of what stood around it is different.",
        (AnchorState.Changed, _) => "Other words stand in its place.",
        (_, AnchorLoss.Removed) => "The passage was taken out: what stood before and after it now stands side by side.",
        (_, AnchorLoss.Ambiguous) => "More than one place answers equally well; none was chosen.",
        _ => "The quote does not stand here in what stood around it.",
    };
}
