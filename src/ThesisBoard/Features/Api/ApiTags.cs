using System.Globalization;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Api;

/// <summary>Versions in headers: ETag and If-None-Match of what is read, If-Match of what is changed, and the name of a request that may be sent again.</summary>
internal static class ApiTags
{
    public const string BoardVersion = "Board-Version";
    public const string RetryKey = "Idempotency-Key";
    private const int LongestKey = 100;

    public static string Of(long version) => $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    public static string Of(Guid row) => $"\"{row:n}\"";

    /// <summary>The JSON with its tag, or only that the caller has it already.</summary>
    public static IResult Tagged(HttpContext http, string tag, Func<string> json, int status = StatusCodes.Status200OK)
    {
        http.Response.Headers.ETag = tag;
        return Has(http.Request.Headers.IfNoneMatch, tag) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Text(json(), "application/json", statusCode: status);
    }

    /// <summary>The version that the caller saw, as it was sent; null where none was. One that is no version of ours is none that anything has.</summary>
    public static string? Seen(HttpContext http) => http.Request.Headers.IfMatch is { Count: > 0 } tags && tags.ToString() is { Length: > 0 and <= LongestKey } tag ? tag : null;

    public static Guid Row(string tag) => Guid.TryParseExact(tag.Trim('"'), "n", out var row) && tag == Of(row) ? row : Guid.Empty;

    public static Problem BadKey { get; } = new(RetryKey, "An Idempotency-Key is 1 to 100 visible characters, such as a UUID.");

    /// <summary>The name of the request, null where it has none; false where it is no name.</summary>
    public static bool TryKey(HttpContext http, out string? key)
    {
        key = http.Request.Headers[RetryKey] is { Count: > 0 } keys ? keys.ToString() : null;
        return key is null || (key.Length is > 0 and <= LongestKey && key.All(c => c is > ' ' and <= '~'));
    }

    /// <summary>The request by its name and all that it asks.</summary>
    public static RetryId? Retry(HttpContext http, Actor actor, string slug, string? key) =>
        key is null ? null : RetryId.Of(actor.MemberId!.Value, slug, key, $"{http.Request.Method} {http.Request.Path}\n{ApiJson.HashOfBody(http)}");

    private static bool Has(StringValues tags, string tag) =>
        EntityTagHeaderValue.TryParseList(tags, out var known) && known.Any(k => k.Tag == "*" || k.Tag == tag);
}
