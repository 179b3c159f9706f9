using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ThesisBoard.Nodes;

/// <summary>Adds what several nodes of one installation need; on a node that is alone it costs a beat in the database.</summary>
public static class NodesSetup
{
    private static readonly TimeSpan HealthLimit = TimeSpan.FromSeconds(5);

    /// <exception cref="Data.RefusedToStartException">A setting cannot be read.</exception>
    public static void AddNodes(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(NodeSettings.Read(builder.Configuration));
        builder.Services.AddHostedService<RedisLink>();
        builder.Services.AddSingleton<NodeBeats>().AddHostedService(all => all.GetRequiredService<NodeBeats>());
        builder.Services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", timeout: HealthLimit)
            .AddCheck<NodesHealth>("nodes", failureStatus: HealthStatus.Degraded, timeout: HealthLimit);
    }

    /// <summary>Before the endpoints.</summary>
    public static void UseNodes(this WebApplication app) => app.UseMiddleware<StickinessWatch>();

    /// <summary>Alive is a node that answers; ready is one that a proxy may send people to.</summary>
    public static void MapNodes(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = Say });
    }

    private static Task Say(HttpContext http, HealthReport report)
    {
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(string.Join('\n', [report.Status.ToString(), .. report.Entries.Values.Select(e => e.Description).OfType<string>()]));
    }
}
