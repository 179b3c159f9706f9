using ThesisBoard.Tests.Shared.Clients;

namespace ThesisBoard.Load.Runs;

/// <summary>What a reader by a share link costs: requests a second and processor time for each. Nobody keeps cookies, so every request is also a view that is counted.</summary>
internal static class ShareRun
{
    private const int Requests = 4000;
    private const int Anew = 400;

    public static async Task<int> Run(string app)
    {
        var report = new Report();
        await using var server = await MeasuredServer.Start(app, settings: Settings.NoLimits);
        using var owner = await server.Owner();
        var link = await owner.MakeLink(Measures.Board);
        foreach (var (name, path, requests, anew, goal) in new[]
        {
            ("shared board, kept", link, Requests, false, "≥ 500/s, ≤ 3 ms"),
            ("shared board, each rendered anew", link, Anew, true, ""),
            ("its badge, kept", $"{link}/badge.svg", Requests, false, ""),
        })
        {
            await Measures.Throughput(server.Server, path, requests / 4, anew); // warm
            var (perSecond, processor) = await Measures.Throughput(server.Server, path, requests, anew);
            report.Row(name, Invariant($"{perSecond:#,0} requests/s, {processor:0.00} ms CPU each"), goal);
        }

        using var reader = server.Visitor();
        var page = await reader.Http.GetStringAsync(link);
        report.Must("circuits that a shared board asks for", page.Contains("<!--Blazor:", StringComparison.Ordinal) ? "some" : "0", "0", !page.Contains("<!--Blazor:", StringComparison.Ordinal));
        return report.End();
    }
}
