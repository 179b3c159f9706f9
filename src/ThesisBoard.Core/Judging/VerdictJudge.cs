using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Judging;

/// <summary>
/// Broken if the invalidation line is crossed; else Strained if any criterion that counts is Broken; else Unproven if a leg is not Met; else Intact.
/// The reason is one sentence: what moved the verdict by its figures, the rest by name.
/// </summary>
internal static class VerdictJudge
{
    public static Verdict Judge(LineState? line, IReadOnlyList<CriterionState> criteria) =>
        line is { IsCrossed: true } && criteria.Count > 0 ? Verdict.Broken
        : criteria.Any(c => c.Counts && c.Standing == Standing.Broken) ? Verdict.Strained
        : line is null || line.Legs.Count == 0 || line.Legs.Any(l => l.Standing != Standing.Met) ? Verdict.Unproven
        : Verdict.Intact;

    /// <summary>Why the verdict is what it is.</summary>
    public static VerdictReason Reason(Verdict verdict, LineState? line, IReadOnlyList<CriterionState> criteria, int late)
    {
        if (criteria.Count == 0)
            return new VerdictReason("Nothing is asked yet: the thesis has no criterion", "");
        var named = new HashSet<string>(StringComparer.Ordinal);
        var main = verdict switch
        {
            Verdict.Broken => Crossed(line!, named),
            Verdict.Strained => Strained(line, criteria, named),
            Verdict.Unproven => Unproven(line, named),
            _ => Words.List(Clauses(line!.Legs, named)),
        };
        return new VerdictReason(Words.Start(main), Rest(criteria, named, late));
    }

    private static string Crossed(LineState line, HashSet<string> named)
    {
        var met = Clauses(Legs(line, met: true), named);
        return $"the line of {(line.Due is { } due ? Figures.Date(due) : "its deadline")} is crossed{(met.Count > 0 ? $", although {Words.List(met)}" : "")}: "
            + $"{Words.List(Clauses(Legs(line, met: false), named))}, so {line.Consequence.TrimEnd('.')}";
    }

    private static string Strained(LineState? line, IReadOnlyList<CriterionState> criteria, HashSet<string> named)
    {
        var met = line is null ? [] : Clauses(Legs(line, met: true), named);
        var broken = Clauses(criteria.Where(c => c.Counts && c.Standing == Standing.Broken), named);
        var open = line is null ? [] : Clauses(Legs(line, met: false).Where(l => l.IsOpen), named);
        var trouble = Words.List([.. broken, .. open]);
        return met.Count > 0 ? $"{Words.List(met)}, but {trouble}" : trouble;
    }

    private static string Unproven(LineState? line, HashSet<string> named)
    {
        if (line is null || line.Legs.Count == 0)
            return "the thesis has no invalidation line yet";
        var met = Clauses(Legs(line, met: true), named);
        var rest = Words.List(Clauses(Legs(line, met: false), named));
        return met.Count > 0 ? $"{Words.List(met)}, but {rest}" : rest;
    }

    /// <summary>What does not move the verdict by itself is still named; first, that reports are missing since.</summary>
    private static string Rest(IReadOnlyList<CriterionState> criteria, HashSet<string> named, int late)
    {
        var rest = criteria.Where(c => c.Counts && c.Standing != Standing.Met && !named.Contains(c.Key)).ToList();
        var clauses = rest.GroupBy(c => c.Standing).OrderBy(g => g.Key == Standing.Broken ? 0 : 1).ThenBy(g => g.Key)
            .Select(g => $"{Words.Of(g.Key)}: {Words.List([.. g.Select(c => $"\u201c{c.Title}\u201d")])}");
        return string.Join("; ", late > 0 ? clauses.Prepend(Late(late)) : clauses);
    }

    private static string Late(int reports) =>
        $"{(reports == 1 ? "a report is" : $"{Figures.Count(reports, "report")} are")} past due and not on file, so this may be older than what is known";

    private static IEnumerable<CriterionState> Legs(LineState line, bool met) => line.Legs.Where(l => (l.Standing == Standing.Met) == met);

    private static List<string> Clauses(IEnumerable<CriterionState> criteria, HashSet<string> named)
    {
        var clauses = new List<string>();
        foreach (var criterion in criteria)
        {
            named.Add(criterion.Key);
            clauses.Add(criterion.Rule.Clause.TrimEnd('.'));
        }

        return clauses;
    }
}
