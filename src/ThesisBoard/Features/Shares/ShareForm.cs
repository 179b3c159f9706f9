using System.Globalization;
using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Boards;

namespace ThesisBoard.Features.Shares;

/// <summary>The form in which a link is made, as a browser sends it.</summary>
public sealed class ShareForm
{
    public string? Name { get; set; }

    /// <summary>"live" or "pinned".</summary>
    public string? Shows { get; set; }

    public string? PinnedOn { get; set; }

    public string? Password { get; set; }

    /// <summary>The last day on which the link works.</summary>
    public string? LastDay { get; set; }

    public string? MaxViews { get; set; }

    public bool Documents { get; set; }

    public bool Comments { get; set; }

    public bool Preview { get; set; }

    public bool IsPinned => Shows == "pinned";

    /// <summary>The choices, and what cannot be read of them.</summary>
    public (ShareChoices Choices, IReadOnlyList<Problem> Problems) Read()
    {
        var problems = new List<Problem>();
        var views = Text(MaxViews) is { } number ? Number(number, problems) : null;
        return (new()
        {
            Name = Name ?? "",
            PinnedOn = IsPinned ? Date("pinnedOn", PinnedOn ?? "", problems) : null,
            Password = string.IsNullOrEmpty(Password) ? null : Password,
            ExpiresAt = Text(LastDay) is { } day ? Date("expiresAt", day, problems)?.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) : null,
            MaxViews = views,
            ShowsDocuments = Documents,
            ShowsComments = Comments,
            ShowsPreview = Preview,
        }, problems);
    }

    private static int? Number(string text, List<Problem> problems)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        problems.Add(new("maxViews", $"“{text}” is no whole number of views."));
        return null;
    }

    private static DateOnly? Date(string path, string text, List<Problem> problems)
    {
        if (BoardUrls.TryDate(text.Trim(), out var date))
            return date;
        problems.Add(new(path, text.Length == 0 ? "Choose the day at which the link stands still." : $"“{text}” is no date; write year, month and day, such as 2026-05-31."));
        return null;
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
