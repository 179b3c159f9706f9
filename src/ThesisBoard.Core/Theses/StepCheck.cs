using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses.Steps;

namespace ThesisBoard.Core.Theses;

/// <summary>A step from one version of a board to the next.</summary>
/// <param name="Before">The thesis as it stands.</param>
/// <param name="Was">Its record.</param>
/// <param name="After">The thesis as it would become.</param>
/// <param name="Becomes">Its record.</param>
/// <param name="At">When the step is taken.</param>
public sealed record BoardStep(Thesis Before, Record Was, Thesis After, Record Becomes, RecordedAt At);

/// <summary>
/// What may become of a board from one version to the next, whoever writes it and however: sealed words stay, seals are set at the time of sealing, and what
/// an active thesis promised is not taken back. <see cref="ThesisCheck"/> looks at one version, this looks at the step between two.
/// </summary>
public static class StepCheck
{
    /// <summary>Everything that this step would break, at once; empty when nothing is.</summary>
    public static IReadOnlyList<Problem> Check(BoardStep step)
    {
        var problems = new List<Problem>();
        new ContractSteps(step.Before, step.After, step.At, problems).Check();
        new StageSteps(step.Before, step.After, step.At, problems).Check();
        MetricSteps.Check(step.Before, step.After, problems);
        problems.AddRange(EvidenceStays.Check(step.Before, step.Was, step.Becomes));
        return problems;
    }
}
