using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ThesisBoard.Nodes;

namespace ThesisBoard.Live;

/// <summary>A board has a new version, or is gone.</summary>
public readonly record struct BoardChanged(string Slug, long Version);

/// <summary>Tells every open page that a board changed: this node's at once, the others' by telling their nodes. A slow reader misses versions in between, never the last one, and holds up nobody.</summary>
public sealed class BoardChanges(OtherNodes nodes)
{
    private const string Topic = "board";
    private readonly ConcurrentDictionary<Channel<BoardChanged>, string> watchers = new();

    /// <summary>Called after the commit.</summary>
    public void Publish(BoardChanged change)
    {
        Pass(change);
        nodes.Tell(Topic, change.Slug);
    }

    /// <summary>Tells this node's pages what another node, or another program, wrote.</summary>
    public void Pass(BoardChanged change)
    {
        foreach (var (watcher, slug) in watchers)
        {
            if (slug == change.Slug)
                watcher.Writer.TryWrite(change);
        }
    }

    /// <summary>Calls back with the name of a board that another node changed, before this node's pages are told: what was remembered of it no longer counts.</summary>
    public void Elsewhere(Action<string> changed) => nodes.Listen(Topic, changed);

    /// <summary>The changes of one board from now on, until cancelled.</summary>
    public async IAsyncEnumerable<BoardChanged> Watch(string slug, [EnumeratorCancellation] CancellationToken ct)
    {
        var watcher = Channel.CreateBounded<BoardChanged>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        watchers[watcher] = slug;
        try
        {
            await foreach (var change in watcher.Reader.ReadAllAsync(ct))
                yield return change;
        }
        finally
        {
            watchers.TryRemove(watcher, out _);
        }
    }
}
