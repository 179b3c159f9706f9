using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ThesisBoard.Tests.Shared.Clients;

/// <summary>A version of a board that a viewer was told of, and when the page of it had arrived whole, on the clock of <see cref="Stopwatch"/>.</summary>
internal sealed record Sight(string Version, long ToldAt, long SeenAt);

/// <summary>An open board page without a browser: holds the page's stream of changes, and fetches the page anew when told of one, as <c>board.js</c> does.</summary>
internal sealed partial class BoardViewer : IAsyncDisposable
{
    private readonly Visitor visitor;
    private readonly string path;
    private readonly CancellationTokenSource end = new();
    private readonly TaskCompletionSource listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Sight> sights = [];
    private string version;
    private Task following = Task.CompletedTask;

    private BoardViewer(Visitor visitor, string path, string version) => (this.visitor, this.path, this.version) = (visitor, path, version);

    /// <summary>What was seen after the page was opened, in order.</summary>
    public IReadOnlyList<Sight> Sights
    {
        get { lock (sights) return [.. sights]; }
    }

    /// <summary>What ended the stream; null while it is open.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Opens the page, and its stream of changes as the page itself names it.</summary>
    public static async Task<BoardViewer> Open(Visitor visitor, string path)
    {
        var page = await visitor.Http.GetStringAsync(path);
        var stream = Live().Match(page).Groups[1].Value;
        var viewer = new BoardViewer(visitor, path, Version().Match(page).Groups[1].Value);
        viewer.following = viewer.Follow(stream);
        await viewer.listening.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return viewer;
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await following;
        end.Dispose();
    }

    private async Task Follow(string stream)
    {
        try
        {
            using var answer = await visitor.Http.GetAsync(stream, HttpCompletionOption.ResponseHeadersRead, end.Token);
            answer.EnsureSuccessStatusCode();
            using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(end.Token));
            for (var name = ""; await lines.ReadLineAsync(end.Token) is { } line;)
            {
                if (line.StartsWith("event: ", StringComparison.Ordinal))
                    name = line["event: ".Length..];
                else if (line.StartsWith("data: ", StringComparison.Ordinal) && name == "changed")
                    await Told(line["data: ".Length..]);
            }

            Fault = new EndOfStreamException("The server ended the stream.");
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The viewer left.
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            Fault = e;
        }

        listening.TrySetResult();
    }

    private async Task Told(string news)
    {
        var told = Stopwatch.GetTimestamp();
        if (news != version)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.AcceptEncoding.ParseAdd("br"); // read to its end and not unpacked: 1,500 viewers on one machine would measure themselves
            using var answer = await visitor.Http.SendAsync(request, end.Token);
            answer.EnsureSuccessStatusCode();
            await answer.Content.CopyToAsync(Stream.Null, end.Token);
            version = news;
            lock (sights)
                sights.Add(new(news, told, Stopwatch.GetTimestamp()));
        }

        listening.TrySetResult();
    }

    [GeneratedRegex("data-live=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Live();

    [GeneratedRegex("data-version=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Version();
}
