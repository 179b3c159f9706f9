using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;
using ThesisBoard.Features.Boards;
using ThesisBoard.Shell;

namespace ThesisBoard.Features.Evidence;

/// <summary>What rests on a claim or a figure, a line each, for whoever is about to withdraw it.</summary>
internal static class WithdrawalLines
{
    public static IEnumerable<string> Of(BoardContent board, WithdrawalEffect effect)
    {
        if (effect.IsEmpty)
            yield return "Nothing: no standing moves, and nothing cites it.";
        if (effect.Verdict is { } verdict)
            yield return $"The verdict becomes {StandingLook.Of(verdict).Word}.";
        foreach (var move in effect.Moves)
            yield return $"“{move.Criterion.Title}” becomes {StandingLook.Of(move.Criterion.Standing).Word}{(move.Before is { } was ? $", from {StandingLook.Of(was).Word}" : "")}.";
        foreach (var judgement in effect.Judgements)
            yield return $"The judgement of “{Title(board, judgement.Criterion)}” by {judgement.By}, {Figures.Date(judgement.Published.Date)}, cites it.";
        foreach (var proof in effect.Proofs)
            yield return $"It proves {proof.Element.ToString().ToLowerInvariant()} of the milestone “{BoardItems.Milestones.Get(board, proof.Milestone)?.Title ?? proof.Milestone}”.";
        foreach (var approval in effect.Approvals)
            yield return $"The approval of “{Title(board, approval.Criterion)}” by {approval.By} goes out of date.";
    }

    public static string Name(BoardContent board, Observation figure) =>
        $"{BoardItems.Metrics.Get(board, figure.Metric)?.Title ?? figure.Metric}, {Figures.Show(figure.Period)}: {Figures.Show(figure.Value)}";

    private static string Title(BoardContent board, string criterion) => BoardItems.Criteria.Get(board, criterion)?.Title ?? criterion;
}
