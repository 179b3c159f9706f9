using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using ThesisBoard.Tests.Shared.Clients;

namespace ThesisBoard.Load.Runs;

/// <summary>One address that opens all it can, under the limits as shipped, and what a signed-in member notices of it.</summary>
internal static class FloodRun
{
    private const int Asked = 60;
    private const double MostSlower = 2;

    public static async Task<int> Run(string app, int opens)
    {
        var report = new Report();
        await using var server = await MeasuredServer.Start(app);
        using var owner = await server.Owner();
        await using var circuit = await Circuit.Open(owner, Measures.Board);
        await circuit.OpenDialog("edit-evidence", Settings.Evidence);
        var writer = new Writer(circuit, Settings.Evidence);
        await Serve(owner, writer);
        var quiet = await Serve(owner, writer);

        var held = new ConcurrentBag<HttpResponseMessage>();
        var answers = new ConcurrentBag<HttpStatusCode>();
        using var reader = server.Visitor();
        var flood = Crowd.Each(opens, async () =>
        {
            using var negotiated = await reader.Http.PostAsync("_blazor/negotiate?negotiateVersion=1", null);
            answers.Add(negotiated.StatusCode);
            var stream = await reader.Http.GetAsync($"{Measures.Board}/changes", HttpCompletionOption.ResponseHeadersRead);
            held.Add(stream);
        });
        var flooded = await Serve(owner, writer);
        await flood;

        report.Must("circuits that were opened", Invariant($"{answers.Count(a => a == HttpStatusCode.OK)} of {opens:#,0}"), "0", answers.All(a => a == HttpStatusCode.Unauthorized));
        report.Row("streams that were opened", Invariant($"{held.Count(h => h.IsSuccessStatusCode):#,0} of {opens:#,0}"), "≤ 500");
        report.Row("a member's page and click while nobody floods", $"{quiet}");
        report.Row("the same during the flood", $"{flooded}");
        report.Limit("p95 during the flood against before", flooded.At(0.95) / quiet.At(0.95), MostSlower, "×");
        foreach (var stream in held)
            stream.Dispose();
        return report.End();
    }

    private static async Task<Times> Serve(Visitor member, Writer writer)
    {
        var times = new List<double>();
        for (var turn = 0; turn < Asked; turn++)
        {
            var watch = Stopwatch.StartNew();
            using (var page = await member.Http.GetAsync(Measures.Board))
                page.EnsureSuccessStatusCode();
            times.Add(watch.Elapsed.TotalMilliseconds);
            times.Add((await writer.Type()).TotalMilliseconds);
        }

        return new(times);
    }
}
