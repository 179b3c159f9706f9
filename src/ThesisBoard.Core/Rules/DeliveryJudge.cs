using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Rules;

/// <summary>A line of business delivers once a customer, revenue and a margin above zero are on file.</summary>
internal static class DeliveryJudge
{
    public static RuleAnswer Judge(DeliveryRule rule, RuleInput input)
    {
        var customer = rule.Milestones.Select(input.Milestone).OfType<MilestoneState>()
            .SelectMany(m => m.Proofs).Where(p => p.Proof.Element == Element.Customer).MaxBy(p => p.Evidence.Grade);
        var revenue = Positive(input.Book.Latest(rule.Revenue));
        var margin = input.Book.Latest(rule.Margin);
        var spent = Positive(input.Book.Latest(rule.CapitalSpent));
        var missing = (customer is null ? 1 : 0) + (revenue is null ? 1 : 0) + (margin is null ? 1 : 0);
        var standing = missing == 0
            ? margin!.Value.Amount > 0 ? Standing.Met : Standing.Strained
            : spent is not null && customer is null && revenue is null ? Standing.Strained : Standing.Unknown;
        var index = input.Index;
        return new(() => Tell(index, rule, customer, revenue, margin, spent))
        {
            Standing = standing,
            Progress = (3 - missing) / 3m,
            Distance = margin?.Value,
            Used = [.. new[] { revenue, margin, spent }.OfType<Figure>()],
            WeakestEvidence = customer?.Evidence.Grade,
            Metric = rule.Revenue,
        };
    }

    private static RuleWords Tell(RecordIndex index, DeliveryRule rule, ProofState? customer, Figure? revenue, Figure? margin, Figure? spent)
    {
        var missing = new List<string>();
        if (customer is null)
            missing.Add("named customer");
        if (revenue is null)
            missing.Add(Words.Name(index, rule.Revenue));
        if (margin is null)
            missing.Add(Words.Name(index, rule.Margin));
        var clause = missing.Count == 0
            ? $"{Words.Name(index, rule.Revenue)} was {revenue!.Value} with {Words.Name(index, rule.Margin)} of {Figures.Percent(margin!.Value.Amount)} {Words.When(margin.Period)}"
            : (spent is null ? "" : $"{spent.Value} spent on {Words.Name(index, rule.CapitalSpent)} {Words.When(spent.Period)}, and ")
                + $"no {Words.List(missing, "or")} is on file";
        return new($"{Words.Start(clause)}.", clause, margin is null ? null : Figures.Percent(margin.Value.Amount), "above zero");
    }

    private static Figure? Positive(Figure? figure) => figure is { Value.Amount: > 0 } ? figure : null;
}
