namespace ThesisBoard.Features.Shares;

/// <summary>A link that works, as this process knows it: what it opens, and what it asks for. Immutable, and shared by all requests.</summary>
/// <param name="TokenHash">What the token is known by.</param>
/// <param name="RowVersion">Changes with the password: what let a reader in before counts no more.</param>
/// <param name="PinnedOn">The knowledge date at which it stands still; null follows the board.</param>
/// <param name="PinnedVersion">The version of the record that a pinned link shows.</param>
/// <param name="IsUsedUp">All its views are taken; who took one still reads.</param>
public sealed record ShareLink(
    Guid Id, string Slug, string TokenHash, Guid RowVersion, bool ShowsDocuments, bool ShowsComments, bool ShowsPreview,
    DateOnly? PinnedOn, long? PinnedVersion, string? PasswordHash, DateTime? ExpiresAt, int? MaxViews, bool IsUsedUp, DateTime MadeAt)
{
    /// <summary>A reader has to do something before the board is shown: type the password, or take one of the views. Loading an address alone does neither.</summary>
    public bool HasDoor => PasswordHash is not null || MaxViews is not null;

    public bool HasEnded(DateTime now) => ExpiresAt <= now;
}
