using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Judging;

/// <summary>Judges one criterion in three layers: the rule, the evidence, the person.</summary>
internal static class CriterionJudge
{
    public static CriterionState Judge(Criterion criterion, RecordIndex index, RecordView view)
    {
        var contract = criterion.On(view.AsOf);
        var (judgement, others) = Judgements(index.Judgements(criterion.Key), contract.Version, view.AsOf);
        var counts = judgement is not null && Counts(judgement, contract, index, view.AsOf) ? judgement : null;
        var before = contract.Rule is ThresholdRule or ChangeRule && view.Before(criterion.Key) is { } last && ReferenceEquals(last.Contract, contract) ? last.Rule : null;
        var rule = RuleJudge.Judge(contract.Rule, new RuleInput(view, counts, before));

        var isOverride = counts is not null && contract.Rule is not JudgedRule && counts.Standing != rule.Standing;
        var due = view.Deadlines.Of(contract.Deadline);
        var overdue = due is { } d ? Math.Max(0, view.AsOf.DayNumber - d.Date.DayNumber) : 0;
        var standing = isOverride ? counts!.Standing : rule.Standing;
        if (standing == Standing.Unknown && overdue > 0)
            standing = Standing.Undisclosed;

        var review = index.Review(criterion.Key);
        var awaitsReview = index.Thesis.NeedsReview && review?.Stage != ReviewStage.Approved;
        var isProvisional = standing is Standing.Met or Standing.Strained or Standing.Broken && (awaitsReview || (!isOverride && rule.Weakest < contract.Bar));
        return new CriterionState(index, view.AsOf)
        {
            Key = criterion.Key,
            Title = criterion.Title,
            Group = criterion.Group,
            Contract = contract,
            Standing = standing,
            Basis = isOverride || (contract.Rule is JudgedRule && counts is not null) ? StandingBasis.Person : StandingBasis.Rule,
            Rule = rule,
            Judgement = judgement,
            OtherJudgements = others,
            IsProvisional = isProvisional,
            Review = review,
            AwaitsReview = awaitsReview,
            Due = due?.Date,
            IsDueEstimated = due?.IsEstimated ?? false,
            OverdueDays = standing == Standing.Undisclosed ? overdue : 0,
        };
    }

    /// <summary>The latest judgement under a version, and all under other versions.</summary>
    /// <param name="onFile">By publication.</param>
    /// <param name="version">The version of the contract.</param>
    /// <param name="asOf">What came later does not count.</param>
    private static (Judgement? Latest, IReadOnlyList<Judgement> Others) Judgements(IEnumerable<Judgement> onFile, int version, DateOnly asOf)
    {
        Judgement? latest = null;
        List<Judgement>? others = null;
        foreach (var judgement in onFile)
        {
            if (!judgement.Published.IsKnown(asOf))
                break;
            if (judgement.Version == version)
                latest = judgement;
            else
                (others ??= []).Add(judgement);
        }

        return (latest, others ?? (IReadOnlyList<Judgement>)[]);
    }

    /// <summary>A person cannot turn silence green: Met counts only with cited evidence that was known and reaches the bar.</summary>
    private static bool Counts(Judgement judgement, Contract contract, RecordIndex index, DateOnly asOf) =>
        judgement.Standing != Standing.Met
        || judgement.Evidence.Select(index.Evidence.Item).Any(e => e is not null && e.Published.IsKnown(asOf) && e.Grade >= contract.Bar);
}
