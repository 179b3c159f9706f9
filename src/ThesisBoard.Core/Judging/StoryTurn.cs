using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Judging;

/// <summary>A date on which something became known, or on which a passed deadline alone moved something.</summary>
public sealed record StoryTurn
{
    /// <summary>The date.</summary>
    public required DateOnly On { get; init; }

    /// <summary>What became known on it, source by source, the strongest first.</summary>
    public required IReadOnlyList<StoryArrival> Arrivals { get; init; }

    /// <summary>What people judged on it.</summary>
    public required IReadOnlyList<Judgement> Judgements { get; init; }

    /// <summary>The standings that began or moved on it, in the thesis's order.</summary>
    public required IReadOnlyList<StoryMove> Moves { get; init; }

    /// <summary>The verdict in force; null while nothing has a standing.</summary>
    public required VerdictChange? Verdict { get; init; }

    /// <summary>The verdict before, when it turned on this date; else null.</summary>
    public required Verdict? VerdictBefore { get; init; }

    /// <summary>Every criterion's standing in force, by key.</summary>
    public required IReadOnlyDictionary<string, Standing> Standings { get; init; }

    /// <summary>The verdict or a standing is another one than before; a beginning is no move.</summary>
    public bool HasMoved => VerdictBefore is not null || Moves.Any(m => m.Before is not null);

    /// <summary>Nothing became known: what moved, moved because time passed.</summary>
    public bool IsSilent => Arrivals.Count == 0 && Judgements.Count == 0;

    /// <summary>How many pieces of evidence came in.</summary>
    public int EvidenceCount => Arrivals.Sum(a => a.Evidence.Count);

    /// <summary>How many figures came in.</summary>
    public int FigureCount => Arrivals.Sum(a => a.Figures.Count);
}

/// <summary>What one source brought on one date.</summary>
/// <param name="Source">The source.</param>
/// <param name="Evidence">The claims taken from it.</param>
/// <param name="Figures">The figures taken from it, in the thesis's order of metrics, by period.</param>
public sealed record StoryArrival(Source Source, IReadOnlyList<EvidenceState> Evidence, IReadOnlyList<StoryFigure> Figures);

/// <summary>A figure that came in.</summary>
public sealed record StoryFigure(Metric Metric, Observation Observation);

/// <summary>A standing that began or moved.</summary>
/// <param name="Criterion">The criterion's key.</param>
/// <param name="Title">Its title.</param>
/// <param name="Before">What it was; null where it begins.</param>
/// <param name="Change">What it is from this date on, under which version, and why.</param>
public sealed record StoryMove(string Criterion, string Title, StandingChange? Before, StandingChange Change)
{
    /// <summary>The question was changed: another version of the contract judges from this date on.</summary>
    public bool IsNewVersion => Before is not null && Before.Version != Change.Version;
}
