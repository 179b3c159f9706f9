using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace ThesisBoard.Live;

/// <summary>Server-sent events that tell an open page what its board's newest stamp is. The page fetches itself again; no content travels here.</summary>
public sealed class ChangesFeed(BoardChanges changes, TimeProvider time, IHostApplicationLifetime host)
{
    /// <summary>Proxies close a connection that is silent for a minute.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(25);

    /// <summary>
    /// The stamp now, then again after every change; in between a heartbeat, at which it looks too. It ends with the reader or with the server, and once there is
    /// no stamp any more: what the page shows is gone, and it is told to look.
    /// </summary>
    /// <param name="until">When the page's right to look ends by itself.</param>
    public IResult Of(string slug, Func<CancellationToken, ValueTask<string?>> stamp, CancellationToken ct, DateTimeOffset? until = null) =>
        TypedResults.ServerSentEvents(Follow(slug, stamp, null, until, host.ApplicationStopping, ct));

    /// <summary>The same for as long as the reader may follow: that is asked after every change, and for who has something to lose every few seconds.</summary>
    public IResult Of(string slug, Func<CancellationToken, ValueTask<string?>> stamp, StreamRight? right, CancellationToken ct) =>
        TypedResults.ServerSentEvents(Follow(slug, stamp, right, ct));

    /// <summary>The same events, for a stream that tells of more.</summary>
    public IAsyncEnumerable<SseItem<string>> Follow(string slug, Func<CancellationToken, ValueTask<string?>> stamp, StreamRight? right, CancellationToken ct) =>
        Follow(slug, stamp, right, null, host.ApplicationStopping, ct);

    private async IAsyncEnumerable<SseItem<string>> Follow(
        string slug, Func<CancellationToken, ValueTask<string?>> stamp, StreamRight? right, DateTimeOffset? until, CancellationToken stopping,
        [EnumeratorCancellation] CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, stopping);
        await using var watch = changes.Watch(slug, end.Token).GetAsyncEnumerator(end.Token);
        var next = watch.MoveNextAsync().AsTask(); // watching begins before the stamp is read, so that no change falls in between
        try
        {
            var told = await stamp(ct);
            yield return new(told ?? "", "changed");
            var beat = time.GetTimestamp();
            while (told is not null)
            {
                await Task.WhenAny(next, Task.Delay(Pause(right, until), time, end.Token));
                if (end.IsCancellationRequested || (right is not null && !await right.Holds(ct)))
                    yield break;
                var isBeat = time.GetElapsedTime(beat) >= Heartbeat || until <= time.GetUtcNow();
                if (!next.IsCompleted && !isBeat)
                    continue;
                if (next.IsCompleted)
                    next = watch.MoveNextAsync().AsTask();
                if (isBeat)
                    beat = time.GetTimestamp();
                var now = await stamp(ct); // at a heartbeat too: nobody may have been told of what another node wrote while Redis was away
                if (now != told)
                    yield return new((told = now) ?? "", "changed");
                else if (isBeat) // else something is new that is not for this reader, who does not learn that either
                    yield return new("", "heartbeat");
            }
        }
        finally
        {
            await end.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // an enumerator cannot be disposed of in mid-step
        }
    }

    private TimeSpan Pause(StreamRight? right, DateTimeOffset? until)
    {
        var pause = right?.AskEvery ?? Heartbeat;
        return until - time.GetUtcNow() is { } left && left < pause ? TimeSpan.FromMilliseconds(Math.Max(100, left.TotalMilliseconds)) : pause;
    }
}

/// <summary>Why a stream may go on.</summary>
/// <param name="Holds">Asked of what is remembered, so that many may ask often.</param>
/// <param name="AskEvery">How often, beside every change.</param>
public sealed record StreamRight(Func<CancellationToken, ValueTask<bool>> Holds, TimeSpan AskEvery);
