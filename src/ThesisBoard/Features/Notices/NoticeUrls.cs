using ThesisBoard.Features.Boards;

namespace ThesisBoard.Features.Notices;

/// <summary>Every link to notices.</summary>
public static class NoticeUrls
{
    public const string Page = "/notices";

    /// <summary>Where a member decides how to follow a board.</summary>
    public static string Follow(string slug) => $"{Page}#follow-{Uri.EscapeDataString(slug)}";

    /// <summary>What a notice is about.</summary>
    public static string To(Notice notice) => BoardUrls.Board(notice.Slug, criterion: notice.Anchor.Length > 0 ? notice.Anchor : null);

    public static string Unsubscribe(string token) => $"/unsubscribe/{token}";
}
