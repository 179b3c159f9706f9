using System.Globalization;
using System.Text;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Api;

/// <summary>The lists of a board's items: a page of them, each with the tag that a change of it needs.</summary>
internal static class ApiLists
{
    public const int Usual = 100, Most = 200;

    /// <summary>How many are asked for; false with what is wrong.</summary>
    public static bool TryLimit(HttpRequest request, out int limit, out IResult? refusal)
    {
        (limit, refusal) = (Usual, null);
        if (request.Query["limit"] is not { Count: > 0 } text || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= Most))
            return true;
        refusal = ApiProblem.Unreadable([new("limit", $"'limit' is a number from 1 to {Most}.")]);
        return false;
    }

    /// <summary>One page of a list.</summary>
    public static IResult Page<T>(HttpContext http, StoredBoard board, ItemTable<T> table, Func<T, bool> fits)
        where T : class
    {
        if (!TryLimit(http.Request, out var limit, out var refusal))
            return refusal!;
        var items = table.List(board.Content);
        var start = 0;
        if (http.Request.Query["after"] is { Count: > 0 } after)
        {
            while (start < items.Count && table.KeyOf(items[start]) != after)
                start++;
            if (start++ == items.Count)
                return ApiProblem.Unreadable([new("after", "'after' is the key of an item of this list. Begin the list again without it.")]);
        }

        return ApiTags.Tagged(http, ApiTags.Of(board.Version), () =>
        {
            var page = items.Skip(start).Where(fits).Take(limit + 1).ToList();
            return Write(board, table, page.Take(limit), page.Count > limit ? ApiUrls.Rest(http.Request, "after", table.KeyOf(page[limit - 1])) : null);
        });
    }

    public static string Write<T>(StoredBoard board, ItemTable<T> table, IEnumerable<T> items, string? next)
        where T : class
    {
        var json = new StringBuilder("{\"items\":[");
        var isFirst = true;
        foreach (var item in items)
        {
            json.Append(isFirst ? "" : ",").Append("{\"etag\":").Append(ThesisJson.Write(ApiTags.Of(board.RowVersion(table.Kind, table.KeyOf(item)))))
                .Append(",\"value\":").Append(ThesisJson.Write(item)).Append('}');
            isFirst = false;
        }

        return json.Append("],\"next\":").Append(next is null ? "null" : ThesisJson.Write(next)).Append('}').ToString();
    }
}
