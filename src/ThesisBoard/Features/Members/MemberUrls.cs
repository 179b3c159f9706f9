using ThesisBoard.Features.Boards;

namespace ThesisBoard.Features.Members;

/// <summary>Every link to the people of a board, and every link that lets somebody in.</summary>
public static class MemberUrls
{
    public const string SignOut = "/sign-out";

    public static string People(string slug) => $"{BoardUrls.Board(slug)}/members";

    /// <summary>An invitation to a board.</summary>
    public static string Join(string token) => $"/join/{Uri.EscapeDataString(token)}";

    /// <summary>A one-time link that signs a member in.</summary>
    public static string OneTime(string token) => $"/sign-in/{Uri.EscapeDataString(token)}";
}
