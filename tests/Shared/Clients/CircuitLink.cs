using System.Net.WebSockets;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace ThesisBoard.Tests.Shared.Clients;

/// <summary>One connection to the circuits' hub: what the server calls on a browser's script, and how a client answers by its manners.</summary>
internal sealed partial class CircuitLink : IAsyncDisposable
{
    private const string Module = """{"__jsObjectId":7}""";
    private readonly HubConnection hub;
    private readonly CircuitManners manners;

    public CircuitLink(Visitor visitor, CircuitManners manners)
    {
        this.manners = manners;
        var builder = new HubConnectionBuilder();
        builder.Services.AddSingleton<IHubProtocol, BlazorPack>();
        hub = builder.WithUrl(new Uri(visitor.Server, "_blazor"), options =>
        {
            options.Transports = HttpTransportType.WebSockets;
            if (visitor.Cookies.Length > 0)
                options.Headers["Cookie"] = visitor.Cookies;
            if (manners.Origin is not null)
                options.Headers["Origin"] = manners.Origin;
            if (manners.OffersCompression)
                options.WebSocketConfiguration = socket => socket.DangerousDeflateOptions = new WebSocketDeflateOptions();
        }).Build();
        hub.ServerTimeout = TimeSpan.FromMinutes(5); // a server that is being measured may be slow; a lost one closes the connection
        hub.Closed += _ => Task.Run(() => Closed?.Invoke());
        Listen();
    }

    /// <summary>Confirms every batch. The server stops rendering after ten that are not.</summary>
    public bool Confirms { get; set; } = true;

    public event Action<byte[]>? Rendered;

    /// <summary>A script was called: the number of the call, its name and its arguments.</summary>
    public event Action<long, string, string>? ScriptCalled;

    /// <summary>A call of ours came back: its number, whether it succeeded, and what it gave.</summary>
    public event Action<string, bool, string>? Returned;

    /// <summary>The server hands over what a paused circuit is resumed from: its components and its state.</summary>
    public event Action<string, string>? StateSaved;

    public event Action<string>? Failed;

    public event Action? Closed;

    public Task Connect() => hub.StartAsync();

    public Task<T> Ask<T>(string method, params object?[] arguments) => hub.InvokeCoreAsync<T>(method, arguments);

    public Task Say(string method, params object?[] arguments) => hub.SendCoreAsync(method, arguments);

    public Task AnswerScript(long handle, string name) =>
        Say("EndInvokeJSFromDotNet", handle, true, FormattableString.Invariant($"[{handle},true,{(name == "import" ? Module : "null")}]"));

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    private void Listen()
    {
        hub.On<long, byte[]>("JS.RenderBatch", async (id, batch) =>
        {
            Rendered?.Invoke(batch);
            if (Confirms)
                await Say("OnRenderCompleted", id, null);
        });
        hub.On<long, string, string, int, long, int>("JS.BeginInvokeJS", async (handle, name, arguments, _, _, _) =>
        {
            ScriptCalled?.Invoke(handle, name, arguments);
            if (handle != 0 && manners.AnswersScripts)
                await AnswerScript(handle, name);
        });
        hub.On<string, bool, string>("JS.EndInvokeDotNet", (call, succeeded, result) => Returned?.Invoke(call, succeeded, result));
        hub.On<string, string, string, bool>("JS.SavePersistedState", (_, components, state) =>
        {
            StateSaved?.Invoke(components, state);
            return true;
        });
        hub.On<string>("JS.Error", message => Failed?.Invoke(message));
        hub.On<int, string>("JS.AttachComponent", (_, _) => { });
        hub.On<long>("JS.EndUpdateRootComponents", _ => { });
        hub.On<int, byte[]>("JS.ReceiveByteArray", (_, _) => { });
        hub.On<long>("JS.BeginTransmitStream", _ => { });
        hub.On<int, bool>("JS.EndLocationChanging", (_, _) => { });
    }

    /// <summary>The number of the server's object among a script's arguments.</summary>
    public static long? ServerObject(string arguments) =>
        DotNetObject().Match(arguments) is { Success: true } match ? long.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : null;

    [GeneratedRegex("\"__dotNetObject\":(\\d+)", RegexOptions.NonBacktracking)]
    private static partial Regex DotNetObject();
}
