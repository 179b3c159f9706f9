using ThesisBoard.Benchmarks;
using ThesisBoard.Load.Runs;
using ThesisBoard.Tests.Shared.Clients;

namespace ThesisBoard.Load.Pace;

/// <summary>
/// The goals of pace, the product beside the framework's template and a bare MudBlazor page in one run. Every figure is the median of at least five turns that the
/// programs take one after the other, but for the crowd of clicks and the leak, which are one long measurement each.
/// </summary>
internal static class PaceRun
{
    private const int Turns = 5;
    private const int Paints = 9;
    private const int Requests = 1000;
    private const int Circuits = 40;
    private const int ClicksEach = 50;

    public static async Task<int> Run(string app, int circuits, int seconds, int cycles, bool keeps)
    {
        var table = new PaceTable();
        using var programs = await Contenders.Publish(app);
        await Start(programs, table);
        await Pages(programs, table);
        await Memory(programs, table);
        await Clicks(programs, table, circuits, seconds);
        await Leak(programs, table, cycles);
        await Size(programs, table);
        await Change(programs, table);
        Readers(table);
        Judging(table);
        var counts = await CountsRun.Measure(app);
        if (keeps)
            await PaceHistory.Keep(table, counts);
        return table.Rows.All(row => row.Holds is not false) ? 0 : 1;
    }

    private static async Task Start(Contenders programs, PaceTable table)
    {
        var (first, again) = (new Turn(), new Turn());
        for (var turn = 0; turn < Turns; turn++)
        {
            foreach (var program in programs.All)
            {
                await using var server = program.Bare();
                first.Add(program, (await Measures.StartOf(server.Restart, server, program.Page)).Seconds);
                again.Add(program, (await Measures.StartOf(server.Restart, server, program.Page)).Seconds);
            }
        }

        table.Most("P7", "start with a new database to the first page, s", 3, first[programs.Product], first[programs.Template], first[programs.Floor]);
        table.Most("P7", "kill -9 to the first page, s", 3, again[programs.Product], again[programs.Template], again[programs.Floor]);
    }

    /// <summary>What a reader waits for and pays, and what he costs the server.</summary>
    private static async Task Pages(Contenders programs, PaceTable table)
    {
        await using var product = await programs.Product.Start();
        await using var template = await programs.Template.Start();
        await using var floor = await programs.Floor.Start();
        using var owner = await product.Owner();
        var link = await owner.MakeLink(Measures.Board);
        (Contender Program, MeasuredServer Server, string Path)[] all = [(programs.Product, product, link), (programs.Template, template, programs.Template.Page), (programs.Floor, floor, programs.Floor.Page)];
        await using var browser = await PaceBrowser.Launch();

        var weight = await Weights.Board(browser, product.Server.Address, link);
        var counter = await Weights.Page(browser, template.Server.Address, programs.Template.Page);
        var bare = await Weights.Floor(browser, floor.Server.Address);
        table.Most("P1", "shared board cold, without charts, KB", 130, weight.Cold, counter.Cold, bare.Cold);
        table.Most("P1", "the same with every chart, KB", 450, weight.WithCharts!.Value, null, bare.WithCharts);
        table.Most("P1", "the second visit, KB", 15, weight.Warm, counter.Warm, bare.Warm);

        var (paint, chart) = (new Turn(), new Turn());
        for (var turn = -1; turn < Paints; turn++)
        {
            foreach (var (program, server, path) in all)
            {
                var painted = await browser.Paint(server.Server.Address, path);
                if (turn >= 0) // the first pays for what is compiled then
                    paint.Add(program, painted);
            }

            var drawn = (Ours: await browser.Until(product.Server.Address, $"{link}#charts", Browser.Tests.Browsing.Charts.Drawn), Bare: await browser.Until(floor.Server.Address, "/charts", ".main-svg"));
            if (turn < 0)
                continue;
            chart.Add(programs.Product, drawn.Ours);
            chart.Add(programs.Floor, drawn.Bare);
        }

        table.MostTimesTemplate("P2", "first paint cold, ms", 1.6, paint[programs.Product], paint[programs.Template], paint[programs.Floor]);
        table.MostTimesTemplate("P2", "first interactive chart drawn cold, ms; beside the template's first paint", 6, chart[programs.Product], paint[programs.Template], chart[programs.Floor]);

        var (perSecond, processor) = (new Turn(), new Turn());
        for (var turn = -1; turn < Turns; turn++)
        {
            foreach (var (program, server, path) in all)
            {
                var (rate, spent) = await Measures.Throughput(server.Server, path, Requests, anew: false);
                if (turn < 0)
                    continue;
                perSecond.Add(program, rate);
                processor.Add(program, spent);
            }
        }

        table.Least("P3", "readers' pages a second", 500, perSecond[programs.Product], perSecond[programs.Template], perSecond[programs.Floor]);
        table.Most("P3", "processor time of a reader's page, ms", 3, processor[programs.Product], processor[programs.Template], processor[programs.Floor]);
        var circuits = (await owner.Http.GetStringAsync(link)).Contains("<!--Blazor:", StringComparison.Ordinal) ? 1 : 0;
        table.Most("P3", "circuits that a reader's page opens", 0, circuits, 1, 1);
    }

    private static async Task Memory(Contenders programs, PaceTable table)
    {
        var (heap, resident, opening) = (new Turn(), new Turn(), new Turn());
        for (var turn = 0; turn < Turns; turn++)
        {
            foreach (var program in programs.All)
            {
                await using var server = await program.Start();
                using var visitor = program == programs.Product ? await server.Owner() : server.Visitor();
                var held = await MemoryRun.Hold(server, visitor, program.Page, Circuits, circuit => program == programs.Product ? Use(circuit) : circuit.Press(program.Button));
                heap.Add(program, held.Heap);
                resident.Add(program, held.Resident);
                opening.Add(program, held.Processor);
            }
        }

        table.MostTimesTemplate("P4", "live heap of an editor's circuit after a dialog, KB", 4, heap[programs.Product], heap[programs.Template], heap[programs.Floor]);
        table.Most("P4", "the same, resident, KB; no compression of the WebSocket but in the template", 1024, resident[programs.Product], resident[programs.Template], resident[programs.Floor]);
        table.Tell("processor time to open it, use it once and close it, ms", opening[programs.Product], opening[programs.Template], opening[programs.Floor]);
    }

    private static async Task Clicks(Contenders programs, PaceTable table, int circuits, int seconds)
    {
        var clicks = await ClicksRun.Measure(programs.Product.Assembly, circuits, seconds);
        var (counter, bare) = (await Click(programs.Template), await Click(programs.Floor));
        var of = Invariant($"of {circuits} circuits, a click each in 5 s, a third with a write");
        table.Most("P5", $"round trip, 95th percentile {of}, ms", 50, clicks.All.At(0.95));
        table.Most("P5", "round trip, 99th percentile, ms", 200, clicks.All.At(0.99));
        table.Most("P5", "lost clicks and errors", 0, clicks.Lost + clicks.Errors);
        table.Most("P5", "processor time of a click, ms", 2.5, clicks.Processor, counter, bare);
        table.Tell("the same in the first quarter of a minute of a server, with what is compiled then, ms", clicks.First);
    }

    private static async Task Leak(Contenders programs, PaceTable table, int cycles)
    {
        var (before, after) = await LeakRun.Measure(programs.Product.Assembly, cycles);
        table.Most("P6", Invariant($"live heap after {cycles:#,0} circuits opened and closed, by that before"), 1.05, (double)after / before);
    }

    private static async Task Size(Contenders programs, PaceTable table)
    {
        await using var server = await programs.Product.Start();
        await Boards.Add(server.Server, 50, 5000);
        foreach (var (name, anew) in new[] { ("kept", false), ("made anew", true) })
        {
            var (small, large) = await Measures.Pairs(server.Server, "/t/grown-50", "/t/grown-5000", pairs: 25, anew);
            table.Most("P9", $"first byte with 5,000 pieces of evidence by that with 50, {name}", 2, large / small);
        }

        await Measures.Throughput(server.Server, Measures.Board, 100, anew: true); // warm
        var (_, processor) = await Measures.Throughput(server.Server, Measures.Board, 400, anew: true);
        table.Tell("processor time of a board made anew, ms", processor);
    }

    /// <summary>How soon readers have a change on their screens.</summary>
    private static async Task Change(Contenders programs, PaceTable table)
    {
        await using var server = await programs.Product.Start();
        using var owner = await server.Owner();
        await using var circuit = await Circuit.Open(owner, Measures.Board);
        var writer = new Writer(circuit, Settings.Evidence);
        await using var crowd = new Crowd(server, owner, await owner.MakeLink(Measures.Board));
        await crowd.AddReaders(100);
        var spreads = new List<Spread>();
        for (var turn = -1; turn < Turns; turn++)
        {
            var spread = await crowd.Watch(writer.Change, new HashSet<string>());
            if (turn >= 0)
                spreads.Add(spread);
        }

        table.Tell("a commit to the page of the middle one of 100 readers, ms", Measures.Median(spreads.Select(s => s.Readers.At(0.5))));
        table.Tell("the same, to the last one, ms", Measures.Median(spreads.Select(s => s.Readers.At(1))));
    }

    private static void Readers(PaceTable table)
    {
        foreach (var read in ReaderRun.Measure())
            table.Most("P8", $"{read.Name}, times", read.Most, read.Ratio);
    }

    private static void Judging(PaceTable table)
    {
        foreach (var judged in JudgingRun.Measure())
            table.Most("", $"{judged.Name}, times", judged.Most, judged.Ratio);
    }

    private static async Task<double> Click(Contender program)
    {
        await using var server = await program.Start();
        using var visitor = server.Visitor();
        var open = new List<Circuit>();
        for (var number = 0; number < Circuits; number++)
            open.Add(await Circuit.Open(visitor, program.Page));
        var turns = new List<double>();
        for (var turn = -1; turn < Turns; turn++)
        {
            var before = await server.Counts();
            await Task.WhenAll(open.Select(async circuit =>
            {
                for (var click = 0; click < ClicksEach; click++)
                    await circuit.Press(program.Button);
            }));
            if (turn >= 0)
                turns.Add(((await server.Counts()).Processor - before.Processor) / (ClicksEach * Circuits));
        }

        foreach (var circuit in open)
            await circuit.Leave();
        return Measures.Median(turns);
    }

    private static async Task Use(Circuit circuit)
    {
        var closed = await circuit.OpenDialog("edit-evidence", Settings.Evidence);
        await circuit.Press("Cancel");
        await closed;
    }

    /// <summary>What each program measured in its turns.</summary>
    private sealed class Turn
    {
        private readonly Dictionary<Contender, List<double>> values = [];

        /// <summary>The median.</summary>
        public double this[Contender program] => Measures.Median(values[program]);

        public void Add(Contender program, double value)
        {
            if (!values.TryGetValue(program, out var list))
                values[program] = list = [];
            list.Add(value);
        }
    }
}
