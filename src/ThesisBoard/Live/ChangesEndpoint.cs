using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using ThesisBoard.Data;

namespace ThesisBoard.Live;

/// <summary>Tells an open page, by server-sent events, that its board has a new version. The page fetches itself again; no content travels here.</summary>
public static class ChangesEndpoint
{
    /// <summary>Proxies close a connection that is silent for a minute.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(25);

    public static void MapChanges(this IEndpointRouteBuilder app) =>
        app.MapGet("/t/{slug}/changes", async (
            string slug, BoardShelf shelf, BoardChanges changes, TimeProvider time, IHostApplicationLifetime host, CancellationToken ct) =>
            await shelf.Version(slug, ct) is null
                ? Results.NotFound()
                : TypedResults.ServerSentEvents(Follow(slug, shelf, changes, time, host.ApplicationStopping, ct)));

    /// <summary>The version now, then every newer one; in between a heartbeat. It ends with the reader or with the server.</summary>
    private static async IAsyncEnumerable<SseItem<string>> Follow(
        string slug, BoardShelf shelf, BoardChanges changes, TimeProvider time, CancellationToken stopping, [EnumeratorCancellation] CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, stopping);
        await using var watch = changes.Watch(slug, end.Token).GetAsyncEnumerator(end.Token);
        var next = watch.MoveNextAsync().AsTask(); // watching begins before the version is read, so that none falls in between
        try
        {
            yield return Changed(await shelf.Version(slug, ct) ?? 0);
            while (!end.IsCancellationRequested)
            {
                await Task.WhenAny(next, Task.Delay(Heartbeat, time, end.Token));
                if (end.IsCancellationRequested)
                    yield break;
                var isNews = next.IsCompleted;
                yield return isNews ? Changed(watch.Current.Version) : new SseItem<string>("", "heartbeat");
                if (isNews)
                    next = watch.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            await end.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // an enumerator cannot be disposed of in mid-step
        }
    }

    private static SseItem<string> Changed(long version) => new(version.ToString(CultureInfo.InvariantCulture), "changed");
}
