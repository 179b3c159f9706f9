namespace ThesisBoard.Features.Filings;

/// <summary>What the relations of a found figure to the record are called on screen.</summary>
internal static class MatchWords
{
    public static string Of(MatchState state) => state switch
    {
        MatchState.New => "new",
        MatchState.SameAsOnFile => "same as on file",
        MatchState.Restates => "restates",
        MatchState.Differs => "differs",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such relation"),
    };
}
