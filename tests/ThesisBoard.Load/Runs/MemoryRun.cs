using ThesisBoard.Tests.Shared.Clients;

namespace ThesisBoard.Load.Runs;

/// <summary>What an open circuit holds of the server: the framework's own template counter, then an editor's board, in one run.</summary>
internal static class MemoryRun
{
    private const double MostTimesTemplate = 4;
    private const double MostResident = 1024;

    public static async Task<int> Run(string app, int circuits)
    {
        var report = new Report();
        using var template = await Baseline.Publish();
        Held counter;
        await using (var server = await MeasuredServer.Start(template.Assembly, ready: Baseline.Page))
        {
            using var visitor = server.Visitor();
            counter = await Hold(server, visitor, Baseline.Page, circuits, circuit => circuit.Press("Click me"));
            report.Row("template counter, clicked once", $"{counter}");
        }

        foreach (var (name, act) in States)
        {
            await using var server = await MeasuredServer.Start(app, settings: Settings.NoLimits);
            using var owner = await server.Owner();
            var held = await Hold(server, owner, Measures.Board, circuits, act);
            report.Row($"editor's board, {name}", $"{held}");
            report.Limit($"editor's board, {name}: live heap against the template", held.Heap / counter.Heap, MostTimesTemplate, "×");
            report.Limit($"editor's board, {name}: resident", held.Resident, MostResident, "KB");
        }

        return report.End();
    }

    private static (string Name, Func<Circuit, Task> Act)[] States =>
    [
        ("no dialog opened yet", _ => Task.CompletedTask),
        ("a dialog open", circuit => circuit.OpenDialog("edit-evidence", Settings.Evidence)),
        ("after a dialog was closed", async circuit =>
        {
            var closed = await circuit.OpenDialog("edit-evidence", Settings.Evidence);
            await circuit.Press("Cancel");
            await closed;
        }),
    ];

    /// <summary>What so many circuits hold, and what each took to open.</summary>
    public static async Task<Held> Hold(MeasuredServer server, Visitor visitor, string path, int count, Func<Circuit, Task> act)
    {
        // What the first ones bring in (compiled code, caches, pools) is not theirs alone.
        var open = new List<Circuit>();
        await Open(20);
        foreach (var circuit in open)
            await circuit.Leave();
        open.Clear();
        await Task.Delay(1000);
        var before = await server.Collected();
        await Open(count);
        await Task.Delay(1000);
        var after = await server.Collected();
        foreach (var circuit in open)
            await circuit.Leave();
        return new((after.Heap - before.Heap) / 1024.0 / count, (after.WorkingSet - before.WorkingSet) / 1024.0 / count, (after.Processor - before.Processor) / count);

        async Task Open(int number)
        {
            for (var i = 0; i < number; i++)
            {
                var circuit = await Circuit.Open(visitor, path);
                open.Add(circuit);
                await act(circuit);
            }
        }
    }
}

/// <summary>Kilobytes and milliseconds a circuit.</summary>
internal sealed record Held(double Heap, double Resident, double Processor)
{
    public override string ToString() => Invariant($"{Heap:#,0} KB live heap, {Resident:#,0} KB resident, {Processor:0} ms CPU to open");
}
