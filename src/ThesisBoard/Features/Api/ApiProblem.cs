using ThesisBoard.Core.Theses;

namespace ThesisBoard.Features.Api;

/// <summary>The one shape of every error (RFC 9457): what is wrong, and what to do. <c>code</c> is for programs, and never changes.</summary>
internal static class ApiProblem
{
    public const string Json = "application/problem+json";

    public static IResult NoToken(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return Of(401, "token-needed", "This needs a token", "Send a personal token that holds in the header \"Authorization: Bearer …\". Tokens are made on the account page.");
    }

    /// <summary>Also for what is there and not the caller's.</summary>
    public static IResult NotThere() => Of(404, "not-found", "There is nothing here", "There is no such address, board or item, or you may not see it. Look at the address, and at what your account may see.");

    public static IResult Denied(bool onlyReads) => Of(403, "not-allowed", "You may not do this", onlyReads
        ? "This token only reads. Make one that reads and writes on the account page."
        : "Your role on this board does not carry this. Ask an owner of the board for another role.");

    public static IResult NoVersion() => Of(428, "if-match-needed", "Say which version you saw", "Send the ETag of what you change in the header If-Match, so that nobody's change is lost.");

    public static IResult Moved(string yours, string? current, string? value) => Of(412, "moved", "It changed meanwhile", current is null
        ? "What you want to change is gone. Read the board again."
        : "Somebody changed this since you read it. Look at \"currentValue\", and send your change again with \"current\" in If-Match.",
        more: [new("yours", yours), new("current", current), new("currentValue", ApiJson.Raw(value))]);

    public static IResult Invalid(IReadOnlyList<Problem> problems) => Of(422, "invalid", "This cannot be saved as it is", "Put right what \"errors\" names; nothing was changed.", problems);

    public static IResult Unreadable(IReadOnlyList<Problem> problems) => Of(400, "unreadable", "The request cannot be read", "Put right what \"errors\" names; nothing was changed.", problems);

    public static IResult TooLarge(int most) => Of(413, "too-large", "The request is too large", $"A request has at most {most / 1024} KB. Send less at once.");

    public static IResult NotJson() => Of(415, "not-json", "The request is not JSON", "Send JSON in UTF-8, with the header \"Content-Type: application/json\".");

    public static IResult TooMany(string seconds) => Of(429, "too-many", "Too many requests", $"Wait {seconds} seconds, then go on.");

    public static IResult Unavailable(string message) => Of(503, "unavailable", "It could not be saved", message);

    /// <summary>What a status means that the framework answered without a word.</summary>
    public static IResult OfStatus(int status) => status switch
    {
        404 => NotThere(),
        405 => Of(405, "method", "This address does not take that method", $"See what it takes in {ApiUrls.Description}."),
        >= 500 => Of(status, "failed", "Something failed here", "Nothing is wrong with the request. Send it again in a moment."),
        _ => Of(status, "refused", "The request cannot be answered", $"See how it is made in {ApiUrls.Description}."),
    };

    private static IResult Of(int status, string code, string title, string detail, IReadOnlyList<Problem>? errors = null, KeyValuePair<string, object?>[]? more = null) => Results.Problem(
        detail, statusCode: status, title: title, type: $"urn:thesisboard:problem:{code}",
        extensions:
        [
            new("code", code),
            .. errors is null ? [] : new KeyValuePair<string, object?>[] { new("errors", errors.Select(e => new ApiError(e.Path, e.Message)).ToArray()) },
            .. more ?? [],
        ]);
}

/// <summary>One thing that is wrong with a request.</summary>
/// <param name="Field">Where, as a JSON path into what was sent, or the name of a header or parameter.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record ApiError(string Field, string Message);
