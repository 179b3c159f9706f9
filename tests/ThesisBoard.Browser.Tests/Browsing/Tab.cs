using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace ThesisBoard.Browser.Tests.Browsing;

/// <summary>
/// A page that is watched from its first request on: what it prints as an error, what it throws, and whatever it asks
/// of anyone but the board's own server.
/// </summary>
public sealed class Tab : IAsyncDisposable
{
    private readonly string _origin;
    private readonly ConcurrentQueue<string> _faults = new();

    internal Tab(Uri server, IPage page)
    {
        _origin = server.Authority;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                _faults.Enqueue($"console error: {message.Text} ({message.Location})");
        };
        page.PageError += (_, error) => _faults.Enqueue($"page error: {error}");
        page.Request += (_, request) => NoteForeign(request.Url);
        page.WebSocket += (_, socket) => NoteForeign(socket.Url);
    }

    public IPage Page { get; }

    public IReadOnlyCollection<string> Faults => _faults;

    public async Task<IResponse> Goto(string path) =>
        await Page.GotoAsync(path) ?? throw new InvalidOperationException($"{path} only moved within the page.");

    /// <summary>Marks the document that is shown now, so that a reload can be told from a change within it.</summary>
    public Task Mark() => Page.EvaluateAsync("window.isMarked = true");

    public Task<bool> IsSameDocument() => Page.EvaluateAsync<bool>("window.isMarked === true");

    /// <summary>Waits for the document after the one that was marked.</summary>
    public Task IsLoadedAgain() => Page.WaitForFunctionAsync("() => window.isMarked !== true && document.readyState === 'complete'");

    /// <summary>Fails the test that calls it if anything went wrong in this tab so far.</summary>
    public void MustBeClean() => Assert.True(_faults.IsEmpty, string.Join('\n', _faults));

    /// <summary>For a test that provokes an error on purpose, such as a server that goes away.</summary>
    public void ForgetFaults() => _faults.Clear();

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private void NoteForeign(string url)
    {
        var uri = new Uri(url);
        if (uri.Scheme is not ("data" or "blob" or "about") && uri.Authority != _origin)
            _faults.Enqueue($"request to another origin: {url}");
    }
}
