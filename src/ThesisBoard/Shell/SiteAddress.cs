using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using ThesisBoard.Data;

namespace ThesisBoard.Shell;

/// <summary>
/// How links begin that leave this server, in mails for one. Never from what a stranger's request says its host is: that would send people a link to somebody else's server.
/// </summary>
/// <param name="Named">From the setting <c>Site__Address</c>; null where it is not set.</param>
public sealed record SiteAddress(Uri? Named)
{
    private const string Key = "Site:Address";

    /// <exception cref="RefusedToStartException">It is no address.</exception>
    public static SiteAddress Read(IConfiguration configuration)
    {
        if (configuration[Key] is not { } text || string.IsNullOrWhiteSpace(text))
            return new((Uri?)null);
        return Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address is { Query: "", Fragment: "", UserInfo: "", AbsolutePath: "/" }
            ? new(address)
            : throw new RefusedToStartException($"Site__Address is '{text}'. Give the address under which people reach this server, such as https://board.example.com.");
    }

    /// <summary>The full address of a path of ours, for a mail: by the setting, otherwise by where this server listens.</summary>
    public Uri Of(string path, IServer server) => new(Named ?? Listening(server), path);

    /// <summary>The same for a signed-in person who passes the link on: by the setting, otherwise as that person reached this server.</summary>
    public Uri Of(string path, HttpContext http) => new(Named ?? new Uri($"{http.Request.Scheme}://{http.Request.Host}/"), path);

    /// <summary>"Every address" is no address to open.</summary>
    public static Uri Listening(IServer server)
    {
        var text = (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost").TrimEnd('/');
        foreach (var any in (string[])["0.0.0.0", "[::]", "+", "*"])
            text = text.Replace($"://{any}", "://localhost", StringComparison.Ordinal);
        return new($"{text}/");
    }
}
