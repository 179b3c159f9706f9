using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Judging;

/// <summary>Judges one criterion in three layers: the rule, the evidence, the person.</summary>
internal static class CriterionJudge
{
    public static CriterionState Judge(Criterion criterion, RecordIndex index, RecordView view)
    {
        var contract = criterion.On(view.AsOf);
        var evidence = view.Evidence(criterion.Key).ToList();
        var judgements = index.Judgements(criterion.Key).Where(j => j.Published.IsKnown(view.AsOf)).ToLookup(j => j.Version == contract.Version);
        var judgement = judgements[true].LastOrDefault();
        var counts = judgement is not null && Counts(judgement, contract, index, view.AsOf) ? judgement : null;
        var rule = RuleJudge.Judge(contract.Rule, new RuleInput
        {
            Book = view.Book, MilestoneOf = view.Milestone, CriterionOf = key => index.IsCircular(key) ? null : view.Criterion(key), Judgement = counts,
        });

        var isOverride = counts is not null && contract.Rule is not JudgedRule && counts.Standing != rule.Standing;
        var due = view.Deadlines.Of(contract.Deadline);
        var overdue = due is { } d ? Math.Max(0, view.AsOf.DayNumber - d.Date.DayNumber) : 0;
        var standing = isOverride ? counts!.Standing : rule.Standing;
        if (standing == Standing.Unknown && overdue > 0)
            standing = Standing.Undisclosed;

        var weakest = Weakest(rule);
        var isProvisional = standing is Standing.Met or Standing.Strained or Standing.Broken && !isOverride && weakest < contract.Bar;
        return new CriterionState
        {
            Key = criterion.Key,
            Title = criterion.Title,
            Group = criterion.Group,
            Contract = contract,
            Standing = standing,
            Basis = isOverride || (contract.Rule is JudgedRule && counts is not null) ? StandingBasis.Person : StandingBasis.Rule,
            Rule = rule,
            Sufficiency = Suffices(contract.Bar, weakest, evidence, rule),
            Judgement = judgement,
            OtherJudgements = [.. judgements[false]],
            IsProvisional = isProvisional,
            Due = due?.Date,
            IsDueEstimated = due?.IsEstimated ?? false,
            OverdueDays = standing == Standing.Undisclosed ? overdue : 0,
            Reason = Reason(rule, standing, isOverride ? counts : null, due, overdue),
            Supporting = On(evidence, criterion.Key, Stance.Supports),
            Contradicting = On(evidence, criterion.Key, Stance.Contradicts),
            Context = On(evidence, criterion.Key, Stance.Context),
        };
    }

    /// <summary>A person cannot turn silence green: Met counts only with cited evidence that was known and reaches the bar.</summary>
    private static bool Counts(Judgement judgement, Contract contract, RecordIndex index, DateOnly asOf) =>
        judgement.Standing != Standing.Met
        || judgement.Evidence.Select(index.Evidence).Any(e => e is not null && e.Published.IsKnown(asOf) && e.Grade >= contract.Bar);

    private static string Reason(RuleAnswer rule, Standing standing, Judgement? over, DueDate? due, int overdue) => (over, standing) switch
    {
        ({ } judgement, _) => $"{judgement.By} judged it {judgement.Standing.ToString().ToLowerInvariant()}: {judgement.Reason} The rule alone says "
            + $"{rule.Standing.ToString().ToLowerInvariant()}: {rule.Sentence}",
        (_, Standing.Undisclosed) when due is { } d && overdue > 0 => $"{rule.Sentence} It was due on {Figures.Date(d.Date)}, {Figures.Count(overdue, "day")} ago.",
        _ => rule.Sentence,
    };

    private static Grade? Weakest(RuleAnswer rule)
    {
        var weakest = rule.WeakestEvidence;
        foreach (var figure in rule.Used)
            weakest = weakest is { } w && w <= figure.Grade ? w : figure.Grade;
        return weakest;
    }

    private static Sufficiency Suffices(Grade bar, Grade? weakest, List<EvidenceState> evidence, RuleAnswer rule)
    {
        var grades = evidence.Select(e => e.Grade).Concat(rule.Used.Select(f => f.Grade)).ToList();
        Grade? strongest = grades.Count > 0 ? grades.Max() : null;
        var counted = weakest ?? strongest;
        var sentence = (counted, strongest) switch
        {
            (null, _) => $"Nothing is on file; the bar is {Words.Grade(bar)}.",
            ({ } w, _) when w < bar => $"What counts rests on {Words.Grade(w)}, below the bar of {Words.Grade(bar)}.",
            ({ } w, { } s) when s > w => $"What counts is {Words.Grade(w)} or better, the strongest on file {Words.Grade(s)}; the bar is {Words.Grade(bar)}.",
            ({ } w, _) => $"{Words.Start(Words.Grade(w))} on file; the bar is {Words.Grade(bar)}.",
        };
        return new Sufficiency(counted >= bar && rule.Standing is not (Standing.Unknown or Standing.Unverifiable), strongest, sentence);
    }

    private static List<EvidenceState> On(List<EvidenceState> evidence, string criterion, Stance stance) =>
        [.. evidence.Where(e => e.Item.Stances.Any(s => s.Criterion == criterion && s.Stance == stance))];
}
