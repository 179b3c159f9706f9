namespace ThesisBoard.Features.Filings;

/// <summary>What a person can do with a filing in the inbox.</summary>
/// <param name="Name">Its name in the form.</param>
/// <param name="Word">What the button says.</param>
/// <param name="Does">What pressing it does.</param>
public sealed record FilingAct(string Name, string Word, string Does)
{
    private static readonly FilingAct Dismiss = new("dismiss", "Dismiss", "Puts it aside, since nothing in it matters here. It stays listed and can be brought back");
    private static readonly FilingAct Done = new("done", "Done", "Says that you went through it: it waits no longer. What was accepted stays on the record");
    private static readonly FilingAct LetIn = new("release", "Let it in", "Says that it belongs here in spite of the warning: what is in it can be accepted then");
    private static readonly FilingAct Back = new("back", "Bring back", "Lets it wait in the inbox again. What was accepted stays on the record");

    /// <summary>One file a filing, where several were brought in at once.</summary>
    public static FilingAct Apart { get; } = new("apart", "Take apart", "Makes each of its documents a filing of its own");

    public static IReadOnlyList<FilingAct> Of(FilingState state) => state switch
    {
        FilingState.New => [Done, Dismiss],
        FilingState.Held => [LetIn, Dismiss],
        _ => [Back],
    };
}
