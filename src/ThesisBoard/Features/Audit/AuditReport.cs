using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Trust;

namespace ThesisBoard.Features.Audit;

/// <summary>How much of what there is was looked at. Nothing looked at is nothing that holds.</summary>
public enum AuditCover
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>Some is not at hand, or is taken from a file's word.</summary>
    Part,

    /// <summary>There was nothing to look at.</summary>
    Nothing,
}

/// <summary>One thing that was checked.</summary>
/// <param name="Name">What, in a few words.</param>
/// <param name="Checked">How much of it, in a sentence.</param>
/// <param name="Findings">What does not hold; empty when all does that was looked at.</param>
/// <param name="Cover">How much was looked at.</param>
public sealed record AuditCheck(string Name, string Checked, IReadOnlyList<AuditFinding> Findings, AuditCover Cover = AuditCover.Whole)
{
    /// <summary>The outcome in a word.</summary>
    public string Word => (Findings.Count, Cover) switch
    {
        ( > 0, _) => "Fails",
        (_, AuditCover.Whole) => "Holds",
        (_, AuditCover.Part) => "In part",
        _ => "Nothing",
    };
}

/// <summary>A board that was checked from its log to its standings.</summary>
/// <param name="Head">The hash of the newest entry of the log; null where there is none that could be read.</param>
public sealed record AuditReport(string Slug, long Version, Sha256? Head, IReadOnlyList<AuditCheck> Checks)
{
    public bool IsSound => Checks.All(c => c.Findings.Count == 0);

    /// <summary>Some of what the board cites could not be looked at.</summary>
    public bool IsPartial => Checks.Any(c => c.Cover == AuditCover.Part);

    public IEnumerable<AuditFinding> Findings => Checks.SelectMany(c => c.Findings);
}
