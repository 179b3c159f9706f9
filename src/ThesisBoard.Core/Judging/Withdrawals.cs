using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;

namespace ThesisBoard.Core.Judging;

/// <summary>A withdrawn figure with its source.</summary>
/// <param name="Observation">The figure.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="Published">When the public could know it.</param>
public sealed record WithdrawnFigure(Observation Observation, Source Source, PublishedOn Published);

/// <summary>What is withdrawn, latest withdrawal first.</summary>
/// <param name="Evidence">The claims.</param>
/// <param name="Figures">The figures.</param>
public sealed record Withdrawals(IReadOnlyList<EvidenceState> Evidence, IReadOnlyList<WithdrawnFigure> Figures)
{
    /// <summary>Nothing.</summary>
    public static Withdrawals None { get; } = new([], []);

    /// <summary>How many there are.</summary>
    public int Count => Evidence.Count + Figures.Count;

    /// <summary>What a criterion would look at if it were not withdrawn.</summary>
    public Withdrawals For(CriterionState criterion)
    {
        if (Count == 0)
            return this;
        var metrics = RuleInputs.Of(criterion.Contract.Rule).Metrics;
        return new([.. Evidence.Where(e => e.Item.Stances.Any(s => s.Criterion == criterion.Key))], [.. Figures.Where(f => metrics.Contains(f.Observation.Metric))]);
    }

    internal static Withdrawals Of(Record record, IReadOnlyDictionary<string, Source> sources)
    {
        var evidence =
            from item in record.Evidence
            where item.Withdrawn is not null && sources.ContainsKey(item.Source)
            let source = sources[item.Source]
            orderby item.Withdrawn!.At.Utc descending, item.Key
            select new EvidenceState(item, source, item.Grade ?? source.Grade, item.Published ?? source.Published);
        var figures =
            from figure in record.Observations
            where figure.Withdrawn is not null && sources.ContainsKey(figure.Source)
            let source = sources[figure.Source]
            orderby figure.Withdrawn!.At.Utc descending, figure.Key
            select new WithdrawnFigure(figure, source, figure.Published ?? source.Published);
        var all = new Withdrawals([.. evidence], [.. figures]);
        return all.Count == 0 ? None : all;
    }

    internal Withdrawals KnownOn(DateOnly asOf) => Count == 0 ? this
        : new([.. Evidence.Where(e => e.Published.IsKnown(asOf))], [.. Figures.Where(f => f.Published.IsKnown(asOf))]);
}
