using ThesisBoard.Shell;

namespace ThesisBoard.Nodes;

/// <summary>
/// Notices a proxy that is not sticky: a circuit that was agreed on with one node is asked for at another, which does not know it, and the person cannot edit.
/// </summary>
internal sealed partial class StickinessWatch(RequestDelegate next, OtherNodes nodes, TimeProvider clock, ILogger<StickinessWatch> log)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(10);
    private DateTimeOffset told = DateTimeOffset.MinValue;

    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        if (http.Response.StatusCode != StatusCodes.Status404NotFound || !nodes.Link.IsSet || !http.Request.Path.StartsWithSegments(CircuitDoor.Path) || !http.Request.Query.ContainsKey("id"))
            return;
        var now = clock.GetUtcNow();
        if (now - told < Quiet)
            return;
        told = now;
        Strayed(log);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Somebody's circuit was asked for at this node, which does not have it: the proxy before the nodes must be sticky. Keep each browser with one node by a cookie.")]
    private static partial void Strayed(ILogger log);
}
