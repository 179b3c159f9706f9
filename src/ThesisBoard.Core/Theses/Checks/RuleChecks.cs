using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Rules;

namespace ThesisBoard.Core.Theses.Checks;

/// <summary>Whether a rule can be judged: its references exist and its parameters make sense.</summary>
internal sealed class RuleChecks(CheckDesk desk)
{
    private const int MaxPeriods = 20;
    private const int MaxParts = 50;

    /// <summary>The criteria that a rule names, at any depth.</summary>
    public static IEnumerable<string> Named(Rule rule) => rule is CompositeRule composite
        ? composite.Parts.SelectMany(p => p.Criterion is { } key ? [key] : p.Rule is { } part ? Named(part) : [])
        : [];

    public void Check(Rule rule, string owner, string path) => Check(rule, owner, path, 1);

    private void Check(Rule rule, string owner, string path, int depth)
    {
        switch (rule)
        {
            case ThresholdRule threshold:
                Threshold(threshold, path);
                break;
            case ChangeRule change:
                Change(change, path);
                break;
            case TrendRule trend:
                Directed(trend.Metric, path);
                desk.Require(trend.Periods is >= 1 and <= MaxPeriods, path + ".periods", "Compare 1 to 20 periods.");
                break;
            case OccurrenceRule occurrence:
                desk.Exists(occurrence.Metric, desk.Metrics, "metric", path + ".metric");
                desk.Date(occurrence.After, path + ".after");
                break;
            case MilestonesRule milestones:
                Milestones(milestones.Milestones, path);
                desk.Require(milestones.AtLeast >= 1 && milestones.AtLeast <= Math.Max(1, milestones.Milestones.Count), path + ".atLeast",
                    $"At least 1 and at most {milestones.Milestones.Count} of the named milestones can be asked for.");
                break;
            case BalanceRule balance:
                Balance(balance, path);
                break;
            case DeliveryRule delivery:
                Delivery(delivery, path);
                break;
            case UnverifiableRule unverifiable:
                desk.Line(unverifiable.Because, path + ".because", ThesisCheck.MaxClause);
                break;
            case CompositeRule composite:
                Composite(composite, owner, path, depth);
                break;
        }
    }

    private void Threshold(ThresholdRule rule, string path)
    {
        var direction = Directed(rule.Metric, path);
        desk.Require(rule.Warn is not null || rule.Break is not null, path, "A threshold needs a warning level, a breaking level, or both.");
        desk.Amount(rule.Warn, path + ".warn");
        desk.Amount(rule.Break, path + ".break");
        if (rule.Warn is not { } warn || rule.Break is not { } line || direction is null or Direction.Neutral)
            return;
        var isOrdered = direction == Direction.HigherIsBetter ? warn > line : warn < line;
        desk.Require(isOrdered, path + ".warn", direction == Direction.HigherIsBetter
            ? "The warning must come before the break: for a metric where higher is better, set the warning level above the breaking level."
            : "The warning must come before the break: for a metric where lower is better, set the warning level below the breaking level.");
    }

    private void Change(ChangeRule rule, string path)
    {
        var direction = Directed(rule.Metric, path);
        desk.Date(rule.Baseline.Start, path + ".baseline");
        desk.Date(rule.Baseline.End, path + ".baseline");
        desk.Require(rule.Share is null != rule.Amount is null, path, "Set either a share or an amount as the least change, not both and not neither.");
        desk.Require(rule.Share is null or > 0, path + ".share", "The least change is a positive share: 0.25 is 25 %. The metric's direction says whether it must fall or rise.");
        desk.Require(rule.Amount is null or > 0, path + ".amount", "The least change is a positive amount. The metric's direction says whether it must fall or rise.");
        desk.Require(direction != Direction.LowerIsBetter || rule.Share is null or <= 1, path + ".share", "Nothing falls by more than its whole. Use a share of at most 1, which is 100 %.");
        desk.Amount(rule.Share, path + ".share");
        desk.Amount(rule.Amount, path + ".amount");
    }

    private Direction? Directed(string metric, string path)
    {
        desk.Exists(metric, desk.Metrics, "metric", path + ".metric");
        var direction = desk.Metrics.GetValueOrDefault(metric)?.Direction;
        desk.Require(direction != Direction.Neutral, path + ".metric", $"The metric '{CheckDesk.Brief(metric)}' does not say whether lower or higher is better. Set its direction first.");
        return direction;
    }

    private void Milestones(IReadOnlyList<string> milestones, string path)
    {
        desk.Require(milestones.Count > 0, path + ".milestones", "No milestone is named. Name at least one.");
        desk.AllExist(milestones, desk.Milestones, "milestone", path + ".milestones");
    }

    private void Balance(BalanceRule rule, string path)
    {
        desk.Exists(rule.Held, desk.Metrics, "metric", path + ".held");
        desk.Exists(rule.In, desk.Metrics, "metric", path + ".in");
        desk.Exists(rule.Out, desk.Metrics, "metric", path + ".out");
        string[] names = [rule.Held, rule.In, rule.Out];
        desk.Require(names.Distinct().Count() == names.Length, path, "The balance and its two flows must be three different metrics.");
        var units = names.Select(desk.Metrics.GetValueOrDefault).OfType<Metric>().Select(m => m.Unit).Distinct().ToList();
        desk.Require(units.Count <= 1, path, $"The balance and its flows must have one unit, not {string.Join(" and ", units)}.");
        desk.Require(rule.Tolerance >= 0, path + ".tolerance", "The tolerance cannot be negative.");
        desk.Amount(rule.Tolerance, path + ".tolerance");
    }

    private void Delivery(DeliveryRule rule, string path)
    {
        Milestones(rule.Milestones, path);
        desk.Exists(rule.Revenue, desk.Metrics, "metric", path + ".revenue");
        desk.Exists(rule.Margin, desk.Metrics, "metric", path + ".margin");
        desk.Exists(rule.CapitalSpent, desk.Metrics, "metric", path + ".capitalSpent");
    }

    private void Composite(CompositeRule rule, string owner, string path, int depth)
    {
        desk.Require(rule.Parts.Count is >= 1 and <= MaxParts, path + ".parts", "A composite rule has 1 to 50 parts.");
        if (rule.Quorum == Quorum.AtLeast)
            desk.Require(rule.Least >= 1 && rule.Least <= Math.Max(1, rule.Parts.Count), path + ".least", $"At least 1 and at most {rule.Parts.Count} parts can be asked for.");
        else
            desk.Require(rule.Least == 0, path + ".least", "Only a rule of the kind at-least counts its parts. Leave this out.");
        for (var i = 0; i < rule.Parts.Count; i++)
            Part(rule.Parts[i], owner, desk.At(path + ".parts", i), depth);
    }

    private void Part(Part part, string owner, string path, int depth)
    {
        desk.Require(part.Criterion is null != part.Rule is null, path, "A part is either another criterion or a rule of its own. Set exactly one of the two.");
        if (part.Criterion is { } criterion)
        {
            desk.Exists(criterion, desk.Criteria, "criterion", path + ".criterion");
            desk.Require(criterion != owner, path + ".criterion", "A criterion cannot be a part of itself. Name another one.");
        }

        if (part.Rule is null)
            return;
        if (depth >= ThesisCheck.MaxNesting)
            desk.Add(path + ".rule", $"Rules nest at most {ThesisCheck.MaxNesting} deep. Make this part a criterion of its own.");
        else
            Check(part.Rule, owner, path + ".rule", depth + 1);
    }
}
