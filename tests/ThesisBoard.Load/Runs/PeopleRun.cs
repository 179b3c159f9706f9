using ThesisBoard.Load.Probe;
using ThesisBoard.Tests.Shared.Clients;

namespace ThesisBoard.Load.Runs;

/// <summary>Many open pages and circuits and one change: memory for each, time from the commit to the last who sees it, and database commands, which must not grow with the crowd.</summary>
internal static class PeopleRun
{
    private const int FewReaders = 10;
    private const int FewEditors = 5;
    private const int Changes = 3;

    public static async Task<int> Run(string app, string path, int readers, int editors)
    {
        var report = new Report();
        await using var server = await MeasuredServer.Start(app, settings: Settings.NoLimits);
        using var owner = await server.Owner();
        await using var circuit = await Circuit.Open(owner, Measures.Board);
        var writer = new Writer(circuit, Settings.Evidence);
        await using var crowd = new Crowd(server, owner, path == Measures.Share ? await owner.MakeLink(Measures.Board) : path);
        await crowd.AddReaders(FewReaders);
        await crowd.AddCircuits(FewEditors);
        await crowd.AddEditorPages(FewEditors);
        var background = await server.Background();
        var few = await Repeat(crowd, writer, background);

        var start = await server.Collected();
        await crowd.AddReaders(readers - FewReaders);
        var withReaders = await server.Collected();
        await crowd.AddCircuits(editors - FewEditors);
        var withCircuits = await server.Collected();
        await crowd.AddEditorPages(editors - FewEditors);
        report.Row(Invariant($"a reader's open page ({readers:#,0} of them)"), Held(start, withReaders, readers - FewReaders));
        report.Row(Invariant($"an editor's circuit ({editors:#,0} of them)"), Held(withReaders, withCircuits, editors - FewEditors));
        report.Row("an editor's open page beside its circuit", Held(withCircuits, await server.Collected(), editors - FewEditors));

        var many = await Repeat(crowd, writer, background);
        var last = many[^1];
        report.Row("commit to a reader's page arrived anew", $"{last.Readers}");
        report.Row("commit to an editor's page arrived anew", $"{last.Editors}");
        report.Row("processor time of one change for everybody", Invariant($"{last.Processor:#,0} ms"));
        report.Must("did not see a change, lost a page or a circuit", Invariant($"{many.Sum(m => m.Missed)}, {crowd.Faults}"), "0, 0", many.Sum(m => m.Missed) + crowd.Faults == 0);
        report.Must(
            "database commands of one change",
            Invariant($"{Asked(few)} with {FewReaders + FewEditors} pages, {Asked(many)} with {readers + editors:#,0}"),
            "equal",
            Asked(few) == Asked(many));
        Explain(few, many);
        return report.End();
    }

    /// <summary>The first change of several pays for what is compiled or read for the first time; a member is looked up again every few seconds, in whichever change that falls.</summary>
    private static async Task<List<Spread>> Repeat(Crowd crowd, Writer writer, IReadOnlySet<string> background)
    {
        await crowd.Watch(writer.Change, background);
        var spreads = new List<Spread>();
        for (var turn = 0; turn < Changes; turn++)
            spreads.Add(await crowd.Watch(writer.Change, background));
        return spreads;
    }

    private static int Asked(List<Spread> spreads) => spreads.Min(s => s.Asked);

    private static string Held(Reading before, Reading after, int count) =>
        Invariant($"{(after.Heap - before.Heap) / 1024.0 / count:0.0} KB live heap, {(after.WorkingSet - before.WorkingSet) / 1024.0 / count:0.0} KB resident");

    private static void Explain(List<Spread> few, List<Spread> many)
    {
        var (small, large) = (few.MinBy(s => s.Asked)!.Commands, many.MinBy(s => s.Asked)!.Commands);
        foreach (var text in small.Keys.Union(large.Keys).Where(text => small.GetValueOrDefault(text) != large.GetValueOrDefault(text)))
            Console.Error.WriteLine($"{small.GetValueOrDefault(text)} → {large.GetValueOrDefault(text)}: {text.ReplaceLineEndings(" ")}");
    }
}
