using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Evidence;

/// <summary>What kind of thing a standing rests on.</summary>
public enum BasisKind
{
    /// <summary>The criterion's contract.</summary>
    Contract,

    /// <summary>The invalidation line, where the contract is due with it.</summary>
    Line,

    /// <summary>A metric that the rule reads, its formula included.</summary>
    Metric,

    /// <summary>A figure of such a metric.</summary>
    Observation,

    /// <summary>A claim with a stance to the criterion, or one that a judgement or a proof cites.</summary>
    Evidence,

    /// <summary>What evidences a milestone that the rule counts.</summary>
    Proof,

    /// <summary>What a person judged.</summary>
    Judgement,

    /// <summary>Where one of these was read.</summary>
    Source,
}

/// <summary>One thing that a standing rests on, with the hash of all its words.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Its key on the board.</param>
/// <param name="Digest">The SHA-256 of its canonical JSON: another content is another digest.</param>
public sealed record BasisItem(BasisKind Kind, string Key, Sha256 Digest);

/// <summary>
/// A person looked at everything that a criterion rests on, and agrees. It holds for exactly what was seen; whatever changes since makes it out of date.
/// Not part of the thesis file: nobody brings one in.
/// </summary>
public sealed record Approval
{
    /// <summary>The stable name; unique in a record.</summary>
    public required string Key { get; init; }

    /// <summary>The criterion's key.</summary>
    public required string Criterion { get; init; }

    /// <summary>The hash over the basis that was seen.</summary>
    public required Sha256 Basis { get; init; }

    /// <summary>What the basis was made of.</summary>
    public required IReadOnlyList<BasisItem> Items { get; init; }

    /// <summary>The account of the reviewer: names can be chosen, this cannot.</summary>
    public required Guid Reviewer { get; init; }

    /// <summary>The reviewer's name at that time.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required RecordedAt At { get; init; }
}
