using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace ThesisBoard.Browser.Tests.Hosting;

/// <summary>A wire between browser and server that can be cut and mended, while the server runs on.</summary>
public sealed class Wire : IAsyncDisposable
{
    private readonly ConcurrentDictionary<TcpClient, bool> _ends = new();
    private readonly Uri _server;
    private TcpListener? _listener;

    private Wire(Uri server) => _server = server;

    public Uri Address { get; private set; } = null!;

    public static Wire To(Uri server)
    {
        var wire = new Wire(server);
        wire.Listen(0);
        wire.Address = new($"http://127.0.0.1:{((IPEndPoint)wire._listener!.LocalEndpoint).Port}");
        return wire;
    }

    public void Cut()
    {
        _listener?.Dispose();
        _listener = null;
        foreach (var end in _ends.Keys)
            end.Dispose();
    }

    public void Mend() => Listen(Address.Port);

    public ValueTask DisposeAsync()
    {
        Cut();
        return ValueTask.CompletedTask;
    }

    private void Listen(int port)
    {
        _listener = new(IPAddress.Loopback, port);
        _listener.Start();
        _ = Accept(_listener);
    }

    private async Task Accept(TcpListener listener)
    {
        try
        {
            while (true)
                _ = Carry(await listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }
    }

    private async Task Carry(TcpClient browser)
    {
        using var server = new TcpClient();
        _ends[browser] = _ends[server] = true;
        try
        {
            await server.ConnectAsync(_server.Host, _server.Port);
            await Task.WhenAny(browser.GetStream().CopyToAsync(server.GetStream()), server.GetStream().CopyToAsync(browser.GetStream()));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // One of the two went away.
        }
        finally
        {
            _ends.TryRemove(browser, out _);
            _ends.TryRemove(server, out _);
            browser.Dispose();
        }
    }
}
