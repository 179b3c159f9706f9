using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ThesisBoard.Tests.Shared.Edgar;

/// <summary>What was asked of the fake: path and query, and who asked.</summary>
internal sealed record FakeRequest(string Path, string UserAgent, string IfNoneMatch);

/// <summary>An answer that is given once, in the place of what is recorded.</summary>
internal sealed record FakeAnswer(int Status, byte[] Body, string ContentType = "text/html")
{
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The connection ends after so many bytes, as if a cable was pulled.</summary>
    public int? CutAfter { get; init; }

    /// <summary>No answer for so long.</summary>
    public TimeSpan Silence { get; init; }

    public static FakeAnswer Text(int status, string body, string contentType = "text/html") => new(status, Encoding.UTF8.GetBytes(body), contentType);
}

/// <summary>
/// EDGAR on loopback, for both of its addresses: it serves what was recorded, conditionally, counts what it is asked, and can be told to misbehave. An address that
/// nobody recorded fails the test when the fake is disposed of. Whose bodies they are says who records them: the SEC's own come from the corpus of real filings,
/// those of <see cref="FakeIssuer"/> are made in the shape of EDGAR's.
/// </summary>
internal sealed class FakeEdgar : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, FakeAnswer> recorded = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<FakeAnswer>> once = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<FakeRequest> requests = new();
    private readonly ConcurrentQueue<string> unrecorded = new();
    private readonly WebApplication app;

    private FakeEdgar(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    /// <summary>What the app is told, as environment variables.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Edgar__DataAddress"] = Address.GetLeftPart(UriPartial.Authority),
        ["Edgar__ArchiveAddress"] = Address.GetLeftPart(UriPartial.Authority),
        ["Edgar__Contact"] = "Test Runner test@example.com",
    };

    public IReadOnlyList<FakeRequest> Requests => [.. requests];

    /// <summary>It does not answer at all any more, or does again.</summary>
    public bool IsDown { get; set; }

    public static async Task<FakeEdgar> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var edgar = new FakeEdgar(app);
        app.Run(edgar.Serve);
        await app.StartAsync();
        return edgar;
    }

    public void Record(string path, string body, string contentType = "application/json") => Record(path, Encoding.UTF8.GetBytes(body), contentType);

    public void Record(string path, byte[] body, string contentType, int status = 200) => recorded[path] = new(status, body, contentType);

    /// <summary>The next requests for a path get these answers, one each; then it is as recorded.</summary>
    public void Next(string path, params FakeAnswer[] answers)
    {
        foreach (var answer in answers)
            once.GetOrAdd(path, _ => new()).Enqueue(answer);
    }

    public int Count(string path) => requests.Count(r => r.Path == path);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        if (!unrecorded.IsEmpty)
            throw new InvalidOperationException($"EDGAR was asked for what nobody recorded: {string.Join(", ", unrecorded.Distinct())}");
    }

    private async Task Serve(HttpContext http)
    {
        var path = $"{http.Request.Path}{http.Request.QueryString}";
        requests.Enqueue(new(path, http.Request.Headers.UserAgent.ToString(), http.Request.Headers.IfNoneMatch.ToString()));
        if (IsDown)
            http.Abort();
        else if (once.TryGetValue(path, out var queue) && queue.TryDequeue(out var answer))
            await Misbehave(http, answer);
        else if (recorded.TryGetValue(path, out var body))
            await Serve(http, body);
        else
        {
            unrecorded.Enqueue(path);
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private static async Task Serve(HttpContext http, FakeAnswer answer)
    {
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(answer.Body))[..16]}\"";
        if (answer.Status == StatusCodes.Status200OK)
            http.Response.Headers.ETag = tag;
        http.Response.StatusCode = answer.Status == StatusCodes.Status200OK && http.Request.Headers.IfNoneMatch == tag ? StatusCodes.Status304NotModified : answer.Status;
        if (http.Response.StatusCode == StatusCodes.Status304NotModified)
            return;
        http.Response.ContentType = answer.ContentType;
        http.Response.ContentLength = answer.Body.Length;
        await http.Response.Body.WriteAsync(answer.Body);
    }

    private static async Task Misbehave(HttpContext http, FakeAnswer answer)
    {
        if (answer.Silence > TimeSpan.Zero)
            await Task.Delay(answer.Silence, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers)
            http.Response.Headers[name] = value;
        if (answer.CutAfter is not { } length)
        {
            await http.Response.Body.WriteAsync(answer.Body);
            return;
        }

        http.Response.ContentLength = answer.Body.Length;
        await http.Response.Body.WriteAsync(answer.Body.AsMemory(0, length));
        await http.Response.Body.FlushAsync();
        await Task.Delay(200); // what was sent is there before the connection ends
        http.Abort();
    }
}
