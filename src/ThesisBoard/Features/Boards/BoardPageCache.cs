using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;
using ThesisBoard.Data;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Boards;

/// <summary>
/// A board is rendered and compressed once for all readers who are not signed in and see the same thing: same link, version, day, last visit and theme.
/// A browser that has the page already is told so. Such a page holds nothing of one reader: no form that posts, no nonce.
/// </summary>
internal sealed class BoardPageCache(BoardShelf shelf, Members.Members members, TimeProvider time) : IOutputCachePolicy
{
    public const string Policy = "board";

    /// <inheritdoc />
    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        if (http.GetRouteValue("Slug") is not string slug || await shelf.Version(slug, cancellation) is not { } version)
            return;
        var now = new Visit(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), version);
        var isShared = HttpMethods.IsGet(http.Request.Method) && http.User.Identity is not { IsAuthenticated: true }
            && !http.Response.Headers.ContainsKey(HeaderNames.SetCookie); // else it already holds something for this reader alone
        http.Response.OnStarting(() => Finish(http, slug, now, isShared));
        if (!isShared)
            return;

        PageCaching.Keep(context, $"{version}.{BoardUrls.Date(now.On)}.{Visits.Last(http, slug, now)}.{PageCaching.Theme(http)}.{await members.HasOwner(cancellation)}");
    }

    /// <inheritdoc />
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <inheritdoc />
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.AllowCacheStorage &= context.HttpContext.Response.StatusCode == StatusCodes.Status200OK;
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs after the renderer has added its anti-forgery cookie and "no-store", of which a page without forms needs neither.</summary>
    private static Task Finish(HttpContext http, string slug, Visit now, bool isShared)
    {
        var response = http.Response;
        if (isShared)
            PageCaching.Strip(response);
        var isShown = response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified;
        if (!isShown)
            response.Headers.Remove(HeaderNames.ETag);
        else if (BoardUrls.Read(http.Request.Query, out _)?.AsOf is var asOf && (asOf is null || asOf == now.On))
            Visits.Remember(http, slug, now);
        return Task.CompletedTask;
    }
}
