using ThesisBoard.Load.Probe;
using ThesisBoard.Tests.Shared.Clients;

namespace ThesisBoard.Load;

/// <summary>Readers and editors with their pages open. An editor's page holds a circuit beside its stream of changes.</summary>
internal sealed class Crowd(MeasuredServer server, Visitor member, string path) : IAsyncDisposable
{
    private const int AtOnce = 16;
    private static readonly TimeSpan SeenWithin = TimeSpan.FromMinutes(2);
    private readonly List<Visitor> visitors = [];
    private readonly List<BoardViewer> readers = [];
    private readonly List<BoardViewer> editors = [];
    private readonly List<Circuit> circuits = [];

    public int Faults => readers.Concat(editors).Count(v => v.Fault is not null) + circuits.Count(c => c.IsClosed);

    public Task AddReaders(int count) => Each(count, async () => Add(readers, await BoardViewer.Open(Add(visitors, server.Visitor()), path)));

    public Task AddCircuits(int count) => Each(count, async () => Add(circuits, await Circuit.Open(Add(visitors, member.Again()), Measures.Board)));

    public Task AddEditorPages(int count) => Each(count, async () => Add(editors, await BoardViewer.Open(Add(visitors, member.Again()), Measures.Board)));

    /// <summary>Waits until everybody has seen one change made by <paramref name="change"/>, and tells when each had and what the database was asked.</summary>
    public async Task<Spread> Watch(Func<Task> change, IReadOnlySet<string> background)
    {
        var seen = readers.Concat(editors).ToDictionary(v => v, v => v.Sights.Count);
        var before = await server.Counts();
        await change();
        var end = Environment.TickCount64 + (long)SeenWithin.TotalMilliseconds;
        while (seen.Any(v => v.Key.Sights.Count == v.Value && v.Key.Fault is null) && Environment.TickCount64 < end)
            await Task.Delay(50);
        var after = await server.Counts();
        return new(Times(readers), Times(editors), seen.Count(v => v.Key.Sights.Count == v.Value), after.Processor - before.Processor, after.CommandsSince(before, background));

        Times Times(List<BoardViewer> viewers) =>
            Load.Times.Between(viewers.Where(v => v.Sights.Count > seen[v]).Select(v => (after.LastCommit, v.Sights[seen[v]].SeenAt)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var viewer in readers.Concat(editors))
            await viewer.DisposeAsync();
        foreach (var circuit in circuits)
            await circuit.Leave();
        foreach (var visitor in visitors)
            visitor.Dispose();
    }

    public static Task Each(int count, Func<Task> act) => Each(count, _ => act());

    public static Task Each(int count, Func<int, Task> act) =>
        Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) => await act(number));

    private static T Add<T>(List<T> to, T one)
    {
        lock (to)
            to.Add(one);
        return one;
    }
}

/// <summary>How one change reached everybody.</summary>
/// <param name="Readers">From the commit until a reader's page had arrived anew.</param>
/// <param name="Editors">The same for editors, whose page is made for each of them.</param>
/// <param name="Missed">Who did not see it in time.</param>
/// <param name="Processor">Milliseconds of the server's processors.</param>
/// <param name="Commands">Database commands by their text.</param>
internal sealed record Spread(Times Readers, Times Editors, int Missed, double Processor, IReadOnlyDictionary<string, int> Commands)
{
    public int Asked => Commands.Values.Sum();
}
