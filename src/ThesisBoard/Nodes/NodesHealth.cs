using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ThesisBoard.Data;

namespace ThesisBoard.Nodes;

/// <summary>Without its database a node serves nobody: the proxy takes it out.</summary>
internal sealed class DatabaseHealth(IDbContextFactory<BoardDb> databases) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The database is out of reach.");
    }
}

/// <summary>Without Redis, or with something wrong between the nodes, a node still serves everybody, only slower to tell: it stays in.</summary>
internal sealed class NodesHealth(OtherNodes nodes, NodeBeats beats) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var troubles = NodeTroubles.Of(nodes, beats);
        return Task.FromResult(troubles.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join(' ', troubles)));
    }
}
