using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Features.Boards;

/// <summary>How far a criterion is from its line, in its own unit and in words.</summary>
public static class Distances
{
    public static string Of(CriterionState criterion) => criterion.Rule.Distance switch
    {
        null => "No distance: nothing on file to measure",
        { Amount: 0 } => "On the line",
        { Amount: > 0 } beyond => $"{Show(criterion, beyond)} on the safe side",
        { } past when criterion.Standing == Standing.Broken => $"{Show(criterion, -past)} beyond the line",
        { } missing => $"{Show(criterion, -missing)} short of the line",
    };

    private static string Show(CriterionState criterion, Quantity size) => criterion.Contract.Rule switch
    {
        MilestonesRule => Figures.Count((long)size.Amount, "milestone"),
        ChangeRule { Share: not null } when size.Unit == Unit.One => $"{Figures.Number(size.Amount * 100)} points",
        _ => Figures.Show(size),
    };
}
