using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using ThesisBoard.Features.Members;
using ThesisBoard.Nodes;

namespace ThesisBoard.Features.Presence;

/// <summary>
/// Which members have a board open, and what they edit. Nothing of it is stored: each node knows its own open pages and tells the others, again and again;
/// what a node has not repeated for some seconds is forgotten, so that one that was killed leaves nobody behind.
/// </summary>
public sealed class BoardPresence
{
    private const string Topic = "here";

    /// <summary>A page that is loaded anew leaves and comes back: nobody needs to see that.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>Longer than two beats, so that one lost message shows nowhere.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromSeconds(7);
    private readonly ConcurrentDictionary<Guid, Stay> stays = new();
    private readonly ConcurrentDictionary<(Guid Node, string Slug), (NodeHere Here, DateTimeOffset At)> others = new();
    private readonly ConcurrentDictionary<Channel<bool>, string> watchers = new();
    private readonly OtherNodes nodes;
    private readonly TimeProvider clock;

    public BoardPresence(OtherNodes nodes, TimeProvider clock)
    {
        (this.nodes, this.clock) = (nodes, clock);
        nodes.Listen(Topic, Hear);
    }

    /// <summary>The member has an open page of the board, until what is returned is disposed of. Nobody without a name is here.</summary>
    public IDisposable Enter(string slug, Actor member) => Add(new(slug, member, null));

    /// <summary>The member edits something, until what is returned is disposed of. It shows only while the member is here.</summary>
    public IDisposable Edit(string slug, Actor member, string anchor) => Add(new(slug, member, anchor));

    /// <summary>Everybody who is here now, each once, by name.</summary>
    public IReadOnlyList<PersonHere> Of(string slug)
    {
        var all = others.Values.Where(o => o.Here.Slug == slug && clock.GetUtcNow() - o.At < Forgotten).Select(o => o.Here).Append(Own(slug)).ToList();
        var edits = all.SelectMany(n => n.Editors).ToLookup(e => e.Id, e => e.Edits);
        return [.. all.SelectMany(n => n.People).DistinctBy(p => p.Id).OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase).ThenBy(p => p.Id)
            .Select(p => p with { Edits = [.. edits[p.Id].SelectMany(e => e).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] })];
    }

    /// <summary>A sign now, and at every time that somebody may have come or gone.</summary>
    public async IAsyncEnumerable<bool> Watch(string slug, [EnumeratorCancellation] CancellationToken ct)
    {
        var watcher = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
        watchers[watcher] = slug;
        try
        {
            yield return true;
            await foreach (var sign in watcher.Reader.ReadAllAsync(ct))
                yield return sign;
        }
        finally
        {
            watchers.TryRemove(watcher, out _);
        }
    }

    /// <summary>Lets those go who left, forgets silent nodes, and tells the other nodes again who is here.</summary>
    internal void Beat()
    {
        var now = clock.GetUtcNow();
        foreach (var (id, stay) in stays)
        {
            if (stay.LeftAt is { } left && now - left >= Grace && stays.TryRemove(id, out _))
                Changed(stay.Slug);
        }

        foreach (var (key, other) in others)
        {
            if (now - other.At >= Forgotten && others.TryRemove(new(key, other)))
                Sign(key.Slug);
        }

        foreach (var slug in stays.Values.Select(s => s.Slug).Distinct(StringComparer.Ordinal))
            Tell(slug);
    }

    private Leaving Add(Stay stay)
    {
        if (stay.Member.MemberId is null)
            return new(() => { });
        var id = Guid.NewGuid();
        stays[id] = stay;
        Changed(stay.Slug);
        return new(() => Leave(id));
    }

    private void Leave(Guid id)
    {
        if (!stays.TryGetValue(id, out var stay))
            return;
        if (stay.Edits is null)
            stays.TryUpdate(id, stay with { LeftAt = clock.GetUtcNow() }, stay);
        else if (stays.TryRemove(id, out _))
            Changed(stay.Slug);
    }

    private NodeHere Own(string slug)
    {
        var mine = stays.Values.Where(s => s.Slug == slug).ToList();
        return new(nodes.Self, slug, Persons(mine.Where(s => s.Edits is null)), Persons(mine.Where(s => s.Edits is not null)));
    }

    private static List<PersonHere> Persons(IEnumerable<Stay> stays) =>
        [.. stays.GroupBy(s => s.Member.MemberId!.Value).Select(g => new PersonHere(g.Key, g.First().Member.Name, [.. g.Select(s => s.Edits).OfType<string>()]))];

    private void Changed(string slug)
    {
        Sign(slug);
        Tell(slug);
    }

    private void Sign(string slug)
    {
        foreach (var (watcher, watched) in watchers)
        {
            if (watched == slug)
                watcher.Writer.TryWrite(true);
        }
    }

    private void Tell(string slug) => nodes.Tell(Topic, () => JsonSerializer.Serialize(Own(slug)));

    private void Hear(string text)
    {
        if (Read(text) is not { } here)
            return;
        others[(here.Node, here.Slug)] = (here, clock.GetUtcNow());
        Sign(here.Slug);
    }

    private static NodeHere? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<NodeHere>(text) is { Slug: not null, People: not null, Editors: not null } here ? here : null;
        }
        catch (JsonException)
        {
            return null; // a node of another version; it is not worth more than this
        }
    }

    private sealed record Stay(string Slug, Actor Member, string? Edits, DateTimeOffset? LeftAt = null);

    private sealed class Leaving(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
