using Microsoft.AspNetCore.Diagnostics;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Api;

/// <summary>What is the same for every request to the API: errors have one shape, nothing is kept by others, and no cookie comes or goes.</summary>
internal static partial class ApiDoor
{
    /// <summary>Stands behind sign-in and before the gates of boards.</summary>
    public static void UseApiDoor(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (!http.Request.Path.StartsWithSegments(ApiUrls.Any))
        {
            await next(http);
            return;
        }

        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        http.Response.Headers.CacheControl = "private, no-cache";
        try
        {
            await next(http);
        }
        catch (Exception e) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            Failed(http.RequestServices.GetRequiredService<ILogger<Program>>(), e, http.Request.Method, http.Request.Path);
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }

        if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null } response)
        {
            response.ContentLength = null;
            await ApiProblem.OfStatus(response.StatusCode).ExecuteAsync(http);
        }
    });

    /// <summary>Nobody is let further without a token; behind the limits, so that tries cost what pages cost.</summary>
    public static async ValueTask<object?> NeedsToken(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        Actor.From(call.HttpContext.User).TokenId is null ? ApiProblem.NoToken(call.HttpContext) : await next(call);

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed")]
    private static partial void Failed(ILogger logger, Exception exception, string method, PathString path);
}
