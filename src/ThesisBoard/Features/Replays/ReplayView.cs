using ThesisBoard.Core.Judging;
using ThesisBoard.Features.Boards;

namespace ThesisBoard.Features.Replays;

/// <summary>What a replay shows: the board on one date, and the story around it.</summary>
/// <param name="Board">The board on the date that the link asks for.</param>
/// <param name="Story">The whole story, dates that lie ahead included.</param>
public sealed record ReplayView(BoardView Board, Story Story)
{
    /// <summary>So many turns are told one by one; of a longer story those on which something moved.</summary>
    private const int ToldWhole = 150;

    /// <summary>So many stops a slider can be set to.</summary>
    private const int MostStops = 400;

    public string Home => Board.Home;

    public DateOnly On => Board.Board.AsOf;

    public int Place => Story.Place(On);

    /// <summary>The newest turn on or before the date; null before the first.</summary>
    public StoryTurn? Turn => Story.On(On);

    /// <summary>The date is one of the story's own, not one between two of them.</summary>
    public bool IsOnTurn => Turn?.On == On;

    public StoryTurn? Previous => IsOnTurn ? At(Place - 1) : Turn;

    public StoryTurn? Next => At(Place + 1);

    public string LinkOn(DateOnly date) => ReplayUrls.Replay(Home, date);

    /// <summary>The date lies ahead: it tells what holds if nothing more is published.</summary>
    public bool IsAhead(StoryTurn turn) => turn.On > Board.Today;

    /// <summary>The turns that are told one by one.</summary>
    public IReadOnlyList<StoryTurn> ToldTurns => Story.Turns.Count <= ToldWhole ? Story.Turns : [.. Story.Turns.Where((turn, i) => i == 0 || turn.HasMoved)];

    /// <summary>How many turns are left out of those, since nothing moved on them.</summary>
    public int LeftOut => Story.Turns.Count - ToldTurns.Count;

    /// <summary>The dates to which the slider goes: all of them, or of very many every so-manyth and those on which something moved.</summary>
    public IReadOnlyList<DateOnly> Stops
    {
        get
        {
            var step = (Story.Turns.Count + MostStops - 1) / MostStops;
            return [.. Story.Turns.Where((turn, i) => step <= 1 || i % step == 0 || turn.HasMoved || turn.On == Turn?.On).Select(t => t.On)];
        }
    }

    private StoryTurn? At(int place) => place >= 0 && place < Story.Turns.Count ? Story.Turns[place] : null;
}
