using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ThesisBoard.Load.Probe;

[assembly: HostingStartup(typeof(ProbeStartup))]

namespace ThesisBoard.Load.Probe;

/// <summary>Adds to the measured program what tells of its inside: <c>/__counts</c>, and <c>/__gc</c>, which collects all garbage first.</summary>
public sealed class ProbeStartup : IHostingStartup
{
    internal const string Counts = "/__counts";
    internal const string Collected = "/__gc";

    /// <summary>Seconds that the server keeps a circuit whose client is gone, or what is left of it; three minutes and two hours unless told.</summary>
    internal const string KeptSeconds = "Probe__KeptSeconds";

    /// <inheritdoc />
    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services =>
    {
        DiagnosticListener.AllListeners.Subscribe(DatabaseCounts.Instance);
        services.AddSingleton<IStartupFilter, Endpoints>();
        if (double.TryParse(Environment.GetEnvironmentVariable(KeptSeconds), out var seconds))
        {
            services.PostConfigure<CircuitOptions>(circuits =>
                circuits.DisconnectedCircuitRetentionPeriod = circuits.PersistedCircuitInMemoryRetentionPeriod = TimeSpan.FromSeconds(seconds));
        }
    });

    private static Reading Read(bool collects)
    {
        for (var turn = 0; turn < 3 && collects; turn++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        using var process = Process.GetCurrentProcess();
        return new(
            GC.GetTotalMemory(forceFullCollection: false),
            process.WorkingSet64,
            process.TotalProcessorTime.TotalMilliseconds,
            GC.GetTotalAllocatedBytes(),
            DatabaseCounts.Instance.LastCommit,
            DatabaseCounts.Instance.Commands);
    }

    private sealed class Endpoints : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (http, then) =>
            {
                if (http.Request.Path == Counts || http.Request.Path == Collected)
                    await http.Response.WriteAsJsonAsync(Read(collects: http.Request.Path == Collected));
                else
                    await then(http);
            });
            next(app);
        };
    }
}

/// <summary>What the measured program says of itself.</summary>
/// <param name="Heap">Live bytes of the managed heap, if garbage was collected just before.</param>
/// <param name="WorkingSet">Bytes that the process holds of the machine.</param>
/// <param name="Processor">Milliseconds of all processors since its start.</param>
/// <param name="Allocated">Bytes allocated since its start.</param>
/// <param name="LastCommit">When the last transaction was committed, on the machine's clock of <see cref="Stopwatch"/>; 0 for never.</param>
/// <param name="Commands">How often each database command ran, by its text.</param>
public sealed record Reading(long Heap, long WorkingSet, double Processor, long Allocated, long LastCommit, IReadOnlyDictionary<string, int> Commands)
{
    /// <summary>The commands that ran since another reading, without those that run when nobody asks for anything.</summary>
    internal IReadOnlyDictionary<string, int> CommandsSince(Reading before, IReadOnlySet<string> background) => Commands
        .Where(c => !background.Contains(c.Key))
        .Select(c => KeyValuePair.Create(c.Key, c.Value - before.Commands.GetValueOrDefault(c.Key)))
        .Where(c => c.Value > 0)
        .ToDictionary();
}
