using System.Globalization;
using ThesisBoard.Browser.Tests.Hosting;
using ThesisBoard.Load;

// Measures the app as it is published, in a process of its own, on loopback only, with a bounded number of requests; about two minutes.
using var app = await PublishedApp.Publish();
Console.WriteLine("| measure | result | goal |");
Console.WriteLine("|---|---|---|");

var started = new List<Start>();
for (var turn = 0; turn < 5; turn++)
{
    await using var fresh = new BoardServer { Assembly = app.Assembly };
    started.Add(await Measures.StartOf(fresh.Restart, fresh));
}

Row("first start (new database) to the first board page, median of 5", Started(started), "≤ 3 s");

await using var server = new BoardServer { Assembly = app.Assembly };
await server.Restart();
var restarted = new List<Start>();
for (var turn = 0; turn < 5; turn++)
    restarted.Add(await Measures.StartOf(server.Restart, server));
Row("kill -9 to the first board page, median of 5", Started(restarted), "≤ 3 s");

await Boards.Add(server, 50, 5000);
var (shownSmall, shownLarge) = await Measures.Pairs(server, "/t/grown-50", "/t/grown-5000", pairs: 25, anew: false);
Row("first byte, 50 and 5,000 pieces of evidence, cached", Show(shownSmall, shownLarge), "≤ 2×");
var (anewSmall, anewLarge) = await Measures.Pairs(server, "/t/grown-50", "/t/grown-5000", pairs: 25, anew: true);
Row("first byte, 50 and 5,000 pieces of evidence, rendered anew", Show(anewSmall, anewLarge), "≤ 2×");

foreach (var (name, path, requests, anew, goal) in new[]
{
    ("plain text (`/health/live`), the yardstick", "/health/live", 4000, false, ""),
    ("anonymous board page, cached", Measures.Board, 4000, false, "≥ 500/s, ≤ 3 ms"),
    ("anonymous board page, each rendered anew", Measures.Board, 400, true, ""),
})
{
    await Measures.Throughput(server, path, requests / 4, anew); // warm
    var (perSecond, processor) = await Measures.Throughput(server, path, requests, anew);
    Row(name, string.Create(CultureInfo.InvariantCulture, $"{perSecond:#,0} requests/s, {processor:0.00} ms CPU each"), goal);
}

static string Started(List<Start> turns) =>
    Invariant($"{Measures.Median(turns.Select(t => t.Seconds)):0.00} s, {Measures.Median(turns.Select(t => t.Processor)):0.00} s of CPU");

static string Show(double small, double large) => Invariant($"{small:0.0} ms and {large:0.0} ms: {large / small:0.00}×");

static void Row(string measure, string result, string goal) => Console.WriteLine($"| {measure} | {result} | {goal} |");
