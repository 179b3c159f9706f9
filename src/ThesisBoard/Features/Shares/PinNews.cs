using ThesisBoard.Core.Judging;

namespace ThesisBoard.Features.Shares;

/// <summary>A change of the record about what was public by the day of the pin.</summary>
public sealed record Correction(DateTime At, string Summary);

/// <summary>
/// What a pinned page has to say of the time since: what was corrected of that which it shows, and how much came later. Later figures are counted and not shown.
/// </summary>
/// <param name="Corrections">Newest first.</param>
/// <param name="Rejudged">The board of the same day as the corrected record judges it, against the board that is shown.</param>
/// <param name="LaterEvidence">Pieces of evidence that were published after the pin.</param>
/// <param name="LaterFigures">Figures that were published after the pin.</param>
public sealed record PinNews(IReadOnlyList<Correction> Corrections, BoardDiff Rejudged, Core.Theses.Verdict VerdictNow, int LaterEvidence, int LaterFigures)
{
    public int Changes => Corrections.Count + LaterEvidence + LaterFigures;

    /// <summary>A standing or the verdict of that day would be another one today.</summary>
    public bool IsRejudged => Rejudged.VerdictBefore is not null || Rejudged.Moves.Count > 0;
}
