using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using ThesisBoard.Features.Members;
using ThesisBoard.Live;

namespace ThesisBoard.Features.Presence;

/// <summary>What a member's open page is told: that something is new, and who else is here. One stream for both, for a browser opens only a few to one server.</summary>
public sealed class MemberFeed(ChangesFeed changes, BoardPresence presence)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public IResult Of(Actor member, string slug, Func<CancellationToken, ValueTask<string?>> stamp, StreamRight right, CancellationToken ct) =>
        TypedResults.ServerSentEvents(Both(member, slug, stamp, right, ct));

    private async IAsyncEnumerable<SseItem<string>> Both(
        Actor member, string slug, Func<CancellationToken, ValueTask<string?>> stamp, StreamRight right, [EnumeratorCancellation] CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var here = presence.Enter(slug, member);
        var events = Channel.CreateBounded<SseItem<string>>(8);
        var pumps = Task.WhenAll(Pump(changes.Follow(slug, stamp, right, end.Token), events, end.Token), Pump(Others(member, slug, end.Token), events, end.Token));
        try
        {
            while (await HasNext(events.Reader, ct))
            {
                while (events.Reader.TryRead(out var next))
                    yield return next;
            }
        }
        finally
        {
            await end.CancelAsync();
            await pumps.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Everybody but the reader, whenever that differs.</summary>
    private async IAsyncEnumerable<SseItem<string>> Others(Actor member, string slug, [EnumeratorCancellation] CancellationToken ct)
    {
        var told = "[]";
        await foreach (var _ in presence.Watch(slug, ct))
        {
            var now = JsonSerializer.Serialize(presence.Of(slug).Where(p => p.Id != member.MemberId).Select(p => new { p.Name, p.Edits }), Web);
            if (now == told)
                continue;
            told = now;
            yield return new(now, "here");
        }
    }

    /// <summary>When one of the two ends, the stream does.</summary>
    private static async Task Pump(IAsyncEnumerable<SseItem<string>> from, Channel<SseItem<string>> to, CancellationToken ct)
    {
        try
        {
            await foreach (var next in from.WithCancellation(ct))
                await to.Writer.WriteAsync(next, ct);
        }
        finally
        {
            to.Writer.TryComplete();
        }
    }

    private static async Task<bool> HasNext(ChannelReader<SseItem<string>> events, CancellationToken ct)
    {
        try
        {
            return await events.WaitToReadAsync(ct);
        }
        catch (OperationCanceledException)
        {
            return false; // the reader went away
        }
    }
}
