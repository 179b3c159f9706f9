using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Shell;

namespace ThesisBoard.Features.Replays;

/// <summary>The sentences of a replay.</summary>
public static class ReplayWords
{
    /// <summary>A turn in one sentence: what moved, or that nothing did.</summary>
    public static string Told(StoryTurn turn)
    {
        var moves = turn.Moves.Where(m => m.Before is not null).Select(Told).ToList();
        if (turn.VerdictBefore is { } before)
            moves.Insert(0, $"The verdict turned from {StandingLook.Of(before).Word} to {StandingLook.Of(turn.Verdict!.Verdict).Word}");
        var begins = turn.Moves.Count(m => m.Before is null);
        if (begins > 0)
            moves.Insert(0, $"{Figures.Count(begins, "criterion begins", "criteria begin")} to be judged");
        return moves.Count == 0 ? "No standing moved." : $"{string.Join(". ", moves)}.";
    }

    public static string Told(StoryMove move)
    {
        var now = StandingLook.Of(move.Change.Standing).Word;
        if (move.Before is not { } before)
            return $"{move.Title} begins as {now}";
        var moved = before.Standing == move.Change.Standing ? $"{move.Title} stays {now}" : $"{move.Title} moved from {StandingLook.Of(before.Standing).Word} to {now}";
        return move.IsNewVersion ? $"{moved} under version {Figures.Number(move.Change.Version)} of its contract" : moved;
    }

    /// <summary>What came in, counted.</summary>
    public static string Came(StoryTurn turn)
    {
        if (turn.IsSilent)
            return "Nothing was published: time alone moved it.";
        var parts = new[]
        {
            turn.EvidenceCount > 0 ? Figures.Count(turn.EvidenceCount, "piece of evidence", "pieces of evidence") : null,
            turn.FigureCount > 0 ? Figures.Count(turn.FigureCount, "figure") : null,
            turn.Judgements.Count > 0 ? Figures.Count(turn.Judgements.Count, "judgement") : null,
        }.OfType<string>().ToList();
        return parts.Count > 0 ? $"{string.Join(", ", parts)} from {Figures.Count(turn.Arrivals.Count, "source")}." : $"{Figures.Count(turn.Arrivals.Count, "source")}, with nothing taken from it.";
    }

    /// <summary>A figure as one line: "Bitcoin held, 31 Mar 2026: 1,025.69 BTC".</summary>
    public static string Told(StoryFigure figure) => $"{About(figure)}: {figure.Observation.Value}";

    public static string About(StoryFigure figure) => $"{figure.Metric.Title}, {Figures.Show(figure.Observation.Period)}";
}
