using System.Diagnostics;
using System.Net;
using ThesisBoard.Browser.Tests.Hosting;

namespace ThesisBoard.Load;

/// <summary>What is measured, and how. Medians; the two sides of a ratio take turns, so that a busy machine slows both.</summary>
internal static class Measures
{
    public const string Board = "/t/cango-ai-pivot";

    /// <summary>Stands for a share link that is made first.</summary>
    public const string Share = "share";
    private const int Concurrency = 16;
    private static int fresh;

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>From the action's begin to the first page.</summary>
    public static async Task<Start> StartOf(Func<Task> action, BoardServer server, string page = Board)
    {
        var watch = Stopwatch.StartNew();
        await action();
        using var http = Client(server);
        await Get(http, page);
        return new(watch.Elapsed.TotalSeconds, server.ProcessorTime.TotalSeconds);
    }

    /// <summary>The median milliseconds to the first byte of two pages, asked for in turn.</summary>
    public static async Task<(double First, double Second)> Pairs(BoardServer server, string first, string second, int pairs, bool anew)
    {
        using var http = Client(server);
        var times = (First: new List<double>(), Second: new List<double>());
        for (var turn = -5; turn < pairs; turn++)
        {
            var (one, two) = (await FirstByte(http, Link(first, anew)), await FirstByte(http, Link(second, anew)));
            if (turn < 0)
                continue; // warm
            times.First.Add(one);
            times.Second.Add(two);
        }

        return (Median(times.First), Median(times.Second));
    }

    /// <summary>Requests a second, and the server's processor time for each in milliseconds.</summary>
    public static async Task<(double PerSecond, double Processor)> Throughput(BoardServer server, string path, int requests, bool anew)
    {
        using var http = Client(server);
        var left = requests;
        var (watch, before) = (Stopwatch.StartNew(), server.ProcessorTime);
        await Task.WhenAll(Enumerable.Range(0, Concurrency).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
                await Get(http, Link(path, anew));
        })));
        return (requests / watch.Elapsed.TotalSeconds, (server.ProcessorTime - before).TotalMilliseconds / requests);
    }

    public static HttpClient Client(BoardServer server)
    {
        var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Concurrency, UseCookies = false }) { BaseAddress = server.Address };
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        return http;
    }

    private static string Link(string path, bool anew) => anew ? Fresh(path) : path;

    /// <summary>A link that nobody asked for before shows the same board, but has to be rendered.</summary>
    public static string Fresh(string path) => Invariant($"{path}?price={50_000 + Interlocked.Increment(ref fresh)}");

    private static async Task<double> FirstByte(HttpClient http, string path)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        await using var body = await answer.Content.ReadAsStreamAsync();
        await body.ReadExactlyAsync(new byte[1]);
        var taken = watch.Elapsed.TotalMilliseconds;
        await body.CopyToAsync(Stream.Null);
        return answer.StatusCode == HttpStatusCode.OK ? taken : throw new InvalidOperationException($"{path} answered {answer.StatusCode}.");
    }

    private static async Task Get(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
    }
}

/// <summary>How long a start took, and what the process used of the processors meanwhile: on a busy machine only the latter says something.</summary>
internal sealed record Start(double Seconds, double Processor);
