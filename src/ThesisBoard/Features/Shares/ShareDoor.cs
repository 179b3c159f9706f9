namespace ThesisBoard.Features.Shares;

/// <summary>What came of knocking.</summary>
internal enum DoorAnswer
{
    Open,
    WrongPassword,

    /// <summary>The last view was taken meanwhile, or the link was revoked.</summary>
    Gone,
}

/// <summary>Lets a reader in: by the password, where the link has one, and for one of its views.</summary>
internal sealed class ShareDoor(ShareViews views)
{
    public async Task<DoorAnswer> Knock(ShareLink link, string? password, CancellationToken ct)
    {
        if (link.PasswordHash is { } hash && !SharePassword.Fits(hash, password))
            return DoorAnswer.WrongPassword;
        return await views.Take(link, ct) ? DoorAnswer.Open : DoorAnswer.Gone;
    }
}
