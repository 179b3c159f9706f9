using ThesisBoard.Core.Rules;

namespace ThesisBoard.Core.Theses;

/// <summary>What a thesis still lacks before it can be activated: something that could prove it wrong, fixed beforehand.</summary>
public static class Readiness
{
    private const int Deepest = 16;

    /// <summary>Everything that is missing, at once; empty when the thesis can be activated. A draft counts as what it will be, and is named as a draft.</summary>
    public static IReadOnlyList<Problem> Of(Thesis thesis) =>
    [
        .. Lacking(thesis, _ => true),
        .. thesis.Criteria.Where(c => !c.IsSealed).Select(c => new Problem("$.thesis.criteria", $"“{c.Title}” is a draft. Seal it first.")),
    ];

    /// <summary>What an active thesis has on every day: a line with sealed legs, and a sealed criterion that could break.</summary>
    internal static IEnumerable<Problem> Lasting(Thesis thesis) => Lacking(thesis, c => c.IsSealed);

    private static IEnumerable<Problem> Lacking(Thesis thesis, Func<Criterion, bool> counts)
    {
        if (thesis.Line is not { Legs.Count: > 0 } line)
            yield return new("$.thesis.line", "There is no invalidation line: say what would make the thesis wrong, and by when.");
        else if (thesis.Criteria.FirstOrDefault(c => line.Legs.Contains(c.Key) && !counts(c)) is { } open)
            yield return new("$.thesis.line.legs", $"“{open.Title}” is a leg of the invalidation line and not sealed. Seal it first.");
        if (!thesis.Criteria.Any(c => counts(c) && IsDisconfirming(thesis, c)))
            yield return new("$.thesis.criteria", "No criterion could prove the thesis wrong: add one, as a risk or as a leg of the line, whose rule can answer Broken.");
    }

    /// <summary>It could prove the thesis wrong: a risk or a leg of the line, and its rule can answer Broken.</summary>
    public static bool IsDisconfirming(Thesis thesis, Criterion criterion) =>
        (criterion.Group == CriterionGroup.Risks || thesis.Line?.Legs.Contains(criterion.Key) == true)
        && criterion.Contracts.Any(c => CanBreak(c.Rule, thesis, 0));

    private static bool CanBreak(Rule rule, Thesis thesis, int depth) => rule switch
    {
        _ when depth > Deepest => false,
        ThresholdRule threshold => threshold.Break is not null,
        ChangeRule or OccurrenceRule or BalanceRule or JudgedRule => true,
        CompositeRule { Quorum: Quorum.None } => true,
        CompositeRule composite => composite.Parts.Any(p => (p.Rule ?? RuleOf(p.Criterion, thesis)) is { } part && CanBreak(part, thesis, depth + 1)),
        _ => false,
    };

    private static Rule? RuleOf(string? key, Thesis thesis) => thesis.Criteria.FirstOrDefault(c => c.Key == key) is { Contracts: [.., var newest] } ? newest.Rule : null;
}
