using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Features.Shares;

/// <summary>The documents that readers of a link may open: those that the evidence shown to them cites, where the link shows documents at all.</summary>
public sealed class CitedDocuments
{
    private readonly HashSet<Sha256> cited;

    private CitedDocuments(HashSet<Sha256> cited) => this.cited = cited;

    public static CitedDocuments Of(ShareLink link, BoardState board) =>
        new(link.ShowsDocuments ? [.. board.Evidence.Select(e => e.Item).SelectMany(Of)] : []);

    public bool Has(Sha256 hash) => cited.Contains(hash);

    private static IEnumerable<Sha256> Of(EvidenceItem evidence) => evidence.Anchor is { } anchor ? [anchor.Document] : [];
}
