using System.Net.Http.Json;
using ThesisBoard.Browser.Tests.Hosting;
using ThesisBoard.Load.Probe;
using ThesisBoard.Tests.Shared.Clients;

namespace ThesisBoard.Load;

/// <summary>A published program in a process of its own, with the probe in it.</summary>
internal sealed class MeasuredServer : IAsyncDisposable
{
    private readonly HttpClient http;

    private MeasuredServer(BoardServer server)
    {
        Server = server;
        http = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromMinutes(2) };
    }

    public BoardServer Server { get; }

    public static async Task<MeasuredServer> Start(string assembly, string ready = "/health/ready", params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string>(settings.Select(s => KeyValuePair.Create(s.Name, s.Value)))
        {
            ["DOTNET_STARTUP_HOOKS"] = typeof(ProbeStartup).Assembly.Location,
            ["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = typeof(ProbeStartup).Assembly.GetName().Name!,
        };
        var server = new BoardServer { Assembly = assembly, ReadyPath = ready, Settings = all };
        await server.Restart();
        return new(server);
    }

    public Visitor Visitor() => new(Server.Address);

    public async Task<Visitor> Owner()
    {
        var owner = Visitor();
        await owner.SignIn(Server.OwnerLink!);
        return owner;
    }

    public async Task<Reading> Collected() => (await http.GetFromJsonAsync<Reading>(ProbeStartup.Collected))!;

    public async Task<Reading> Counts() => (await http.GetFromJsonAsync<Reading>(ProbeStartup.Counts))!;

    /// <summary>What the program asks its database by itself while nobody asks anything of it.</summary>
    public async Task<IReadOnlySet<string>> Background()
    {
        var before = await Counts();
        await Task.Delay(TimeSpan.FromSeconds(10));
        return (await Counts()).CommandsSince(before, new HashSet<string>()).Keys.ToHashSet(StringComparer.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Server.DisposeAsync();
    }
}
