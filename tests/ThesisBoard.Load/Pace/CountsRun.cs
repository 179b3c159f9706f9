using System.Diagnostics;
using System.Globalization;
using ThesisBoard.Benchmarks;
using ThesisBoard.Tests.Shared.Clients;

namespace ThesisBoard.Load.Pace;

/// <summary>What the program costs in bytes, database commands and allocations: the same on every machine, so that a change that costs more is seen when it is made.</summary>
internal static class CountsRun
{
    private const int Pages = 100;
    private const int Turns = 5;

    /// <summary>The exit code: 1 if anything costs more than what was kept last, unless this is what is kept from now on.</summary>
    public static async Task<int> Run(string app, bool keeps)
    {
        var counts = await Measure(app);
        if (keeps)
            await PaceHistory.Keep([], counts);
        return PaceHistory.Compare(counts);
    }

    public static async Task<IReadOnlyList<Count>> Measure(string app)
    {
        await using var server = await MeasuredServer.Start(app, settings: Settings.NoLimits);
        using var owner = await server.Owner();
        using var reader = server.Visitor();
        var link = await owner.MakeLink(Measures.Board);
        return [.. await Bytes(server, link), .. await Commands(server, owner, reader), await Allocated(server, reader), .. await Judged()];
    }

    private static async Task<IEnumerable<Count>> Bytes(MeasuredServer server, string link)
    {
        await using var browser = await PaceBrowser.Launch();
        var weight = await Weights.Board(browser, server.Server.Address, link);
        return [new("shared board cold, KB", weight.Cold), new("shared board with every chart, KB", weight.WithCharts!.Value), new("shared board, second visit, KB", weight.Warm)];
    }

    private static async Task<IEnumerable<Count>> Commands(MeasuredServer server, Visitor owner, Visitor reader)
    {
        await using var circuit = await Circuit.Open(owner, Measures.Board);
        var writer = new Writer(circuit, Settings.Evidence);
        await writer.Change(); // what is read for the first time
        var background = await server.Background();
        var (change, after, kept) = (new List<int>(), new List<int>(), new List<int>());
        for (var turn = 0; turn < Turns; turn++)
        {
            change.Add(await Asked(writer.Change));
            after.Add(await Asked(() => reader.Http.GetStringAsync(Measures.Board)));
            kept.Add(await Asked(() => reader.Http.GetStringAsync(Measures.Board)));
        }

        return
        [
            new("database commands of a change by its dialog", change.Min(), IsExact: true),
            new("database commands of the first reader after it", after.Min(), IsExact: true),
            new("database commands of the next reader", kept.Min(), IsExact: true),
        ];

        async Task<int> Asked(Func<Task> act)
        {
            var before = await server.Counts();
            await act();
            return (await server.Counts()).CommandsSince(before, background).Values.Sum();
        }
    }

    private static async Task<Count> Allocated(MeasuredServer server, Visitor reader)
    {
        await Ask();
        var before = await server.Collected();
        await Ask();
        var after = await server.Collected();
        return new("allocated for a board made anew, KB", (after.Allocated - before.Allocated) / 1024.0 / Pages);

        async Task Ask()
        {
            for (var page = 0; page < Pages; page++)
                await reader.Http.GetStringAsync(Measures.Fresh(Measures.Board));
        }
    }

    /// <summary>In a process of its own, which compiles everything once: this one compiled some of it twice by now, and the second time better.</summary>
    private static async Task<IEnumerable<Count>> Judged()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Allocations).Assembly.Location, "allocated"])
        {
            RedirectStandardOutput = true,
            Environment = { [Allocations.Variable] = "0" },
        })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode != 0 ? throw new InvalidOperationException($"Counting allocations ended with {process.ExitCode}.") :
            from line in said.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            let words = line.Split('\t')
            select new Count(words[0], long.Parse(words[1], CultureInfo.InvariantCulture) / 1024.0);
    }
}

/// <summary>Something that is counted.</summary>
/// <param name="IsExact">It may not grow at all; the rest may by a twentieth, which is what the same program differs by.</param>
internal sealed record Count(string Name, double Value, bool IsExact = false)
{
    private const double Play = 1.05;

    public bool IsWithin(double kept) => Value <= (IsExact ? kept : kept * Play);
}
