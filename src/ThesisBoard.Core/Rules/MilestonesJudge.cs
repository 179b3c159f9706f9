using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Rules;

/// <summary>At least so many milestones complete: dollars, capacity and a customer all evidenced. An announcement alone counts for nothing.</summary>
internal static class MilestonesJudge
{
    public static RuleAnswer Judge(MilestonesRule rule, RuleInput input)
    {
        var states = rule.Milestones.Select(input.Milestone).OfType<MilestoneState>().ToList();
        var complete = states.Where(m => m.Stage == MilestoneStage.Complete).ToList();
        var standing = complete.Count >= rule.AtLeast ? Standing.Met : Standing.Unknown;
        return new(() => Tell(rule, states, complete))
        {
            Standing = standing,
            Distance = Quantity.Pure(complete.Count - rule.AtLeast),
            Progress = rule.AtLeast > 0 ? Math.Min(1, (decimal)complete.Count / rule.AtLeast) : 1,
            WeakestEvidence = complete.Count > 0 ? complete.Min(WeakestOfStrongest) : null,
        };
    }

    private static RuleWords Tell(MilestonesRule rule, List<MilestoneState> states, List<MilestoneState> complete)
    {
        var clause = complete.Count >= rule.AtLeast
            ? $"{Words.List([.. complete.Select(m => m.Milestone.Title)])} has dollars, capacity and a customer on file"
            : Missing(states);
        return new($"{Words.Start(clause)}: {complete.Count} of {rule.AtLeast} complete.", clause, $"{complete.Count} complete", $"{rule.AtLeast} complete");
    }

    private static string Missing(List<MilestoneState> states)
    {
        if (states.Where(m => m.Stage == MilestoneStage.Partial).MinBy(m => m.Missing.Count()) is { } partial)
            return $"{partial.Milestone.Title} has no {Words.List([.. partial.Missing.Select(Words.Element)], "or")} on file";
        var announced = states.Where(m => m.Stage == MilestoneStage.Announced).ToList();
        return announced.Count switch
        {
            0 when states.Count == 1 => $"no dollars, capacity or customer of {Words.Inside(states[0].Milestone.Title)} is on file",
            0 => $"none of {Figures.Count(states.Count, "milestone")} has dollars, capacity or a customer on file",
            1 => $"{announced[0].Milestone.Title} is announced without dollars, capacity or a customer",
            _ => $"{Figures.Count(announced.Count, "milestone")} are announced and none has dollars, capacity or a customer on file",
        };
    }

    /// <summary>Each element counts by its strongest evidence; the milestone by the weakest of these.</summary>
    private static Grade WeakestOfStrongest(MilestoneState milestone) =>
        MilestoneState.Required.Min(e => milestone.Proofs.Where(p => p.Proof.Element == e).Max(p => p.Evidence.Grade));
}
