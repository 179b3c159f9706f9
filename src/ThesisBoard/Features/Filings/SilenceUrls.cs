using ThesisBoard.Features.Boards;

namespace ThesisBoard.Features.Filings;

/// <summary>Links to the page about what filings do not say.</summary>
public static class SilenceUrls
{
    public static string Page(string slug) => $"{BoardUrls.Board(slug)}/silence";
}
