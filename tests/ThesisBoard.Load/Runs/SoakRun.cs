using System.Collections.Concurrent;
using System.Diagnostics;
using ThesisBoard.Tests.Shared.Clients;

namespace ThesisBoard.Load.Runs;

/// <summary>Circuits that lose their connection every minute and come back, for as long as told: the heap stays flat, and nothing is lost.</summary>
internal static class SoakRun
{
    private const double MostGrowth = 1.05;

    public static async Task<int> Run(string app, int circuits, int minutes)
    {
        var report = new Report();
        await using var server = await MeasuredServer.Start(app, settings: Settings.NoLimits);
        using var owner = await server.Owner();
        var open = new ConcurrentBag<Circuit>();
        await Crowd.Each(circuits, async () => open.Add(await Circuit.Open(owner, Measures.Board)));
        var errors = new ConcurrentBag<string>();
        var heaps = new List<long>();
        for (var minute = 0; minute <= minutes; minute++)
        {
            await Task.WhenAll(open.Select(circuit => Minute(circuit, errors)));
            heaps.Add((await server.Collected()).Heap);
            Console.Error.WriteLine(Invariant($"minute {minute}: {heaps[^1] / 1024.0:#,0} KB, {errors.Count} errors"));
        }

        var growth = (double)heaps[^1] / heaps[0];
        report.Must(
            Invariant($"live heap of {circuits} circuits that reconnect every minute, after the first minute and {minutes} later"),
            Invariant($"{heaps[0] / 1024.0:#,0} KB, {heaps[^1] / 1024.0:#,0} KB: {growth:0.000}×"),
            Invariant($"≤ {MostGrowth}×"),
            growth <= MostGrowth);
        report.Must("errors", Invariant($"{errors.Count}"), "0", errors.IsEmpty);
        foreach (var error in errors.CountBy(e => e))
            Console.Error.WriteLine($"{error.Value} × {error.Key}");
        foreach (var circuit in open)
            await circuit.Leave();
        return report.End();
    }

    private static async Task Minute(Circuit circuit, ConcurrentBag<string> errors)
    {
        var watch = Stopwatch.StartNew();
        await Task.Delay(TimeSpan.FromSeconds(Random.Shared.NextDouble() * 45));
        try
        {
            await circuit.Drop();
            await Task.Delay(TimeSpan.FromSeconds(1 + Random.Shared.NextDouble()));
            if (!await circuit.Reconnect())
                throw new CircuitLostException("The server does not know the circuit any more.");
            var closed = await circuit.OpenDialog("edit-evidence", Settings.Evidence);
            await circuit.Press("Cancel");
            await closed;
        }
        catch (Exception e) when (e is CircuitLostException or RefusedCallException or TimeoutException or HttpRequestException or InvalidOperationException)
        {
            errors.Add(e.Message);
        }

        await Task.Delay(TimeSpan.FromSeconds(Math.Max(0, 60 - watch.Elapsed.TotalSeconds)));
    }
}
