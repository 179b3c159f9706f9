namespace ThesisBoard.Features.Notices;

/// <summary>How a member follows a board.</summary>
public enum FollowMode
{
    /// <summary>Is told nothing, except in the program that somebody mentioned them.</summary>
    Off,

    /// <summary>Is told in the program, and by mail at once.</summary>
    AtOnce,

    /// <summary>Is told in the program, and by one mail a day.</summary>
    Daily,
}

/// <summary>What a notice is about.</summary>
public enum NoticeKind
{
    Verdict,
    Standing,
    Evidence,
    Mention,
    Deadline,

    /// <summary>It waits for the member's review.</summary>
    Review,
}

/// <summary>Something that one member is told of one board.</summary>
/// <param name="Anchor">The place on the board's page; blank for its head.</param>
public sealed record Notice(string Slug, NoticeKind Kind, string Text, string Anchor, DateTime At, bool IsRead)
{
    public const int LongestText = 400;

    /// <summary>A text that fits.</summary>
    public static string Fit(string text) => text.Length <= LongestText ? text : text[..(LongestText - 1)] + "…";
}

/// <summary>How a member follows one board.</summary>
/// <param name="DaysAhead">How many days before a deadline it is told.</param>
public sealed record Following(FollowMode Mode, int DaysAhead)
{
    public const int MostDaysAhead = 60;

    /// <summary>Who decided nothing follows nothing; a mention of them is mailed all the same.</summary>
    public static Following Nothing { get; } = new(FollowMode.Off, 7);

    /// <summary>When the mail of something that happens now is due: at once, or with the next morning's; null when none is wanted.</summary>
    internal static DateTime? MailAt(FollowMode mode, DateTime now) => mode switch
    {
        FollowMode.AtOnce => now,
        FollowMode.Daily => now.TimeOfDay < Morning ? now.Date + Morning : now.Date.AddDays(1) + Morning,
        _ => null,
    };

    private static TimeSpan Morning => TimeSpan.FromHours(7);
}
