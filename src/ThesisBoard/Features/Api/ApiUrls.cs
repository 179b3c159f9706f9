namespace ThesisBoard.Features.Api;

/// <summary>Every address of the API.</summary>
public static class ApiUrls
{
    /// <summary>The beginning of every address at which tokens count and cookies do not.</summary>
    public const string Any = "/api";
    public const string V1 = "/api/v1";
    public const string Boards = V1 + "/boards";

    /// <summary>Where the API describes itself.</summary>
    public const string Description = "/openapi/v1.json";

    public static string Board(string slug) => $"{Boards}/{Uri.EscapeDataString(slug)}";

    public static string Item(string slug, string noun, string key) => $"{Board(slug)}/{noun}/{Uri.EscapeDataString(key)}";

    /// <summary>The rest of a list.</summary>
    public static string Rest(HttpRequest request, string parameter, string value) =>
        $"{request.PathBase}{request.Path}{QueryString.Create(request.Query.Where(q => q.Key != parameter).Select(q => new KeyValuePair<string, string?>(q.Key, q.Value)).Append(new(parameter, value)))}";
}
