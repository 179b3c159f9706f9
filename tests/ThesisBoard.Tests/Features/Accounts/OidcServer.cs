using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace ThesisBoard.Tests.Features.SignIn;

/// <summary>Somebody else's sign-in: a real OpenID Connect server on loopback, where everybody who comes is the same person.</summary>
internal sealed class OidcServer : IAsyncDisposable
{
    public const string ClientId = "thesisboard";
    public const string ClientSecret = "a secret between the two";
    private readonly WebApplication app;

    private OidcServer(WebApplication app) => this.app = app;

    /// <summary>Who signs in there.</summary>
    public string Subject { get; set; } = "grace";

    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public (string Name, string Value)[] Settings =>
        [("OpenIdConnect__Authority", Address), ("OpenIdConnect__ClientId", ClientId), ("OpenIdConnect__ClientSecret", ClientSecret), ("OpenIdConnect__Name", "the office")];

    public static async Task<OidcServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        OidcServer? server = null;
        builder.Services.AddOpenIddict().AddServer(oidc =>
        {
            oidc.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token");
            oidc.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().RegisterScopes("email", "profile");
            oidc.EnableDegradedMode().AddEphemeralEncryptionKey().AddEphemeralSigningKey(); // no database: the one client is known here
            oidc.UseAspNetCore().DisableTransportSecurityRequirement();
            oidc.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(asked =>
            {
                if (asked.ClientId != ClientId || !Uri.TryCreate(asked.RedirectUri, UriKind.Absolute, out var back) || !back.IsLoopback)
                    asked.Reject(OpenIddictConstants.Errors.InvalidClient);
                return default;
            }));
            oidc.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(asked =>
            {
                if (asked.ClientId != ClientId || asked.ClientSecret != ClientSecret)
                    asked.Reject(OpenIddictConstants.Errors.InvalidClient);
                return default;
            }));
            oidc.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(asked =>
            {
                var person = new ClaimsIdentity("office");
                person.AddClaim(new Claim(OpenIddictConstants.Claims.Subject, server!.Subject));
                var principal = new ClaimsPrincipal(person);
                principal.SetScopes(asked.Request.GetScopes());
                asked.SignIn(principal);
                return default;
            }));
        });
        var app = builder.Build();
        app.UseAuthentication();
        server = new(app);
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
