using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Trust;

namespace ThesisBoard.Features.Audit;

/// <summary>One thing that was checked.</summary>
/// <param name="Name">What, in a few words.</param>
/// <param name="Checked">How much of it, in a sentence.</param>
/// <param name="Findings">What does not hold; empty when all does.</param>
public sealed record AuditCheck(string Name, string Checked, IReadOnlyList<AuditFinding> Findings);

/// <summary>A board that was checked from its log to its standings.</summary>
/// <param name="Head">The hash of the newest entry of the log; null where there is none that could be read.</param>
public sealed record AuditReport(string Slug, long Version, Sha256? Head, IReadOnlyList<AuditCheck> Checks)
{
    public bool IsSound => Checks.All(c => c.Findings.Count == 0);

    public IEnumerable<AuditFinding> Findings => Checks.SelectMany(c => c.Findings);
}
