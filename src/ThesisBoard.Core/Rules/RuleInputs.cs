namespace ThesisBoard.Core.Rules;

/// <summary>What a rule looks at, by key.</summary>
/// <param name="Metrics">Metrics, derived ones by their own key.</param>
/// <param name="Milestones">Milestones.</param>
/// <param name="Criteria">Other criteria.</param>
public sealed record RuleInputs(IReadOnlyList<string> Metrics, IReadOnlyList<string> Milestones, IReadOnlyList<string> Criteria)
{
    private const int Deepest = 16;

    /// <summary>Nothing.</summary>
    public static RuleInputs None { get; } = new([], [], []);

    /// <summary>What a rule looks at, parts of composite rules included.</summary>
    public static RuleInputs Of(Rule rule) => Of([rule]);

    /// <summary>What any of several rules looks at.</summary>
    public static RuleInputs Of(IEnumerable<Rule> rules)
    {
        List<string> metrics = [], milestones = [], criteria = [];
        foreach (var rule in rules)
            Collect(rule, 0);
        return new RuleInputs([.. metrics.Distinct()], [.. milestones.Distinct()], [.. criteria.Distinct()]);

        void Collect(Rule? of, int depth)
        {
            if (depth > Deepest)
                return;
            switch (of)
            {
                case ThresholdRule r: metrics.Add(r.Metric); break;
                case ChangeRule r: metrics.Add(r.Metric); break;
                case TrendRule r: metrics.Add(r.Metric); break;
                case OccurrenceRule r: metrics.Add(r.Metric); break;
                case BalanceRule r: metrics.AddRange([r.Held, r.In, r.Out]); break;
                case MilestonesRule r: milestones.AddRange(r.Milestones); break;
                case DeliveryRule r:
                    metrics.AddRange([r.Revenue, r.Margin, r.CapitalSpent]);
                    milestones.AddRange(r.Milestones);
                    break;
                case CompositeRule r:
                    foreach (var part in r.Parts)
                    {
                        if (part.Criterion is { } key)
                            criteria.Add(key);
                        Collect(part.Rule, depth + 1);
                    }

                    break;
            }
        }
    }
}
