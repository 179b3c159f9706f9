using Microsoft.AspNetCore.Components.Endpoints;
using ThesisBoard.Data;
using ThesisBoard.Features.Boards;

namespace ThesisBoard.Features.Shares;

/// <summary>
/// The one door to every address below a share link. Unknown, revoked, ended and used up are one answer; so is what lies below a link whose door was not passed.
/// </summary>
internal static class ShareGate
{
    /// <summary>Stands behind routing and before whatever is cached.</summary>
    public static void UseShareGate(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (!http.Request.Path.StartsWithSegments(ShareUrls.Any) || http.GetRouteValue("token") is not string token)
        {
            await next(http);
            return;
        }

        if (await Visit(http, token) is not { } visit || !(visit.IsIn || IsEntrance(http)))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (!visit.IsIn && Is<SharedReportPage>(http))
        {
            http.Response.Redirect(ShareUrls.Door(token, BoardUrls.Read(http.Request.Query, out _)?.AsOf));
            return;
        }

        http.Features.Set(visit);
        await next(http);
    });

    /// <summary>The request is for the board itself, where the door stands, or for its report, which leads to the door: coming in by either is a view.</summary>
    public static bool IsEntrance(HttpContext http) => Is<SharePage>(http) || Is<SharedReportPage>(http);

    private static bool Is<TPage>(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type == typeof(TPage);

    private static async ValueTask<ShareVisit?> Visit(HttpContext http, string token)
    {
        var services = http.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        if (await services.GetRequiredService<ShareShelf>().Find(token, http.RequestAborted) is not { } link || link.HasEnded(now)
            || await services.GetRequiredService<BoardShelf>().Version(link.Slug, http.RequestAborted) is null)
            return null;
        var isKnown = services.GetRequiredService<ShareAdmission>().Has(http, link);
        return link.IsUsedUp && !isKnown ? null : new(link, token, isKnown);
    }
}
