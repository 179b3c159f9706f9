using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Reviews;

namespace ThesisBoard.Features.Notices;

/// <summary>Every link to notices.</summary>
public static class NoticeUrls
{
    public const string Page = "/notices";

    /// <summary>Where a member decides how to follow a board.</summary>
    public static string Follow(string slug) => $"{Page}#follow-{Uri.EscapeDataString(slug)}";

    /// <summary>What a notice is about.</summary>
    public static string To(Notice notice) => To(notice.Slug, notice.Kind, notice.Anchor);

    public static string To(string slug, NoticeKind kind, string anchor)
    {
        var place = anchor.Length > 0 ? anchor : null;
        return kind == NoticeKind.Review ? ReviewUrls.Page(slug, place) : BoardUrls.Board(slug, criterion: place);
    }

    public static string Unsubscribe(string token) => $"/unsubscribe/{token}";
}
