using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Editing;

namespace ThesisBoard.Features.Filings;

/// <summary>What a person accepted of one document: the source that it is, and the figures and claims that rest on it. Keys are given when it is saved.</summary>
public sealed record Accepted(Source Source, IReadOnlyList<Observation> Observations, IReadOnlyList<EvidenceItem> Evidence);

/// <summary>
/// Puts what a person accepted of a filing on the record: sources, figures and claims in one change, all of it or nothing. A source that is on file is used
/// again; a figure or passage that is on file from it already is refused by name.
/// </summary>
public sealed record AcceptFindings(string From, IReadOnlyList<Accepted> Documents) : BoardEdit
{
    internal override Outcome Edit(BoardContent board, WriteMoment moment)
    {
        var problems = new List<Problem>();
        var stamp = new RecordedAt(moment.Utc);
        foreach (var document in Documents)
        {
            (board, var source) = FilingSource.Ensure(board, document.Source);
            foreach (var figure in document.Observations)
            {
                if (board.Record.Observations.FirstOrDefault(o => o.Withdrawn is null && o.Source == source.Key && o.Metric == figure.Metric && o.Period == figure.Period && o.Value == figure.Value) is not null)
                    problems.Add(new("observations", $"{Figures.Show(figure.Value)} for {Figures.Show(figure.Period)} is on file from this source already."));
                else
                    board = BoardItems.Observations.Add(board, figure with { Key = Key(board, figure), Source = source.Key, Recorded = stamp, Withdrawn = null });
            }

            foreach (var claim in document.Evidence)
            {
                if (claim.Anchor is { } anchor && board.Record.Evidence.FirstOrDefault(e => e.Withdrawn is null && e.Anchor?.Document == anchor.Document && e.Anchor.Exact == anchor.Exact) is { } known)
                    problems.Add(new("evidence", $"This passage is on file already: {known.Claim}"));
                else
                    board = BoardItems.Evidence.Add(board, claim with { Key = Keys.From(claim.Claim, board.Record.Evidence.Select(e => e.Key)), Source = source.Key, Recorded = stamp, Withdrawn = null });
            }
        }

        var (figures, claims) = (Documents.Sum(d => d.Observations.Count), Documents.Sum(d => d.Evidence.Count));
        if (figures + claims == 0)
            problems.Add(new("accept", "Nothing is ticked. Tick what should go on the record."));
        return problems.Count > 0
            ? new Outcome.Refused(problems)
            : Outcome.Become(board, $"Accepted from {From}: {string.Join(" and ", Parts(figures, claims))}");
    }

    private static IEnumerable<string> Parts(int figures, int claims)
    {
        if (figures > 0)
            yield return Figures.Count(figures, "figure");
        if (claims > 0)
            yield return Figures.Count(claims, "claim");
    }

    private static string Key(BoardContent board, Observation figure) =>
        Keys.From($"{figure.Metric} {figure.Period}", board.Record.Observations.Select(o => o.Key));
}
