using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Core.Judging;

/// <summary>
/// Judges a thesis on a date: the only place where a standing or a verdict is decided. Pure and total: any record and any date give a board state,
/// never an exception, and the same input gives the same state.
/// </summary>
public static class Judge
{
    /// <summary>The board on a date, from what was public on or before it.</summary>
    public static BoardState Board(Thesis thesis, Record record, DateOnly asOf) => Board(new RecordIndex(thesis, record), asOf);

    /// <inheritdoc cref="Board(Thesis, Record, DateOnly)"/>
    public static BoardState Board(RecordIndex index, DateOnly asOf)
    {
        var view = new RecordView(index, asOf);
        var criteria = index.Thesis.Criteria.Select(c => view.Criterion(c.Key)).OfType<CriterionState>().DistinctBy(c => c.Key).ToList();
        var line = view.Line();
        var next = view.Deadlines.Next(criteria);
        var late = view.Deadlines.Late();
        var verdict = VerdictJudge.Judge(line, criteria);
        return new BoardState
        {
            Thesis = index.Thesis,
            AsOf = asOf,
            Verdict = verdict,
            Reason = VerdictJudge.Reason(verdict, line, criteria, late.Count),
            Line = line,
            Criteria = criteria,
            Milestones = [.. index.Thesis.Milestones.DistinctBy(m => m.Key).Select(m => view.Milestone(m.Key)!)],
            Next = next,
            LateReports = late,
            Findings = [.. FindingsJudge.Judge(index, view)],
            Evidence = index.Evidence.KnownOn(asOf),
            Withdrawn = index.Withdrawn.KnownOn(asOf),
            Series = index.Thesis.Metrics.DistinctBy(m => m.Key).ToDictionary(
                m => m.Key, m => new Series(m, view.Book.Figures(m.Key), view.Book.OtherCurrencies(m.Key)), StringComparer.Ordinal),
            Sources = index.Sources.Where(s => s.Published.IsKnown(asOf)).ToDictionary(s => s.Key, StringComparer.Ordinal),
        };
    }
}
