using ThesisBoard.Core.Theses;

namespace ThesisBoard.Features.Shares;

/// <summary>What somebody chooses when making a link. No record, for a record would print the password.</summary>
public sealed class ShareChoices
{
    public const int ShortestPassword = 8;
    public const int LongestPassword = 200;
    public const int MostViews = 1_000_000;

    /// <summary>For whom it is, as its makers call it; readers never see it.</summary>
    public required string Name { get; init; }

    /// <summary>Readers may open the documents that the board's evidence cites.</summary>
    public bool ShowsDocuments { get; init; }

    /// <summary>Readers see the comments.</summary>
    public bool ShowsComments { get; init; }

    /// <summary>A preview of the link, such as in a chat, names the board and its verdict.</summary>
    public bool ShowsPreview { get; init; }

    /// <summary>The knowledge date at which the board stands still; null follows the board.</summary>
    public DateOnly? PinnedOn { get; init; }

    public string? Password { get; init; }

    /// <summary>From this moment on, in UTC, the link does not work any more.</summary>
    public DateTime? ExpiresAt { get; init; }

    /// <summary>How many visits it is good for.</summary>
    public int? MaxViews { get; init; }

    /// <summary>Everything that is wrong with it, all at once.</summary>
    internal IEnumerable<Problem> Problems(DateTime now)
    {
        if (string.IsNullOrWhiteSpace(Name))
            yield return new("name", "Name the link, such as by who gets it: only members see the name.");
        else if (Name.Trim().Length > ThesisCheck.MaxTitle)
            yield return new("name", $"The name is longer than {ThesisCheck.MaxTitle} characters.");
        if (PinnedOn is { } pinned && (pinned < ThesisCheck.FirstDate || pinned > DateOnly.FromDateTime(now)))
            yield return new("pinnedOn", "Pin the link to today or to an earlier day: nobody knows yet what will be on file later.");
        foreach (var problem in PasswordProblems(Password))
            yield return problem;
        if (ExpiresAt is { } end && end <= now)
            yield return new("expiresAt", "The link would have ended already; choose a later day.");
        if (MaxViews is < 1 or > MostViews)
            yield return new("maxViews", $"The number of views is a whole number from 1 to {MostViews}, or nothing.");
    }

    internal static IEnumerable<Problem> PasswordProblems(string? password)
    {
        if (password is { Length: < ShortestPassword })
            yield return new("password", $"The password needs at least {ShortestPassword} characters, or leave it empty.");
        if (password is { Length: > LongestPassword })
            yield return new("password", $"The password is longer than {LongestPassword} characters.");
    }
}
