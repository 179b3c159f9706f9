using System.Diagnostics;
using Microsoft.Playwright;
using ThesisBoard.Browser.Tests.Browsing;
using ThesisBoard.Browser.Tests.Editing;
using ThesisBoard.Browser.Tests.Hosting;
using ThesisBoard.Tests.Nodes;

namespace ThesisBoard.Browser.Tests.Nodes;

/// <summary>
/// One installation: two nodes of the built app on one database, Redis, and a sticky proxy before them. One SQLite file on one machine stands in
/// for the SQL Server that nodes on several machines share.
/// </summary>
public sealed class TwoNodes(Chromium chromium) : IAsyncLifetime
{
    private BoardServer[] _nodes = [];
    private IReadOnlyList<Cookie>? _owner;

    public RedisServer Redis { get; private set; } = null!;

    public Proxy Proxy { get; private set; } = null!;

    public BoardServer First => _nodes[0];

    public BoardServer Second => _nodes[1];

    /// <summary>Starts the first node again if it is gone.</summary>
    public async Task Mend()
    {
        if (!First.IsRunning)
            await First.Restart();
    }

    public async ValueTask InitializeAsync()
    {
        if (RedisServer.Program is null)
            return;
        Redis = await RedisServer.Start();
        var settings = new Dictionary<string, string> { ["ConnectionStrings__Redis"] = Redis.ConnectionString };
        var first = await BoardServer.Start(settings);
        _nodes = [first, await BoardServer.Start(new Dictionary<string, string>(settings) { ["THESISBOARD_DATA"] = first.DataFolder })];
        Proxy = await Proxy.Sticky(First.Address, Second.Address);
    }

    /// <summary>The owner's sign-in, which counts on every node.</summary>
    public async Task<IReadOnlyList<Cookie>> Owner() => _owner ??= await chromium.MakeOwner(Second); // each start takes the link of the start before back

    /// <summary>A tab that the proxy keeps with one of the nodes, at the board.</summary>
    public async Task<Tab> TabOn(BoardServer node, IReadOnlyList<Cookie>? signedIn = null, Theme theme = Theme.Light, int width = 1280)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromMinutes(1);)
        {
            var tab = await chromium.NewTab(Proxy.Address, signedIn ?? [], theme, width);
            if (await NodeOf(await tab.Goto(Editors.Board)) == node)
                return tab;
            await tab.DisposeAsync();
            await Task.Delay(100); // a node that was started again gets nobody before the proxy has seen it ready
        }

        throw new InvalidOperationException("The proxy sent nobody to that node.");
    }

    /// <summary>The node that the proxy keeps a tab with now.</summary>
    public async Task<BoardServer> NodeOf(Tab tab)
    {
        var answer = await tab.Page.APIRequest.GetAsync("health/live");
        return _nodes[int.Parse(answer.Headers[Proxy.Header])];
    }

    public async ValueTask DisposeAsync()
    {
        if (_nodes is [])
            return;
        await Proxy.DisposeAsync();
        await Second.DisposeAsync();
        await First.DisposeAsync();
        await Redis.DisposeAsync();
    }

    private async Task<BoardServer> NodeOf(IResponse answer) => _nodes[int.Parse(await answer.HeaderValueAsync(Proxy.Header) ?? throw new InvalidOperationException($"{answer.Status}"))];
}
