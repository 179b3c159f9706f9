using System.Globalization;
using ThesisBoard.Features.Boards;

namespace ThesisBoard.Features.Filings;

/// <summary>Every link to the inbox and its filings.</summary>
public static class FilingUrls
{
    public static string Inbox(string slug, int page = 1) => page > 1
        ? string.Create(CultureInfo.InvariantCulture, $"{BoardUrls.Board(slug)}/inbox?page={page}")
        : $"{BoardUrls.Board(slug)}/inbox";

    public static string Filing(string slug, Guid id) => $"{Inbox(slug)}/{id}";

    /// <summary>The filing with which a board was just begun.</summary>
    public static string First(string slug, Guid id) => $"{Filing(slug, id)}?begun";

    /// <summary>A filing with more of its findings listed.</summary>
    public static string Filing(string slug, Guid id, FindingsShown shown) => shown == FindingsShown.AtFirst
        ? Filing(slug, id)
        : string.Create(CultureInfo.InvariantCulture, $"{Filing(slug, id)}?passages={shown.Passages}&facts={shown.Facts}");

    /// <summary>The inbox after something was done to a filing, with the way back.</summary>
    public static string After(string slug, FilingState state, Guid id) => $"{Inbox(slug)}?now={BoardUrls.Name(state)}&filing={id}";

    /// <summary>The inbox after a look at EDGAR: how many arrived, or null while it is still being asked.</summary>
    public static string AfterCheck(string slug, int? arrived) =>
        arrived is { } count ? string.Create(CultureInfo.InvariantCulture, $"{Inbox(slug)}?arrived={count}") : $"{Inbox(slug)}?checking";

    /// <summary>Where a member's page hears of changes, of the board and of its inbox.</summary>
    public static string Changes(string slug) => $"{Inbox(slug)}/changes";
}
