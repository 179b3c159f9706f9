using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace ThesisBoard.Tests.Shared.Clients;

/// <summary>
/// One open circuit, driven as a browser's script drives it. It knows every event handler that stands on the page, fires events and calls the server's objects,
/// and says for each how long the server took. Between connections a circuit goes on: <see cref="Drop"/>, then <see cref="Reconnect"/>.
/// </summary>
internal sealed class Circuit : IAsyncDisposable
{
    private readonly Visitor visitor;
    private readonly CircuitManners manners;
    private readonly Dictionary<ulong, Handler> handlers = [];
    private readonly ConcurrentDictionary<string, long> objects = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> calledScripts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string>> calls = new(StringComparer.Ordinal);
    private TaskCompletionSource news = New();
    private CircuitLink? link;
    private int lastCall;
    private (string Components, string State)? saved;

    private Circuit(Visitor visitor, CircuitManners manners) => (this.visitor, this.manners) = (visitor, manners);

    /// <summary>What lets a browser come back to this circuit; null where the server opened none.</summary>
    public string? Secret { get; private set; }

    public int Batches { get; private set; }

    /// <summary>How often the server called a script of the page.</summary>
    public int ScriptCalls { get; private set; }

    public long BytesRendered { get; private set; }

    /// <summary>The page's component has drawn something, or has handed itself to the page's script.</summary>
    public bool IsOpen => objects.ContainsKey("attach") || Handlers.Count > 0;

    public bool IsClosed { get; private set; }

    /// <summary>What the server said when it gave the circuit up.</summary>
    public string? Error { get; private set; }

    public IReadOnlyList<Handler> Handlers
    {
        get { lock (handlers) return [.. handlers.Values.OrderBy(h => h.Id)]; }
    }

    /// <summary>Fetches a page and opens its circuit.</summary>
    public static async Task<Circuit> Open(Visitor visitor, string path, CircuitManners? manners = null)
    {
        var page = await Fetch(visitor, path);
        var circuit = await Connect(visitor, manners);
        try
        {
            await circuit.Start(page);
            await circuit.Until(c => c.IsOpen);
            return circuit;
        }
        catch
        {
            await circuit.DisposeAsync();
            throw;
        }
    }

    public static async Task<CircuitPage> Fetch(Visitor visitor, string path) =>
        CircuitPage.Read(new Uri(visitor.Server, path), await visitor.Http.GetStringAsync(path));

    /// <summary>Opens a connection and nothing more.</summary>
    public static async Task<Circuit> Connect(Visitor visitor, CircuitManners? manners = null)
    {
        var circuit = new Circuit(visitor, manners ?? CircuitManners.Browser);
        await circuit.Link();
        return circuit;
    }

    /// <summary>Opens the circuit and asks for the page's components.</summary>
    public async Task Start(CircuitPage page)
    {
        Secret = await link!.Ask<string?>("StartCircuit", $"{visitor.Server}", $"{page.Address}", "[]", page.State);
        if (Secret is not null)
            await link.Say("UpdateRootComponents", page.Operations, page.State);
    }

    /// <summary>Waits until something holds; what the server says or draws is looked at each time.</summary>
    public async Task Until(Func<Circuit, bool> holds)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var next = Volatile.Read(ref news).Task;
            if (holds(this))
                return;
            if (IsClosed)
                throw new CircuitLostException(Error ?? "The server closed the connection.");
            if (manners.Patience - watch.Elapsed is var left && left <= TimeSpan.Zero)
                throw new CircuitLostException($"Nothing came for {manners.Patience.TotalSeconds:0} s.");
            await Task.WhenAny(next, Task.Delay(left));
        }
    }

    /// <summary>Fires an event and waits until the server has handled it; what it drew has arrived by then.</summary>
    public async Task<TimeSpan> Fire(ulong handler, string eventName, object arguments)
    {
        var descriptor = new { eventHandlerId = handler, eventName, eventFieldInfo = (object?)null };
        await Until(c => c.objects.ContainsKey(RendererScript));
        var watch = Stopwatch.StartNew();
        await Call(manners.Patience, objects[RendererScript], "DispatchEventAsync", descriptor, arguments);
        return watch.Elapsed;
    }

    /// <summary>Calls a method of the object that the server handed to a script, such as <c>attach</c>. It may last as long as a person takes.</summary>
    public Task<string> CallOn(string script, string method, params object?[] arguments) => Call(Timeout.InfiniteTimeSpan, objects[script], method, arguments);

    /// <summary>Whether the server has called a script, whatever the answer.</summary>
    public bool WasCalled(string script) => calledScripts.ContainsKey(script);

    /// <summary>Answers a script's last call, for a client that does not do so at once.</summary>
    public Task Answer(string script) => link!.AnswerScript(calledScripts[script], script);

    /// <summary>From now on no batch is confirmed.</summary>
    public void StopConfirming() => link!.Confirms = false;

    /// <summary>Sends a message of the hub as it is.</summary>
    public Task Say(string method, params object?[] arguments) => link!.Say(method, arguments);

    /// <summary>Ends the connection as a lost network does: the server keeps the circuit for a while.</summary>
    public async Task Drop()
    {
        if (link is not { } old)
            return;
        link = null;
        await old.DisposeAsync();
    }

    /// <summary>Comes back to the circuit over a new connection; false where the server does not know it any more.</summary>
    public async Task<bool> Reconnect(string? secret = null)
    {
        await Drop();
        await Link();
        return await link!.Ask<bool>("ConnectCircuit", secret ?? Secret);
    }

    /// <summary>Lets the server put the circuit away; what it is resumed from is kept here, as a browser keeps it.</summary>
    public async Task Pause()
    {
        saved = null;
        await link!.Ask<bool>("PauseCircuit");
        await Until(c => c.saved is not null || c.IsClosed);
        await Drop();
    }

    /// <summary>Begins a new circuit from what was saved; null where the server refuses.</summary>
    public async Task<string?> Resume(CircuitPage page)
    {
        await Drop();
        lock (handlers)
            handlers.Clear();
        objects.Clear();
        await Link();
        var next = await link!.Ask<string?>("ResumeCircuit", Secret, $"{visitor.Server}", $"{page.Address}", saved?.Components ?? "[]", saved?.State ?? "");
        return Secret = next ?? Secret;
    }

    /// <summary>Leaves as a closed tab does: the circuit ends at once.</summary>
    public async Task Leave()
    {
        if (Secret is not null)
        {
            using var form = new MultipartFormDataContent { { new StringContent(Secret), "circuitId" } };
            using var answer = await visitor.Http.PostAsync("_blazor/disconnect", form);
        }

        await Drop();
    }

    public async ValueTask DisposeAsync() => await Drop();

    private const string RendererScript = "Blazor._internal.attachWebRendererInterop";

    private async Task Link()
    {
        IsClosed = false;
        var fresh = new CircuitLink(visitor, manners);
        fresh.Rendered += Take;
        fresh.ScriptCalled += (handle, script, arguments) => Note(() =>
        {
            ScriptCalls++;
            calledScripts[script] = handle;
            if (CircuitLink.ServerObject(arguments) is { } target)
                objects[script] = target;
        });
        fresh.Returned += Settle;
        fresh.StateSaved += (components, state) => Note(() => saved = (components, state));
        fresh.Failed += message => Note(() => Error = message);
        fresh.Closed += () => Note(() =>
        {
            IsClosed = link == fresh || link is null;
            if (!IsClosed)
                return;
            foreach (var call in calls.Values)
                call.TrySetException(new CircuitLostException(Error ?? "The server closed the connection."));
        });
        link = fresh;
        await fresh.Connect();
    }

    private async Task<string> Call(TimeSpan patience, long target, string method, params object?[] arguments)
    {
        var number = Interlocked.Increment(ref lastCall).ToString(CultureInfo.InvariantCulture);
        var answer = calls[number] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await link!.Say("BeginInvokeDotNetFromJS", number, null, method, target, JsonSerializer.Serialize(arguments));
            return await answer.Task.WaitAsync(patience);
        }
        finally
        {
            calls.TryRemove(number, out _);
        }
    }

    private void Take(byte[] batch) => Note(() =>
    {
        Batches++;
        BytesRendered += batch.Length;
        lock (handlers)
        {
            var gone = new List<Handler>();
            foreach (var id in RenderBatch.Disposed(batch))
            {
                if (handlers.Remove(id, out var old))
                    gone.Add(old);
            }

            // A handler that comes alone is at the place of itself, or of one of its kind that went in the same batch.
            foreach (var handler in RenderBatch.Handlers(batch))
                handlers[handler.Id] = handler.On is not null ? handler : handlers.GetValueOrDefault(handler.Id) ?? handler with { On = gone.Find(g => g.Event == handler.Event)?.On };
        }
    });

    private void Settle(string call, bool succeeded, string result)
    {
        if (!calls.TryGetValue(call, out var answer))
            return;
        if (succeeded)
            answer.TrySetResult(result);
        else
            answer.TrySetException(new RefusedCallException(result));
    }

    private void Note(Action change)
    {
        change();
        Interlocked.Exchange(ref news, New()).TrySetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>The circuit is gone, or does not answer.</summary>
internal sealed class CircuitLostException(string message) : Exception(message);

/// <summary>The server did not do what it was asked, and the circuit goes on.</summary>
internal sealed class RefusedCallException(string message) : Exception(message);
