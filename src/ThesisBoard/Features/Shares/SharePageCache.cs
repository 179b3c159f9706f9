using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;
using ThesisBoard.Features.Boards;

namespace ThesisBoard.Features.Shares;

/// <summary>
/// A shared board, and each file below its link, is made once for all who come by that link: for the same link, version, day and theme. The gate stands before,
/// so a page that is kept is never shown by a link that does not work any more.
/// </summary>
internal sealed class SharePageCache(ShareReader reader, ShareViews views, ShareAdmission admission, TimeProvider time) : IOutputCachePolicy
{
    public const string Policy = "share";

    /// <inheritdoc />
    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        if (http.Features.Get<ShareVisit>() is not { IsIn: true } visit || !HttpMethods.IsGet(http.Request.Method))
            return;
        var stamp = await reader.Stamp(visit.Link, cancellation);
        http.Response.OnStarting(() => Finish(http, visit));
        var today = BoardUrls.Date(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        PageCaching.Keep(context, $"{visit.Link.Id:n}.{visit.Link.RowVersion:n}.{stamp}.{today}.{PageCaching.Theme(http)}");
    }

    /// <inheritdoc />
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <inheritdoc />
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.AllowCacheStorage &= context.HttpContext.Response.StatusCode == StatusCodes.Status200OK;
        return ValueTask.CompletedTask;
    }

    /// <summary>A page that holds nothing of one reader needs no cookie of the renderer's; a visit that was not counted yet is counted here.</summary>
    private async Task Finish(HttpContext http, ShareVisit visit)
    {
        PageCaching.Strip(http.Response);
        if (http.Response.StatusCode is not (StatusCodes.Status200OK or StatusCodes.Status304NotModified))
        {
            http.Response.Headers.Remove(HeaderNames.ETag);
            return;
        }

        if (visit.IsKnown || !ShareGate.IsEntrance(http))
            return;
        await views.Take(visit.Link, CancellationToken.None); // in memory: a link with a maximum has a door
        admission.Give(http, visit);
    }
}
