using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Load.Runs;

/// <summary>What a reader who is not signed in costs: first byte by the size of the record, requests a second, processor time for each. No circuit is open.</summary>
internal static class ServeRun
{
    public static async Task<int> Run(string app, string path)
    {
        var report = new Report();
        await using var server = new BoardServer { Assembly = app, Settings = Settings.NoLimits.ToDictionary(s => s.Name, s => s.Value) };
        await server.Restart();

        await Boards.Add(server, 50, 5000);
        foreach (var (name, anew) in new[] { ("cached", false), ("rendered anew", true) })
        {
            var (small, large) = await Measures.Pairs(server, "/t/grown-50", "/t/grown-5000", pairs: 25, anew);
            report.Row($"first byte, 50 and 5,000 pieces of evidence, {name}", Invariant($"{small:0.0} ms and {large:0.0} ms: {large / small:0.00}×"), "≤ 2×");
        }

        foreach (var (name, asked, requests, anew, goal) in new[]
        {
            ("plain text (`/health/live`), the yardstick", "/health/live", 4000, false, ""),
            ("anonymous board page, cached", path, 4000, false, "≥ 500/s, ≤ 3 ms"),
            ("anonymous board page, each rendered anew", path, 400, true, ""),
        })
        {
            await Measures.Throughput(server, asked, requests / 4, anew); // warm
            var (perSecond, processor) = await Measures.Throughput(server, asked, requests, anew);
            report.Row(name, Invariant($"{perSecond:#,0} requests/s, {processor:0.00} ms CPU each"), goal);
        }

        return report.End();
    }
}
