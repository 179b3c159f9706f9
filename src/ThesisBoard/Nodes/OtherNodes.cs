using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace ThesisBoard.Nodes;

/// <summary>How the way to the other nodes stands.</summary>
/// <param name="IsSet">The settings name one.</param>
/// <param name="LostSince">Since when nothing goes through; null while it does.</param>
public sealed record LinkState(bool IsSet, DateTime? LostSince)
{
    /// <summary>What is told now reaches the others.</summary>
    public bool IsUp => IsSet && LostSince is null;
}

/// <summary>
/// What the nodes of one installation tell one another, by topic. It is a hint and no record: with one node, or while Redis is away, telling does nothing,
/// and whoever needs certainty reads the database.
/// </summary>
public sealed class OtherNodes
{
    private readonly ConcurrentDictionary<string, ImmutableArray<Action<string>>> listeners = new(StringComparer.Ordinal);
    private volatile Action<string, string>? send;
    private volatile LinkState link = new(IsSet: false, LostSince: null);

    /// <summary>This node's own name, new with every start.</summary>
    public Guid Self { get; } = Guid.NewGuid();

    public LinkState Link
    {
        get => link;
        internal set => link = value;
    }

    /// <summary>Tells the other nodes; never waits and never fails.</summary>
    public void Tell(string topic, string text) => send?.Invoke(topic, text);

    /// <summary>The same; what there is to tell is put together only where somebody may hear it.</summary>
    public void Tell(string topic, Func<string> text) => send?.Invoke(topic, text());

    /// <summary>Calls back with what other nodes tell. The callback runs on the reader's thread: it must be short.</summary>
    public void Listen(string topic, Action<string> listener) => listeners.AddOrUpdate(topic, _ => [listener], (_, known) => known.Add(listener));

    internal void Join(Action<string, string> way) => send = way;

    internal void Hear(string topic, string text)
    {
        foreach (var listener in listeners.GetValueOrDefault(topic, []))
            listener(text);
    }
}
