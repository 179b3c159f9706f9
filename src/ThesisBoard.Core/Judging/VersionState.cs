using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Judging;

/// <summary>What was known toward a criterion when its contract was sealed.</summary>
/// <param name="Evidence">Pieces of evidence that were public.</param>
/// <param name="Figures">Figures of the metrics that the rule reads that were public.</param>
/// <param name="EvidenceOnFile">Those pieces that were on this board by then.</param>
/// <param name="FiguresOnFile">Those figures that were on this board by then.</param>
public sealed record KnownAtSeal(int Evidence, int Figures, int EvidenceOnFile, int FiguresOnFile)
{
    /// <summary>It was sealed before anything was public that speaks to it.</summary>
    public bool IsBlind => Evidence + Figures == 0;
}

/// <summary>One version of a criterion's contract on a date.</summary>
/// <param name="Contract">The version.</param>
/// <param name="Before">The version before it; null for the first.</param>
/// <param name="State">What this version alone says on the date: an old version's verdict stays beside the new one's.</param>
/// <param name="IsInForce">It is the version that judges on the date.</param>
/// <param name="Known">What was known when it was sealed; null for a draft.</param>
public sealed record VersionState(Contract Contract, Contract? Before, CriterionState State, bool IsInForce, KnownAtSeal? Known)
{
    /// <summary>It judges days that lay before its sealing.</summary>
    public bool JudgesThePast => Contract.Seal is { } seal && (Before is null || Contract.From < seal.At.Date);
}

/// <summary>Judges every version of a contract by itself.</summary>
internal static class VersionJudge
{
    public static IReadOnlyList<VersionState> Of(CriterionState state, RecordIndex index, DateOnly asOf)
    {
        if (index.Criterion(state.Key) is not { } criterion)
            return [];
        RecordView? view = null;
        var before = criterion.Contracts.Prepend(null).Zip(criterion.Contracts, (old, now) => (Old: old, Now: now));
        return
        [
            .. before.Reverse().Select(v => new VersionState(
                v.Now,
                v.Old,
                v.Now.Version == state.Contract.Version ? state : CriterionJudge.Judge(criterion with { Contracts = [v.Now] }, index, view ??= new(index, asOf)),
                v.Now.Version == state.Contract.Version,
                v.Now.Seal is { } seal ? Known(criterion.Key, v.Now.Rule, seal, index) : null)),
        ];
    }

    private static KnownAtSeal Known(string key, Rule rule, Seal seal, RecordIndex index)
    {
        var inputs = RuleInputs.Of(rule);
        var proofs = index.Record.Proofs.Where(p => inputs.Milestones.Contains(p.Milestone)).Select(p => p.Evidence).ToHashSet(StringComparer.Ordinal);

        // What is withdrawn since was known all the same: a seal does not become blind afterwards.
        var evidence = index.Evidence.NewestFirst.Concat(index.Withdrawn.Evidence)
            .Where(e => (proofs.Contains(e.Item.Key) || e.Item.Stances.Any(s => s.Criterion == key)) && e.Published.IsKnown(seal.At.Date)).ToList();
        var metrics = inputs.Metrics.SelectMany(index.Formulas.Closure).ToHashSet(StringComparer.Ordinal);
        var figures = index.Record.Observations
            .Where(o => metrics.Contains(o.Metric) && (o.Published ?? index.Source(o.Source)?.Published)?.IsKnown(seal.At.Date) == true).ToList();
        return new(
            evidence.Count,
            figures.Count,
            evidence.Count(e => WasOnFile(e.Item.Recorded, seal)),
            figures.Count(o => WasOnFile(o.Recorded, seal)));
    }

    /// <summary>What came with a file says no time of entry: it was there from the beginning.</summary>
    private static bool WasOnFile(Quantities.RecordedAt? recorded, Seal seal) => recorded is not { } at || at.Utc <= seal.At.Utc;
}
