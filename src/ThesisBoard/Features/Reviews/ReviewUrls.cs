using ThesisBoard.Features.Boards;

namespace ThesisBoard.Features.Reviews;

/// <summary>Every link to the page of reviews.</summary>
public static class ReviewUrls
{
    /// <summary>What waits for whose review; a criterion's part of it.</summary>
    public static string Page(string slug, string? criterion = null) =>
        $"{BoardUrls.Board(slug)}/reviews{(criterion is null ? "" : $"#{Uri.EscapeDataString(criterion)}")}";

    /// <summary>The same after something was done.</summary>
    public static string Done(string slug, string what, string? criterion = null) =>
        $"{BoardUrls.Board(slug)}/reviews?now={what}{(criterion is null ? "" : $"#{Uri.EscapeDataString(criterion)}")}";
}
