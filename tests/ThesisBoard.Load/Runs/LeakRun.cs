using ThesisBoard.Tests.Shared.Clients;

namespace ThesisBoard.Load.Runs;

/// <summary>Circuits are opened, used and closed, half of them without a word; afterwards the heap is as large as before.</summary>
internal static class LeakRun
{
    private const double MostGrowth = 1.05;
    private const int Kept = 2;

    /// <summary>A call to a script that was never answered holds its circuit until it times out: the framework's own limit, and some time for the rest.</summary>
    private static readonly TimeSpan Unanswered = TimeSpan.FromSeconds(70);

    public static async Task<int> Run(string app, int cycles)
    {
        var report = new Report();
        var (before, after) = await Measure(app, cycles);
        var growth = (double)after / before;
        report.Must(
            Invariant($"live heap after {cycles:#,0} circuits opened and closed"),
            Invariant($"{before / 1024.0:#,0} KB before, {after / 1024.0:#,0} KB after: {growth:0.000}×"),
            Invariant($"≤ {MostGrowth}×"),
            growth <= MostGrowth);
        return report.End();
    }

    /// <summary>Live bytes before and after.</summary>
    public static async Task<(long Before, long After)> Measure(string app, int cycles)
    {
        await using var server = await MeasuredServer.Start(app, settings: [.. Settings.NoLimits, (Probe.ProbeStartup.KeptSeconds, Invariant($"{Kept}"))]);
        using var owner = await server.Owner();
        await Cycle(owner, Math.Max(100, cycles / 10)); // caches and pools reach their size
        var before = await Settled(server);
        await Cycle(owner, cycles);
        return (before, await Settled(server));
    }

    private static Task Cycle(Visitor owner, int cycles) => Crowd.Each(cycles, async number =>
    {
        await using var circuit = await Circuit.Open(owner, Measures.Board);
        var closed = await circuit.OpenDialog("edit-evidence", Settings.Evidence);
        await circuit.Press("Cancel");
        await closed;
        if (number % 2 == 0)
            await circuit.Leave();
    });

    /// <summary>
    /// The heap once the server has given up the circuits that left without a word. Pools of arrays are asked first: what lay unused in them from one
    /// collection to another that is half a minute later is let go.
    /// </summary>
    private static async Task<long> Settled(MeasuredServer server)
    {
        await server.Collected();
        await Task.Delay(Unanswered + TimeSpan.FromSeconds(5 * Kept));
        await server.Collected();
        return (await server.Collected()).Heap;
    }
}
