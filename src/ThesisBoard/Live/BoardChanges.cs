using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace ThesisBoard.Live;

/// <summary>A board has a new version, or is gone.</summary>
public readonly record struct BoardChanged(string Slug, long Version);

/// <summary>Tells every open page of this process that a board changed. A slow reader misses versions in between, never the last one, and holds up nobody.</summary>
public sealed class BoardChanges
{
    private readonly ConcurrentDictionary<Channel<BoardChanged>, string> watchers = new();

    /// <summary>Called after the commit.</summary>
    public void Publish(BoardChanged change)
    {
        foreach (var (watcher, slug) in watchers)
        {
            if (slug == change.Slug)
                watcher.Writer.TryWrite(change);
        }
    }

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
