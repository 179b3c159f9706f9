using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Filings.Passages;

namespace ThesisBoard.Features.Filings;

/// <summary>What a form is filled with where a person decides whether a passage speaks for or against a criterion. Never more than a suggestion.</summary>
public static class StanceGuess
{
    /// <summary>
    /// For when a figure of the criterion's own metric moved the better way, against when it moved the worse way (or when what must not happen happened);
    /// context when there is nothing to compare, for every intention, and where a balance is to add up, whichever way its parts move.
    /// </summary>
    public static Stance Of(BoardState board, CriterionState criterion, Passage passage, IReadOnlyList<FigureProposal> proposals)
    {
        if (passage.Doubt is PassageDoubt.Intention or PassageDoubt.Boilerplate || criterion.Contract.Rule is BalanceRule)
            return Stance.Context;
        var looked = CriterionTopics.Metrics(board.Thesis, criterion.Contract.Rule);
        foreach (var proposal in proposals.Where(p => p.Figure.Role != FigureRole.From && looked.Contains(p.Metric)))
        {
            if (criterion.Contract.Rule is OccurrenceRule occurrence)
                return (proposal.Period.Start ?? proposal.Period.End) <= occurrence.After ? Stance.Context : proposal.Value.Amount > 0 ? Stance.Contradicts : Stance.Supports;
            if (proposal.Metric.Direction == Direction.Neutral || Before(board, passage, proposal) is not { } before || before == proposal.Value.Amount)
                continue;
            return (proposal.Value.Amount > before) == (proposal.Metric.Direction == Direction.HigherIsBetter) ? Stance.Supports : Stance.Contradicts;
        }

        return Stance.Context;
    }

    /// <summary>What it came from: as the passage itself says, else the newest earlier figure on file of the same length.</summary>
    private static decimal? Before(BoardState board, Passage passage, FigureProposal proposal)
    {
        if (passage.Figures.FirstOrDefault(f => f.Role == FigureRole.From && f.Unit == proposal.Figure.Unit) is { } from)
            return from.Value;
        return board.Series.GetValueOrDefault(proposal.Metric.Key)?.Figures
            .LastOrDefault(f => f.Period.End < proposal.Period.End && IsAsLong(f.Period, proposal.Period))?.Value.Amount;
    }

    private static bool IsAsLong(Period one, Period other) => one.IsInstant == other.IsInstant && Math.Abs(one.Days - other.Days) <= 7;
}
