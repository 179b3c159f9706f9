using System.Net;
using System.Net.Sockets;

namespace ThesisBoard.Sources.Sec;

/// <summary>
/// Opens the connections to EDGAR. A public name that leads into an inner network was forged, or changed hands: it is refused, and the address that was looked
/// at is the one that is connected to. An address or a name of an inner network stands in the settings only because somebody wants exactly that one asked.
/// (Microsoft's AntiSSRF handler does the same, but neither decompresses, which EDGAR asks for, nor goes through a proxy.)
/// </summary>
internal sealed class EdgarDoor(EdgarOptions options, Func<string, CancellationToken, Task<IPAddress[]>>? lookUp = null)
{
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> lookUp = lookUp ?? Dns.GetHostAddressesAsync;

    public async ValueTask<Stream> Open(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var request = context.InitialRequestMessage;
        var isProxy = request.Method == HttpMethod.Connect || !string.Equals(host, request.RequestUri?.IdnHost.Trim('[', ']'), StringComparison.OrdinalIgnoreCase);
        var addresses = isProxy ? await lookUp(host, ct) : await Addresses(host, ct); // the proxy looks the name up itself
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Where a host of EDGAR's may be connected to.</summary>
    /// <exception cref="EdgarException">It is none of EDGAR's, or a public name that leads nowhere public.</exception>
    internal async Task<IPAddress[]> Addresses(string host, CancellationToken ct)
    {
        if (!new[] { options.DataAddress, options.ArchiveAddress }.Any(home => string.Equals(home.IdnHost.Trim('[', ']'), host, StringComparison.OrdinalIgnoreCase)))
            throw new EdgarException(EdgarTrouble.ForeignAddress, $"{host} is not one of EDGAR's addresses. Nothing was fetched from there.");
        var found = await lookUp(host, ct);
        if (IsInner(host))
            return found;
        var allowed = found.Where(PublicAddresses.Contain).ToArray();
        return allowed.Length > 0 || found.Length == 0 ? allowed
            : throw new EdgarException(EdgarTrouble.ForeignAddress, $"{host} leads to {found[0]}, which is not an address of the public internet. Nothing was fetched from there.");
    }

    /// <summary>An address as such, this machine, or a name that the public internet does not have.</summary>
    private static bool IsInner(string host) => IPAddress.TryParse(host, out _) || !host.Contains('.', StringComparison.Ordinal)
        || new[] { ".localhost", ".internal", ".local", ".home.arpa" }.Any(end => host.EndsWith(end, StringComparison.OrdinalIgnoreCase));
}
