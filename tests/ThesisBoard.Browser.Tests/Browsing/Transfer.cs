using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace ThesisBoard.Browser.Tests.Browsing;

/// <summary>One response as it came over the wire: headers and body as encoded, 0 when the cache answered.</summary>
internal sealed record TransferItem(string Type, string Url, long Bytes);

/// <summary>
/// What a visit cost. <see cref="WebSocketBytes"/> counts the frames' payloads in both directions after decompression,
/// which is the most they can have weighed.
/// </summary>
internal sealed record TransferReport(IReadOnlyList<TransferItem> Items, long WebSocketBytes, int WebSocketFrames)
{
    public long HttpBytes => Items.Sum(item => item.Bytes);

    /// <summary>Bytes of one of the browser's resource types: Document, Stylesheet, Script, Font, Image, Fetch, XHR …</summary>
    public long Of(string type) => Items.Where(item => item.Type == type).Sum(item => item.Bytes);

    public override string ToString()
    {
        var text = new StringBuilder(Invariant($"{HttpBytes / 1024.0:0.0} KB in {Items.Count} responses, {WebSocketBytes / 1024.0:0.0} KB in {WebSocketFrames} frames\n"));
        foreach (var item in Items.OrderByDescending(item => item.Bytes))
            text.AppendLine(Invariant($"  {item.Bytes,9} {item.Type,-10} {item.Url}"));
        return text.ToString();
    }
}

/// <summary>Counts bytes by the browser's own reckoning while a visit lasts. The visit decides when it is over.</summary>
internal static class Transfer
{
    /// <summary>With the cache off.</summary>
    public static Task<TransferReport> Cold(IPage page, Func<Task> visit) => Measure(page, visit, cacheOff: true);

    /// <summary>With the cache on, and as full as earlier visits in the same tab left it.</summary>
    public static Task<TransferReport> Warm(IPage page, Func<Task> visit) => Measure(page, visit, cacheOff: false);

    private static async Task<TransferReport> Measure(IPage page, Func<Task> visit, bool cacheOff)
    {
        var responses = new ConcurrentDictionary<string, TransferItem>();
        var frames = new ConcurrentBag<long>();
        var session = await page.Context.NewCDPSessionAsync(page);
        session.Event("Network.responseReceived").OnEvent += (_, e) => Begin(responses, e!.Value);
        session.Event("Network.loadingFinished").OnEvent += (_, e) => Finish(responses, e!.Value);
        session.Event("Network.webSocketFrameReceived").OnEvent += (_, e) => frames.Add(Payload(e!.Value));
        session.Event("Network.webSocketFrameSent").OnEvent += (_, e) => frames.Add(Payload(e!.Value));
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.setCacheDisabled", new Dictionary<string, object> { ["cacheDisabled"] = cacheOff });
        await visit();
        await session.DetachAsync();
        return new TransferReport([.. responses.Values], frames.Sum(), frames.Count);
    }

    private static void Begin(ConcurrentDictionary<string, TransferItem> responses, JsonElement e) =>
        responses[Id(e)] = new TransferItem(e.GetProperty("type").GetString()!, e.GetProperty("response").GetProperty("url").GetString()!, 0);

    private static void Finish(ConcurrentDictionary<string, TransferItem> responses, JsonElement e)
    {
        if (responses.TryGetValue(Id(e), out var item))
            responses[Id(e)] = item with { Bytes = (long)e.GetProperty("encodedDataLength").GetDouble() };
    }

    private static string Id(JsonElement e) => e.GetProperty("requestId").GetString()!;

    private static long Payload(JsonElement e)
    {
        var frame = e.GetProperty("response");
        var data = frame.GetProperty("payloadData").GetString()!;
        // Binary frames come as base64; only their length matters.
        return frame.GetProperty("opcode").GetDouble() is 2
            ? Convert.FromBase64String(data).LongLength
            : Encoding.UTF8.GetByteCount(data);
    }
}
