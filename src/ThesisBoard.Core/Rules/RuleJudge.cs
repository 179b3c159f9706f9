using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Rules;

/// <summary>Judges any rule. Figures too large to compute with are answered as unknown: judging never throws.</summary>
internal static class RuleJudge
{
    private const int Deepest = 16;

    public static RuleAnswer Judge(Rule rule, RuleInput input, int depth = 0)
    {
        try
        {
            return rule switch
            {
                _ when depth > Deepest => Unusable("this rule is nested too deeply"),
                ThresholdRule threshold => ThresholdJudge.Judge(threshold, input),
                ChangeRule change => ChangeJudge.Judge(change, input),
                TrendRule trend => TrendJudge.Judge(trend, input),
                OccurrenceRule occurrence => OccurrenceJudge.Judge(occurrence, input),
                MilestonesRule milestones => MilestonesJudge.Judge(milestones, input),
                BalanceRule balance => BalanceJudge.Judge(balance, input),
                DeliveryRule delivery => DeliveryJudge.Judge(delivery, input),
                CompositeRule composite => CompositeJudge.Judge(composite, input, depth),
                JudgedRule => Judged(input),
                UnverifiableRule unverifiable => Unverifiable(unverifiable),
                _ => Unusable("this rule's kind is not known here"),
            };
        }
        catch (Exception e) when (e is OverflowException or DivideByZeroException)
        {
            return Unusable("the figures on file are too large or too small to compare");
        }
    }

    private static RuleAnswer Judged(RuleInput input) => input.Judgement is { } judgement
        ? new(() => new($"{judgement.By} judged: {judgement.Reason}", $"{judgement.By} judged it {Words.Of(judgement.Standing)}")) { Standing = judgement.Standing }
        : new(() => new("Nobody has judged this yet.", "nobody has judged it yet")) { Standing = Standing.Unknown };

    private static RuleAnswer Unverifiable(UnverifiableRule rule) =>
        new(() => new($"Cannot be checked: {rule.Because}.", rule.Because, "by design")) { Standing = Standing.Unverifiable };

    private static RuleAnswer Unusable(string why) => new(() => new($"{Words.Start(why)}.", why)) { Standing = Standing.Unknown };
}
