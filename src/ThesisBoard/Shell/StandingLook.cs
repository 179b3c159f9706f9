using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Shell;

/// <summary>How a standing, a verdict or the state of a quote is shown: by word, shape and colour together, so that none of the three is needed alone.</summary>
/// <param name="Word">The word.</param>
/// <param name="Css">The class, which is also the name of its colour in <c>look.css</c>.</param>
/// <param name="Path">The icon's strokes in a 24 × 24 box.</param>
/// <param name="Meaning">One line for a tooltip or legend.</param>
/// <param name="IsDashed">Drawn with a broken line: there is nothing on file to draw.</param>
public sealed record StandingLook(string Word, string Css, string Path, string Meaning, bool IsDashed = false)
{
    private const string Circle = "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0";
    private const string Tick = Circle + "m5 .5 2.7 2.7 5.5-6.2";
    private const string Triangle = "M12 3.5 2.8 20h18.4zM12 10v4.2m0 2.5v.3";
    private const string CrossedOctagon = "M8 3h8l5 5v8l-5 5H8l-5-5V8zM9 9l6 6m0-6-6 6";
    private const string Hourglass = "M6 3h12M6 21h12M7 3c0 5 10 5 10 9s-10 4-10 9m10-18c0 5-10 5-10 9s10 4 10 9";
    private const string BarredCircle = Circle + "m3 6 12-12";
    private const string Question = "M9.3 9.4a2.8 2.8 0 1 1 4 2.9c-.9.4-1.3 1-1.3 1.9m0 2.6v.2" + Circle;

    public static StandingLook Of(Standing standing) => standing switch
    {
        Standing.Met => new("Met", "met", Tick, "The rule's line is held"),
        Standing.Strained => new("Strained", "strained", Triangle, "Not broken, but under pressure"),
        Standing.Broken => new("Broken", "broken", CrossedOctagon, "The line is crossed"),
        Standing.Unknown => new("Unknown", "unknown", Circle, "Nothing on file yet", IsDashed: true),
        Standing.Undisclosed => new("Undisclosed", "silent", Hourglass, "Past its deadline and still nothing on file"),
        Standing.Unverifiable => new("Unverifiable", "barred", BarredCircle, "Cannot be checked by design"),
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "No such standing"),
    };

    public static StandingLook Of(Verdict verdict) => verdict switch
    {
        Verdict.Intact => new("Intact", "met", Tick, "No criterion is broken and every leg of the line is met"),
        Verdict.Strained => new("Strained", "strained", Triangle, "A criterion is broken; the line is not crossed"),
        Verdict.Unproven => new("Unproven", "unknown", Question, "A leg of the line is not met yet"),
        Verdict.Broken => new("Broken", "broken", CrossedOctagon, "The invalidation line is crossed"),
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "No such verdict"),
    };

    /// <summary>What became of a quoted passage: no standing, but read with the same colours.</summary>
    public static StandingLook Of(AnchorState state) => state switch
    {
        AnchorState.Exact => new("exact", "met", "m5 13 4 4L19 7", "The quote stands where it stood"),
        AnchorState.Moved => new("moved", "unknown", "M4 12h15m-5-5 5 5-5 5", "The quote stands elsewhere"),
        AnchorState.Changed => new("changed", "strained", "M5 9h14M5 15h14m-9-11-2 16m8-16-2 16", "Other words stand there"),
        _ => new("lost", "broken", "m6 6 12 12M18 6 6 18", "The quote is not found any more"),
    };
}
