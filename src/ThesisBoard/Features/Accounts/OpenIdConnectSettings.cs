using ThesisBoard.Data;

namespace ThesisBoard.Features.Accounts;

/// <summary>Somebody else's sign-in that this installation trusts, by OpenID Connect.</summary>
/// <param name="Authority">Its address; null where there is none.</param>
/// <param name="Name">What its button says.</param>
public sealed record OpenIdConnectSettings(Uri? Authority, string ClientId, string ClientSecret, string Name)
{
    private const string Section = "OpenIdConnect";

    public bool IsReady => Authority is not null;

    /// <summary>The name under which its people are kept: a person of another authority is another person.</summary>
    public string Provider => Authority!.Host;

    /// <exception cref="RefusedToStartException">A setting makes no sense, or one is missing.</exception>
    public static OpenIdConnectSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        string Text(string name) => (section[name] ?? "").Trim();
        if (Text(nameof(Authority)) is not { Length: > 0 } text)
            return new(null, "", "", "");
        if (!Uri.TryCreate(text, UriKind.Absolute, out var authority) || !(authority.Scheme == Uri.UriSchemeHttps || (authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback)))
            throw new RefusedToStartException($"{Section}__Authority is '{text}'. Give an https address, such as https://login.example.com; plain http is only for this machine itself.");
        if (Text(nameof(ClientId)) is not { Length: > 0 } client || Text(nameof(ClientSecret)) is not { Length: > 0 } secret)
            throw new RefusedToStartException($"{Section}__Authority is set, so {Section}__ClientId and {Section}__ClientSecret must be too.");
        return new(authority, client, secret, Text(nameof(Name)) is { Length: > 0 } name ? name : authority.Host);
    }
}
