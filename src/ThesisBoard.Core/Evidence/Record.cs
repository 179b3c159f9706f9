using System.Text.Json.Serialization;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Evidence;

/// <summary>Everything on file for a thesis. The order of its lists means nothing.</summary>
public sealed record Record
{
    /// <summary>A record with nothing on file.</summary>
    public static Record Empty { get; } = new();

    /// <summary>Where things were read.</summary>
    public IReadOnlyList<Source> Sources { get; init; } = [];

    /// <summary>The figures.</summary>
    public IReadOnlyList<Observation> Observations { get; init; } = [];

    /// <summary>The claims.</summary>
    public IReadOnlyList<EvidenceItem> Evidence { get; init; } = [];

    /// <summary>What is evidenced of each milestone.</summary>
    public IReadOnlyList<Proof> Proofs { get; init; } = [];

    /// <summary>Public claims that disagree, as an editor wrote them down.</summary>
    public IReadOnlyList<Conflict> Conflicts { get; init; } = [];

    /// <summary>What people judged.</summary>
    public IReadOnlyList<Judgement> Judgements { get; init; } = [];

    /// <summary>Who approved what. Kept beside the thesis file and never read from one.</summary>
    [JsonIgnore]
    public IReadOnlyList<Approval> Approvals { get; init; } = [];
}

/// <summary>One element of a milestone, evidenced by one piece of evidence.</summary>
/// <param name="Milestone">The milestone's key.</param>
/// <param name="Element">What is evidenced.</param>
/// <param name="Evidence">The evidence item's key; its publication date and grade count.</param>
/// <param name="Amount">The amount, where the element has one: dollars, megawatts.</param>
public sealed record Proof(string Milestone, Element Element, string Evidence, Quantity? Amount = null);

/// <summary>Two or more public claims about one thing that disagree.</summary>
/// <param name="Key">The stable name.</param>
/// <param name="Topic">What they disagree about.</param>
/// <param name="Sides">The claims, at least two.</param>
/// <param name="Metric">The metric's key, where the claims are about a figure of one.</param>
/// <param name="Period">What that figure is about in time; given together with the metric.</param>
/// <param name="Tolerance">How far apart two values may lie and still agree, in the unit of the values; null is not at all.</param>
public sealed record Conflict(string Key, string Topic, IReadOnlyList<ConflictSide> Sides, string? Metric = null, Period? Period = null, decimal? Tolerance = null);

/// <summary>One of the claims of a <see cref="Conflict"/>.</summary>
/// <param name="Claim">What is claimed, in our own words.</param>
/// <param name="Source">The source's key; its grade decides which side ranks higher.</param>
/// <param name="Value">The amount that is claimed, where one is stated; the claim's words say how exactly.</param>
public sealed record ConflictSide(string Claim, string Source, Quantity? Value = null);

/// <summary>What a person judged about a criterion under one version of its contract, with the reason.</summary>
public sealed record Judgement
{
    /// <summary>The stable name; unique in a record.</summary>
    public required string Key { get; init; }

    /// <summary>The criterion's key.</summary>
    public required string Criterion { get; init; }

    /// <summary>The version of the contract that was judged. Under another version this judgement does not count.</summary>
    public required int Version { get; init; }

    /// <summary>What the person says.</summary>
    public required Standing Standing { get; init; }

    /// <summary>Why; never empty.</summary>
    public required string Reason { get; init; }

    /// <summary>Who.</summary>
    public required string By { get; init; }

    /// <summary>From when on the judgement is known.</summary>
    public required PublishedOn Published { get; init; }

    /// <summary>The evidence it rests on, by key.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];
}
