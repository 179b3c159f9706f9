using Microsoft.AspNetCore.Antiforgery;
using ThesisBoard.Features.Members;
using ThesisBoard.Shell;

namespace ThesisBoard.Features.Accounts;

/// <summary>What the script of the account pages asks for before it asks the browser. The answers come back in the pages' own forms.</summary>
internal static class PasskeyEndpoints
{
    private const string Json = "application/json; charset=utf-8";

    public static void MapPasskeys(this IEndpointRouteBuilder app)
    {
        app.MapPost(AccountUrls.PasskeyOptions, async (HttpContext http, IAntiforgery antiforgery, PasskeyDesk desk) =>
            !await antiforgery.IsRequestValidAsync(http) ? Results.BadRequest()
            : await desk.CreationOptions(Actor.From(http.User), http) is { } options ? Results.Text(options, Json) : Results.NotFound());
        app.MapPost(AccountUrls.SignInPasskeyOptions, async (HttpContext http, IAntiforgery antiforgery, PasskeyDesk desk) =>
            await antiforgery.IsRequestValidAsync(http) ? Results.Text(await desk.RequestOptions(http), Json) : Results.BadRequest()).RequireRateLimiting(Limits.SignIns);
    }
}
