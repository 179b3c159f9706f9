using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Boards;

namespace ThesisBoard.Features.Filings;

/// <summary>What the issuer would have to publish for one open criterion.</summary>
/// <param name="Settles">What the contract says would settle it.</param>
/// <param name="Missing">What the rule lacks, each in a few words.</param>
/// <param name="Terms">Words by which a filing would speak of it.</param>
/// <param name="Due">By when, in words.</param>
public sealed record DisclosureGap(CriterionState Criterion, string Settles, IReadOnlyList<string> Missing, IReadOnlyList<string> Terms, string Due);

/// <summary>The list of what is not disclosed. Pure.</summary>
public static class DisclosureGaps
{
    /// <summary>One gap an open criterion, the earliest due first.</summary>
    public static IReadOnlyList<DisclosureGap> Of(BoardState board) =>
        [.. board.Criteria.Where(c => c.IsOpen).OrderBy(c => c.Due ?? DateOnly.MaxValue).Select(c => new DisclosureGap(c, c.Contract.Settles, Missing(board, c), Terms(board, c), Due(board, c)))];

    private static List<string> Missing(BoardState board, CriterionState criterion)
    {
        var metrics = CriterionTopics.Metrics(board.Thesis, criterion.Contract.Rule).Where(m => board.Series.GetValueOrDefault(m.Key) is not { Figures.Count: > 0 }).Select(m => $"a figure for {m.Title}");
        var keys = RuleInputs.Of(criterion.Contract.Rule).Milestones;
        var steps = board.Milestones.Where(m => keys.Contains(m.Milestone.Key) && m.Missing.Any())
            .Select(m => $"{m.Milestone.Title}: {string.Join(", ", m.Missing.Select(e => e.ToString().ToLowerInvariant()))}");
        var baseline = criterion.Contract.Rule is ChangeRule change ? Later(board, change) : [];
        return [.. metrics.Concat(baseline).Concat(steps)];
    }

    /// <summary>A change needs its baseline and a figure after it.</summary>
    private static IEnumerable<string> Later(BoardState board, ChangeRule change)
    {
        if (board.Series.GetValueOrDefault(change.Metric) is not { Figures: { Count: > 0 } figures } series)
            yield break;
        if (figures.All(f => f.Period != change.Baseline))
            yield return $"{series.Metric.Title} for {Figures.Show(change.Baseline)}";
        if (figures.All(f => f.Period.End <= change.Baseline.End))
            yield return $"{series.Metric.Title} after {Figures.Show(change.Baseline)}";
    }

    private static List<string> Terms(BoardState board, CriterionState criterion)
    {
        var terms = CriterionTopics.Metrics(board.Thesis, criterion.Contract.Rule).Select(m => m.Title).ToList();
        if (RuleInputs.Of(criterion.Contract.Rule).Milestones.Count > 0)
            terms.AddRange(["customer agreement", "contracted capacity", "data center lease"]);
        return terms;
    }

    private static string Due(BoardState board, CriterionState criterion)
    {
        if (criterion.Due is not { } due)
            return "No deadline.";
        var date = $"{Figures.Date(due)}{(criterion.IsDueEstimated ? " (estimated)" : "")}";
        if (criterion.OverdueDays > 0)
            return $"Due {date}, {Figures.Count(criterion.OverdueDays, "day")} of silence.";
        var report = board.Next is { } next && next.MustAnswer.Contains(criterion.Key) ? $", with the {char.ToLowerInvariant(Words.Of(next.Report.Report)[0])}{Words.Of(next.Report.Report)[1..]}" : "";
        return $"Due {date}{report}: {Words.Left(due.DayNumber - board.AsOf.DayNumber)}.";
    }
}
