namespace ThesisBoard.Nodes;

/// <summary>A node as the database tells of it.</summary>
/// <param name="Id">Its name, new with every start.</param>
/// <param name="Machine">The machine's name.</param>
/// <param name="Kernel">What two programs share if they run under one kernel, in one container or in several.</param>
/// <param name="StartedAt">When it started, by its own clock.</param>
/// <param name="SeenAt">Its last beat, by its own clock.</param>
public sealed record NodeEntry(Guid Id, string Machine, string Kernel, DateTime StartedAt, DateTime SeenAt);

/// <summary>
/// Tells living nodes from dead ones, look by look, and what is wrong between them. A node lives if its beat moves: clocks of two machines are never compared.
/// </summary>
public sealed class NodeRoll(Guid self, string kernel, bool isOneFile)
{
    /// <summary>Looks in a row in which a node may be silent over Redis: one that starts has not joined yet.</summary>
    private const int Patience = 3;
    private const int Forgotten = 40;

    /// <summary>At the first look nothing has moved yet: for who is first, an entry as fresh as this may be of a node that lives.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly Dictionary<Guid, Known> known = [];
    private readonly HashSet<Guid> heard = [];
    private readonly Lock door = new();

    /// <summary>The other nodes that live.</summary>
    public IReadOnlyList<NodeEntry> Others { get; private set; } = [];

    /// <summary>Nodes that have not moved for long; their entries can go.</summary>
    public IReadOnlyList<Guid> Dead { get; private set; } = [];

    /// <summary>Of the living nodes this one has been there longest: what one node does for all is its work.</summary>
    public bool IsFirst { get; private set; }

    /// <summary>A node was heard over Redis.</summary>
    public void Hear(Guid node)
    {
        lock (door)
            heard.Add(node);
    }

    /// <summary>Takes in what the database says now.</summary>
    /// <returns>What is wrong, in sentences for whoever runs the nodes.</returns>
    public IReadOnlyList<string> Look(IReadOnlyList<NodeEntry> entries, LinkState link, DateTime now)
    {
        lock (door)
        {
            foreach (var entry in entries)
                known[entry.Id] = Seen(entry, link, now);
            foreach (var gone in known.Keys.Except(entries.Select(e => e.Id)).ToList())
                known.Remove(gone);
            heard.Clear();
        }

        Others = [.. entries.Where(e => e.Id != self && known[e.Id].IsAlive)];
        Dead = [.. entries.Where(e => e.Id != self && known[e.Id].Still >= Forgotten).Select(e => e.Id)];
        var mine = entries.FirstOrDefault(e => e.Id == self);
        IsFirst = mine is not null && !entries.Any(e => known[e.Id].MayLive && (e.StartedAt, e.Id).CompareTo((mine.StartedAt, mine.Id)) < 0);
        return [.. Others.Select(o => Trouble(o, link)).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private Known Seen(NodeEntry entry, LinkState link, DateTime now)
    {
        if (!known.TryGetValue(entry.Id, out var before))
            return new(entry.SeenAt, IsAlive: false, MayLive: now - entry.SeenAt < Fresh, Still: 0, Silent: 0);
        var moved = before.SeenAt != entry.SeenAt;
        var isAlive = moved || (before.IsAlive && before.Still < 2);
        return new(entry.SeenAt, isAlive, isAlive, moved ? 0 : before.Still + 1, heard.Contains(entry.Id) || !link.IsUp ? 0 : before.Silent + 1);
    }

    private string? Trouble(NodeEntry other, LinkState link) =>
        isOneFile && other.Kernel != kernel
            ? $"A node on another machine ({other.Machine}) uses the same SQLite file. SQLite cannot share a file between machines, and the boards in it may be damaged: stop one of them, and move to SQL Server to have several."
        : !link.IsSet
            ? $"Another node ({other.Machine}) serves the same boards, and this one has no ConnectionStrings__Redis: what others change arrives here a few seconds late. Give every node the same Redis."
        : link.IsUp && known[other.Id].Silent > Patience
            ? $"Another node ({other.Machine}) serves the same boards and is not heard over Redis. Give every node the same ConnectionStrings__Redis."
        : null;

    /// <param name="SeenAt">The beat at the last look.</param>
    /// <param name="IsAlive">It moved, not long ago.</param>
    /// <param name="MayLive">It is alive, or was seen for the first time.</param>
    /// <param name="Still">Looks in a row without a new beat.</param>
    /// <param name="Silent">Looks in a row without a word over Redis.</param>
    private sealed record Known(DateTime SeenAt, bool IsAlive, bool MayLive, int Still, int Silent);
}
