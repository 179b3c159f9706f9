using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Model;
using Yarp.ReverseProxy.Transforms;

namespace ThesisBoard.Browser.Tests.Nodes;

/// <summary>A real reverse proxy before several nodes: whoever came to a node stays with it by a cookie, and a node that is not ready gets nobody.</summary>
public sealed class Proxy : IAsyncDisposable
{
    /// <summary>The header of every answer that names the node behind it.</summary>
    public const string Header = "node";
    private readonly WebApplication _app;

    private Proxy(WebApplication app) => _app = app;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static Task<Proxy> Sticky(params Uri[] nodes) =>
        Start([Route("all", "{**path}", "nodes")], [Cluster("nodes", nodes, new SessionAffinityConfig { Enabled = true, Policy = "HashCookie", FailurePolicy = "Redistribute", AffinityKeyName = "stay" })]);

    /// <summary>The worst of a proxy that is not sticky: a circuit is agreed on with one node, and asked for at another.</summary>
    public static Task<Proxy> NotSticky(Uri first, Uri second) => Start(
        [Route("agree", "/_blazor/negotiate", "first") with { Order = 0 }, Route("circuit", "/_blazor/{**path}", "second") with { Order = 1 }, Route("rest", "{**path}", "first") with { Order = 2 }],
        [Cluster("first", [first], null), Cluster("second", [second], null)]);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true)); // open event streams do not hold it up
        await _app.DisposeAsync();
    }

    private static async Task<Proxy> Start(IReadOnlyList<RouteConfig> routes, IReadOnlyList<ClusterConfig> clusters)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddReverseProxy().LoadFromMemory(routes, clusters).AddTransforms(transforms =>
        {
            transforms.AddOriginalHost();
            transforms.AddResponseTransform(answer =>
            {
                answer.HttpContext.Response.Headers[Header] = answer.HttpContext.GetReverseProxyFeature().ProxiedDestination?.DestinationId;
                return ValueTask.CompletedTask;
            });
        });
        var app = builder.Build();
        app.MapReverseProxy();
        await app.StartAsync();
        return new(app);
    }

    private static RouteConfig Route(string name, string path, string cluster) => new() { RouteId = name, ClusterId = cluster, Match = new() { Path = path } };

    private static ClusterConfig Cluster(string name, Uri[] nodes, SessionAffinityConfig? affinity) => new()
    {
        ClusterId = name,
        LoadBalancingPolicy = "RoundRobin",
        SessionAffinity = affinity,
        HealthCheck = new()
        {
            Active = new()
            {
                Enabled = true, Policy = HealthCheckConstants.ActivePolicy.ConsecutiveFailures, Path = "/health/ready", Interval = TimeSpan.FromMilliseconds(500), Timeout = TimeSpan.FromSeconds(5),
            },
        },
        Metadata = new Dictionary<string, string> { [ConsecutiveFailuresHealthPolicyOptions.ThresholdMetadataName] = "1" },
        Destinations = nodes.Select((node, i) => (Name: $"{i}", Node: node)).ToDictionary(d => d.Name, d => new DestinationConfig { Address = d.Node.ToString() }),
    };
}
