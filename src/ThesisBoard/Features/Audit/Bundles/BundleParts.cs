using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Trust;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Audit.Bundles;

/// <summary>Everything that goes into a bundle.</summary>
/// <param name="Log">The entries, oldest first; read as often as it is asked.</param>
/// <param name="Documents">What the board cites, described; those that are included are opened.</param>
internal sealed record BundleParts(
    string Slug,
    long Version,
    BoardContent Content,
    Func<IAsyncEnumerable<LogEntry>> Log,
    Sha256 Head,
    IReadOnlyList<QuoteState> Quotes,
    IReadOnlyList<ApprovalState> Approvals,
    IReadOnlyList<StandingDate> Standings,
    IReadOnlyList<BundleDocument> Documents,
    OpenDocument Open);
