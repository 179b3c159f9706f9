using ThesisBoard.Data;
using ThesisBoard.Features.Api;
using ThesisBoard.Features.Boards;

namespace ThesisBoard.Features.Members;

/// <summary>
/// The one door to every address of a board. A request learns here the reader's role on that board; for who may not read it the board is not there,
/// and the answer is the same as for a board that never was.
/// </summary>
internal static class BoardGate
{
    /// <summary>Stands behind routing and sign-in, and before whatever is cached.</summary>
    public static void UseBoardGate(this WebApplication app) => app.Use(async (http, next) =>
    {
        var actor = Actor.From(http.User);
        if (http.GetRouteValue("slug") is not string slug || !IsOfBoard(http.Request.Path, actor))
        {
            await next(http);
            return;
        }

        var access = await http.RequestServices.GetRequiredService<AccessShelf>().Of(slug, http.RequestAborted);
        if (!access.MayRead(actor) || await http.RequestServices.GetRequiredService<BoardShelf>().Version(slug, http.RequestAborted) is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
                http.Response.ContentLength = 0; // the page that says so is for who reads: it would take what is sent for a form of its own
            return;
        }

        if (access.RoleOf(actor) is var role && role != actor.Role && http.User.Identity?.AuthenticationType is { } scheme)
            http.User = actor.With(role).Principal(scheme);
        await next(http);
    });

    /// <summary>Without a token every address of the API answers the same, and later.</summary>
    private static bool IsOfBoard(PathString path, Actor actor) =>
        path.StartsWithSegments(BoardUrls.AnyBoard) || (actor.TokenId is not null && path.StartsWithSegments(ApiUrls.Boards));
}
