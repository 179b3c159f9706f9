using System.Collections.Concurrent;
using System.Diagnostics;
using ThesisBoard.Tests.Shared.Clients;

namespace ThesisBoard.Load.Runs;

/// <summary>
/// Editors at work: each clicks every five seconds, and of three clicks (open a dialog, type, save) one writes to the database. Twenty-five share a board, each with
/// a piece of evidence of his own.
/// </summary>
internal static class ClicksRun
{
    private const int EditorsPerBoard = 25;
    private const double Pause = 5;

    /// <summary>Seconds in which everybody clicks through once: opens, types and saves.</summary>
    private const double Round = 3 * Pause;

    private static readonly CircuitManners Manners = new() { Patience = TimeSpan.FromSeconds(10) };

    public static async Task<int> Run(string app, int circuits, int seconds)
    {
        var report = new Report();
        var clicks = await Measure(app, circuits, seconds);
        report.Row("a dialog opened", $"{clicks.Opened}");
        report.Row("a field typed", $"{clicks.Typed}");
        report.Row("saved, with the database", $"{clicks.Saved}");
        report.Row(Invariant($"all {clicks.All.Count:#,0} clicks of {circuits:#,0} circuits in {seconds} s"), $"{clicks.All}", "p95 ≤ 50 ms, p99 ≤ 200 ms");
        report.Limit(Invariant($"processor time of a click, median of {clicks.Rounds.Count} rounds"), clicks.Processor, 2.5, "ms");
        report.Row("the same in the first quarter of a minute, with what is compiled then", Invariant($"{clicks.First:0.##} ms"));
        report.Must("lost, errors", Invariant($"{clicks.Lost}, {clicks.Errors}"), "0, 0", clicks.Lost + clicks.Errors == 0);
        return report.End();
    }

    public static async Task<Clicks> Measure(string app, int circuits, int seconds)
    {
        await using var server = await MeasuredServer.Start(app, settings: Settings.NoLimits);
        using var owner = await server.Owner();
        var (boards, evidence) = await Boards.AddCopies(server.Server, (circuits + EditorsPerBoard - 1) / EditorsPerBoard, EditorsPerBoard);
        var open = new ConcurrentBag<Circuit>();
        var desks = new ConcurrentBag<Desk>();
        await Crowd.Each(circuits, async number =>
        {
            var circuit = await Circuit.Open(owner, boards[number / EditorsPerBoard], Manners);
            open.Add(circuit);
            desks.Add(new Desk(new Writer(circuit, evidence[number % EditorsPerBoard])));
        });
        var first = await Processor(server, desks, () => Task.WhenAll(desks.Select(desk => desk.Work(TimeSpan.FromSeconds(Round)))));
        foreach (var desk in desks)
            desk.Forget();

        var work = Task.WhenAll(desks.Select(desk => desk.Work(TimeSpan.FromSeconds(seconds))));
        await Task.Delay(TimeSpan.FromSeconds(Pause)); // until all are at work
        var rounds = new List<double>();
        do
            rounds.Add(await Processor(server, desks, () => Task.Delay(TimeSpan.FromSeconds(Round))));
        while (Pause + (rounds.Count + 1) * Round <= seconds);
        await work;
        foreach (var circuit in open)
            await circuit.Leave();
        return new(
            new(desks.SelectMany(d => d.Opened)),
            new(desks.SelectMany(d => d.Typed)),
            new(desks.SelectMany(d => d.Saved)),
            first,
            rounds,
            desks.Sum(d => d.Lost),
            desks.Sum(d => d.Errors));
    }

    /// <summary>Milliseconds of the server's processors for each click that ends meanwhile.</summary>
    private static async Task<double> Processor(MeasuredServer server, IReadOnlyCollection<Desk> desks, Func<Task> meanwhile)
    {
        var (before, done) = (await server.Counts(), desks.Sum(d => d.Done));
        await meanwhile();
        return ((await server.Counts()).Processor - before.Processor) / (desks.Sum(d => d.Done) - done);
    }

    /// <summary>One editor's clicks and how long each took, in milliseconds.</summary>
    private sealed class Desk(Writer writer)
    {
        public List<double> Opened { get; } = [];

        public List<double> Typed { get; } = [];

        public List<double> Saved { get; } = [];

        public int Done => Opened.Count + Typed.Count + Saved.Count;

        public int Lost { get; private set; }

        public int Errors { get; private set; }

        public void Forget()
        {
            foreach (var times in new[] { Opened, Typed, Saved })
                times.Clear();
            (Lost, Errors) = (0, 0);
        }

        public async Task Work(TimeSpan time)
        {
            var watch = Stopwatch.StartNew();
            await Task.Delay(TimeSpan.FromSeconds(Random.Shared.NextDouble() * Pause));
            while (watch.Elapsed < time)
            {
                Task<string>? closed = null;
                await Click(Opened, async () => closed = await writer.Open());
                if (closed is null)
                    return; // this editor's circuit is of no more use
                await Click(Typed, writer.Type);
                await Click(Saved, async () =>
                {
                    await writer.Save();
                    if (await closed != "true")
                        throw new InvalidOperationException("Not saved.");
                });
            }
        }

        private async Task Click(List<double> times, Func<Task> click)
        {
            var watch = Stopwatch.StartNew();
            try
            {
                await click();
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
            catch (Exception e) when (e is CircuitLostException or TimeoutException)
            {
                Lost++;
            }
            catch (Exception e) when (e is RefusedCallException or InvalidOperationException)
            {
                Errors++;
            }

            await Task.Delay(TimeSpan.FromSeconds(Math.Max(0, Pause - watch.Elapsed.TotalSeconds)));
        }
    }
}

/// <summary>How long each kind of click took, and what one took of the processors in milliseconds: in the first round of a server, and in each of those that were measured.</summary>
internal sealed record Clicks(Times Opened, Times Typed, Times Saved, double First, IReadOnlyList<double> Rounds, int Lost, int Errors)
{
    public Times All { get; } = Times.Of(Opened, Typed, Saved);

    /// <summary>Milliseconds of the processors for one click, the median of the rounds.</summary>
    public double Processor { get; } = Measures.Median(Rounds);
}
