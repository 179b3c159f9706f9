using Microsoft.AspNetCore.WebUtilities;
using ThesisBoard.Features.Boards;

namespace ThesisBoard.Features.Filings;

/// <summary>Links to the page about what filings do not say.</summary>
public static class SilenceUrls
{
    /// <summary>The searches that are evidence, each looked at again.</summary>
    public static string OnFile(string slug) => $"{Page(slug)}#searches-list";

    /// <param name="terms">What to look for, ready in the form.</param>
    /// <param name="criterion">For which criterion.</param>
    public static string Page(string slug, IEnumerable<string>? terms = null, string? criterion = null)
    {
        var url = $"{BoardUrls.Board(slug)}/silence";
        if (terms is not null)
            url = QueryHelpers.AddQueryString(url, "terms", string.Join('\n', terms));
        return criterion is null ? url : QueryHelpers.AddQueryString(url, "criterion", criterion);
    }
}
