namespace ThesisBoard.Features.Shares;

/// <summary>A request that came in by a link which works.</summary>
/// <param name="IsKnown">The reader was let in, or counted, before: the browser has the cookie of that.</param>
internal sealed record ShareVisit(ShareLink Link, string Token, bool IsKnown)
{
    /// <summary>The board may be shown; else only the door.</summary>
    public bool IsIn => IsKnown || !Link.HasDoor;
}
