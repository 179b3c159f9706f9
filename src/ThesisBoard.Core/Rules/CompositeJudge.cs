using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Rules;

/// <summary>
/// Joins parts. For "all": the worst known part speaks (Broken, then Strained), then what is missing, then Met. The others count parts that are Met;
/// while the missing parts could still decide, the whole is unknown.
/// </summary>
internal static class CompositeJudge
{
    public static RuleAnswer Judge(CompositeRule rule, RuleInput input, int depth)
    {
        var parts = new List<RuleAnswer>(rule.Parts.Count);
        foreach (var part in rule.Parts)
        {
            if (AnswerOf(part, input, depth) is var answer && !(part.Optional && IsMissing(answer)))
                parts.Add(answer);
        }

        if (parts.Count == 0)
            return new(() => new("Nothing is on file for any part.", "nothing is on file for any part")) { Standing = Standing.Unknown };

        var standing = rule.Quorum == Quorum.All ? Worst(parts) : Count(rule, parts);
        var speaking = parts.Where(p => p.Standing == standing || (rule.Quorum == Quorum.None && p.Standing == Standing.Met)).ToList();
        var first = (speaking.Count > 0 ? speaking : parts)[0];
        return new(() => Tell(rule, parts, speaking.Count > 0 ? speaking : parts))
        {
            Standing = standing,
            Progress = (decimal)parts.Count(p => p.Standing == Standing.Met) / parts.Count,
            Distance = first.Distance,
            Used = Used(parts),
            WeakestEvidence = parts.Min(p => p.WeakestEvidence),
            Metric = first.Metric,
        };
    }

    /// <summary>The figures of all parts, each once.</summary>
    private static IReadOnlyList<Figure> Used(List<RuleAnswer> parts)
    {
        if (parts.Count == 1)
            return parts[0].Used;
        var used = new List<Figure>();
        foreach (var part in parts)
        {
            for (var i = 0; i < part.Used.Count; i++)
            {
                if (!used.Contains(part.Used[i]))
                    used.Add(part.Used[i]);
            }
        }

        return used;
    }

    private static RuleWords Tell(CompositeRule rule, List<RuleAnswer> parts, List<RuleAnswer> speaking)
    {
        var first = speaking[0];
        var told = rule.Quorum == Quorum.All ? parts.Where(p => !IsMissing(p) || p == first) : parts;
        return new(
            string.Join(" ", told.OrderBy(p => p != first).Select(p => p.Sentence)), Words.List([.. speaking.Select(p => p.Clause)]), first.Now, first.Line);
    }

    private static Standing Worst(List<RuleAnswer> parts)
    {
        foreach (var standing in (Standing[])[Standing.Broken, Standing.Strained, Standing.Undisclosed, Standing.Unknown, Standing.Unverifiable])
        {
            if (parts.Exists(p => p.Standing == standing))
                return standing;
        }

        return Standing.Met;
    }

    private static Standing Count(CompositeRule rule, List<RuleAnswer> parts)
    {
        var met = parts.Count(p => p.Standing == Standing.Met);
        var open = parts.Count(IsMissing);
        if (rule.Quorum == Quorum.None)
            return met > 0 ? Standing.Broken : open > 0 ? Standing.Unknown : Standing.Met;
        var needed = rule.Quorum == Quorum.Any ? 1 : rule.Least;
        if (met >= needed)
            return Standing.Met;
        if (met + open >= needed)
            return parts.Exists(p => p.Standing == Standing.Strained) ? Standing.Strained : Standing.Unknown;
        return met + parts.Count(p => p.Standing == Standing.Strained) + open >= needed ? Standing.Strained : Standing.Broken;
    }

    private static RuleAnswer AnswerOf(Part part, RuleInput input, int depth)
    {
        if (part.Rule is { } rule)
            return RuleJudge.Judge(rule, input, depth + 1);
        return input.Criterion(part.Criterion ?? "") is { } other
            ? new(() => new($"{other.Title}: {other.Reason}", other.Rule.Clause, other.Rule.Now, other.Rule.Line))
            {
                Standing = other.Standing,
                Distance = other.Rule.Distance,
                Used = other.Rule.Used,
                WeakestEvidence = other.Rule.WeakestEvidence,
                Metric = other.Rule.Metric,
            }
            : new(() => new($"'{part.Criterion}' cannot be judged here.", $"'{part.Criterion}' cannot be judged here")) { Standing = Standing.Unknown };
    }

    private static bool IsMissing(RuleAnswer answer) => answer.Standing is Standing.Unknown or Standing.Undisclosed or Standing.Unverifiable;
}
