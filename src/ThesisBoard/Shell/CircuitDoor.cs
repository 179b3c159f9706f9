namespace ThesisBoard.Shell;

/// <summary>
/// Who may open a circuit: a signed-in member, from a page of this server. Nobody else has a page that asks for one, and a circuit holds memory for as long as it likes.
/// A browser tells with every connection which page opened it, and sends its cookies along from pages of others too.
/// </summary>
internal static class CircuitDoor
{
    internal const string Path = "/_blazor";

    public static void UseCircuitDoor(this WebApplication app) => app.Use((http, next) =>
    {
        if (!http.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal))
            return next(http);
        if (!IsOwnPage(http.Request))
            return Refuse(http, StatusCodes.Status403Forbidden);
        return http.User.Identity is { IsAuthenticated: true } ? next(http) : Refuse(http, StatusCodes.Status401Unauthorized);
    });

    /// <summary>Programs that are no browser name no origin. Host and port are compared, for a proxy may speak TLS in our place.</summary>
    private static bool IsOwnPage(HttpRequest request)
    {
        if (request.Headers.Origin is not [{ Length: > 0 } origin])
            return request.Headers.Origin.Count == 0;
        return Uri.TryCreate(origin, UriKind.Absolute, out var page)
            && Uri.TryCreate($"{page.Scheme}://{request.Host}", UriKind.Absolute, out var own)
            && Uri.Compare(page, own, UriComponents.HostAndPort, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
    }

    private static Task Refuse(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        http.Response.ContentLength = 0; // no page to say so: scripts ask here
        return Task.CompletedTask;
    }
}
