using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Load.Runs;

/// <summary>From the start of the program, and from its sudden end, to the first board page.</summary>
internal static class StartRun
{
    private const int Turns = 5;

    public static async Task<int> Run(string app)
    {
        var report = new Report();
        var started = new List<Start>();
        for (var turn = 0; turn < Turns; turn++)
        {
            await using var fresh = new BoardServer { Assembly = app };
            started.Add(await Measures.StartOf(fresh.Restart, fresh));
        }

        report.Row(Invariant($"first start (new database) to the first board page, median of {Turns}"), Say(started), "≤ 3 s");

        await using var server = new BoardServer { Assembly = app };
        await server.Restart();
        var restarted = new List<Start>();
        for (var turn = 0; turn < Turns; turn++)
            restarted.Add(await Measures.StartOf(server.Restart, server));
        report.Row(Invariant($"kill -9 to the first board page, median of {Turns}"), Say(restarted), "≤ 3 s");
        return report.End();
    }

    private static string Say(List<Start> turns) =>
        Invariant($"{Measures.Median(turns.Select(t => t.Seconds)):0.00} s, {Measures.Median(turns.Select(t => t.Processor)):0.00} s of CPU");
}
