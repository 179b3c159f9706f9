using Microsoft.AspNetCore.WebUtilities;
using ThesisBoard.Features.Boards;

namespace ThesisBoard.Features.Comments;

/// <summary>Every link to comments.</summary>
public static class CommentUrls
{
    /// <summary>Where the forms are sent.</summary>
    public static string Page(string slug) => $"{BoardUrls.Board(slug)}/comments";

    /// <summary>The board at the subject of a comment, as the page was on which it was written. Of the query that a form brings back only what a board knows is kept.</summary>
    public static string Back(string slug, string? query, CommentSubject? subject)
    {
        var asked = BoardUrls.Read(new QueryCollection(QueryHelpers.ParseQuery(query)), out _);
        return BoardUrls.Board(slug, asked, subject?.Anchor);
    }
}
