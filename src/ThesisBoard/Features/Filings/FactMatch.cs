using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Filings;

namespace ThesisBoard.Features.Filings;

/// <summary>How a fact of a filing relates to what is on file for the same metric, period and unit.</summary>
public enum MatchState
{
    /// <summary>Nothing is on file for this period.</summary>
    New,

    /// <summary>The figure on file agrees within the precision of both.</summary>
    SameAsOnFile,

    /// <summary>The issuer's own figure on file differs, and this filing is newer.</summary>
    Restates,

    /// <summary>The figure on file differs, and nothing says that this one takes its place.</summary>
    Differs,
}

/// <summary>A fact of a filing that a metric's concepts name.</summary>
public sealed record FactMatch
{
    public required Metric Metric { get; init; }

    /// <summary>The concept that counts for the metric in this filing: the one with the newest period.</summary>
    public required ConceptName Concept { get; init; }

    public required Period Period { get; init; }

    /// <summary>The exact value in the fact's own unit.</summary>
    public required Quantity Value { get; init; }

    /// <summary>As XBRL's decimals; null where the filing states none.</summary>
    public required int? Decimals { get; init; }

    /// <summary>The fact; for a derived quarter, the longer of the two year-to-date facts.</summary>
    public required Fact Fact { get; init; }

    /// <summary>What was subtracted to derive a quarter from year-to-date figures; null for a fact as stated.</summary>
    public Subtrahend? Less { get; init; }

    /// <summary>The figure on file for the same period and unit.</summary>
    public Figure? OnFile { get; init; }

    public required MatchState State { get; init; }

    /// <summary>False where the fact is in another unit than the metric: shown, never compared.</summary>
    public bool IsComparable => Value.Unit == Metric.Unit;

    public bool IsDerived => Less is not null;
}

/// <summary>The earlier year-to-date figure: from the same filing, or on file.</summary>
public sealed record Subtrahend(Period Period, Quantity Value, Fact? Fact, Figure? OnFile);

/// <summary>Facts of a metric's concept that give no figure, and why.</summary>
public sealed record FactLeftOut(Metric Metric, string Concept, string Reason);

/// <summary>What a filing holds for a thesis's metrics: the newest periods first, and in each the order of the thesis.</summary>
public sealed record MatchedFacts(IReadOnlyList<FactMatch> Matches, IReadOnlyList<FactLeftOut> LeftOut);
