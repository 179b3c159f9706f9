using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;
using ThesisBoard.Shell;

namespace ThesisBoard.Features.Reviews;

/// <summary>One thing that would be approved, for people.</summary>
/// <param name="Step">What became of it since the last approval; null for what stands as it was, and where there was none.</param>
/// <param name="IsOwn">The reader wrote it.</param>
public sealed record ReviewLine(BasisKind Kind, string Text, BasisStep? Step, bool IsOwn);

/// <summary>What a basis is made of, in words.</summary>
internal static class ReviewWords
{
    /// <summary>"the contract, 12 figures, 1 source".</summary>
    public static string Counts(IEnumerable<BasisItem> items) =>
        string.Join(", ", items.GroupBy(i => i.Kind).OrderBy(g => g.Key).Select(g => BasisWords.Counted(g.Key, g.Count())));

    /// <summary>All of it, what changed first.</summary>
    public static IReadOnlyList<ReviewLine> Lines(BoardContent board, ReviewState review, IReadOnlySet<BasisItem> own)
    {
        var steps = review.Changes.ToDictionary(c => (c.Kind, c.Key), c => c.Step);
        var now = review.Basis.Items.Select(i => new ReviewLine(i.Kind, Of(board, i.Kind, i.Key), steps.TryGetValue((i.Kind, i.Key), out var step) ? step : null, own.Contains(i)));
        var gone = review.Changes.Where(c => c.Step == BasisStep.Gone).Select(c => new ReviewLine(c.Kind, Of(board, c.Kind, c.Key), c.Step, false));
        return [.. now.Concat(gone).OrderBy(l => l.Step is null).ThenBy(l => l.Kind)];
    }

    private static string Of(BoardContent board, BasisKind kind, string key) => kind switch
    {
        BasisKind.Contract when BoardItems.Criteria.Get(board, key) is { } criterion => $"{criterion.Contracts[^1].Question} (version {criterion.Contracts[^1].Version})",
        BasisKind.Line => board.Thesis.Line?.Consequence ?? key,
        BasisKind.Metric => BoardItems.Metrics.Get(board, key) is { } metric ? metric.Formula is { } formula ? $"{metric.Title} = {formula}" : $"{metric.Title} ({metric.Unit})" : key,
        BasisKind.Observation when BoardItems.Observations.Get(board, key) is { } figure =>
            $"{BoardItems.Metrics.Get(board, figure.Metric)?.Title ?? figure.Metric}, {Figures.Show(figure.Period)}: {Figures.Show(figure.Value)}{Withdrawn(figure.Withdrawn)}",
        BasisKind.Evidence when BoardItems.Evidence.Get(board, key) is { } item => $"{item.Claim}{(item.Quote.Length > 0 ? $" “{item.Quote}”" : "")}{Withdrawn(item.Withdrawn)}",
        BasisKind.Judgement when BoardItems.Judgements.Get(board, key) is { } judgement => $"{judgement.By}: {StandingLook.Of(judgement.Standing).Word}. {judgement.Reason}",
        BasisKind.Source when BoardItems.Sources.Get(board, key) is { } source => $"{source.Title}, {Figures.Date(source.Published.Date)}",
        _ => key,
    };

    private static string Withdrawn(Withdrawal? withdrawal) => withdrawal is null ? "" : $" (withdrawn: {withdrawal.Reason})";
}
