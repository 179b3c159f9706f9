using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;

namespace ThesisBoard.Core.Judging;

/// <summary>What changed since an approval, in words.</summary>
public static class BasisWords
{
    /// <summary>"2 figures and 1 piece of evidence changed, 1 source added".</summary>
    public static string Of(IReadOnlyList<BasisChange> changes)
    {
        var steps = changes.GroupBy(c => c.Step).OrderBy(g => g.Key)
            .Select(g => $"{Words.List([.. g.GroupBy(c => c.Kind).OrderBy(k => Place(k.Key)).Select(k => Counted(k.Key, k.Count()))])} {Done(g.Key)}");
        return Words.Start(string.Join(", ", steps));
    }

    /// <summary>"2 figures", "the contract".</summary>
    public static string Counted(BasisKind kind, int count) => kind switch
    {
        BasisKind.Contract => count == 1 ? "the contract" : Figures.Count(count, "contract"),
        BasisKind.Line => "the invalidation line",
        BasisKind.Metric => Figures.Count(count, "metric"),
        BasisKind.Observation => Figures.Count(count, "figure"),
        BasisKind.Evidence => Figures.Count(count, "piece of evidence", "pieces of evidence"),
        BasisKind.Proof => Figures.Count(count, "proof"),
        BasisKind.Judgement => Figures.Count(count, "judgement"),
        _ => Figures.Count(count, "source"),
    };

    /// <summary>"figure", "piece of evidence".</summary>
    public static string Name(BasisKind kind) => kind switch
    {
        BasisKind.Observation => "figure",
        BasisKind.Evidence => "evidence",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>"changed", "added", "gone".</summary>
    public static string Done(BasisStep step) => step switch
    {
        BasisStep.Added => "added",
        BasisStep.Gone => "gone",
        _ => "changed",
    };

    /// <summary>Figures and evidence first: they are what a reader looks for.</summary>
    private static int Place(BasisKind kind) => kind switch
    {
        BasisKind.Observation => -2,
        BasisKind.Evidence => -1,
        _ => (int)kind,
    };
}
