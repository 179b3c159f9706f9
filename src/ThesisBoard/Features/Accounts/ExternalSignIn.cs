using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Accounts;

/// <summary>Sign-in by OpenID Connect, where settings name an authority. It signs in accounts that were linked to it; it makes none.</summary>
internal static class ExternalSignIn
{
    /// <summary>Holds who came back, until the page after it has looked.</summary>
    public const string Cookie = "external";

    private const string Scheme = "OpenIdConnect";

    public static void AddExternalSignIn(this WebApplicationBuilder builder)
    {
        var settings = OpenIdConnectSettings.Read(builder.Configuration);
        builder.Services.AddSingleton(settings).AddScoped<ExternalDesk>();
        if (!settings.IsReady)
            return;
        builder.Services.AddAuthentication()
            .AddCookie(Cookie, cookie =>
            {
                cookie.Cookie.Name = "thesisboard.external";
                cookie.Cookie.Path = AccountUrls.Account;
                cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
                cookie.SlidingExpiration = false;
            })
            .AddOpenIdConnect(Scheme, settings.Name, oidc =>
            {
                oidc.SignInScheme = Cookie;
                oidc.Authority = settings.Authority!.AbsoluteUri;
                oidc.RequireHttpsMetadata = settings.Authority.Scheme == Uri.UriSchemeHttps;
                (oidc.ClientId, oidc.ClientSecret) = (settings.ClientId, settings.ClientSecret);
                oidc.ResponseType = OpenIdConnectResponseType.Code;
                oidc.ResponseMode = OpenIdConnectResponseMode.Query;
                oidc.UsePkce = true;
                oidc.MapInboundClaims = false;
                oidc.Scope.Add("email");
                oidc.CorrelationCookie.SameSite = oidc.NonceCookie.SameSite = SameSiteMode.Lax; // it comes back by a plain link
                oidc.CorrelationCookie.SecurePolicy = oidc.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest; // on this machine itself there is no TLS
                oidc.Events.OnRemoteFailure = context =>
                {
                    context.Response.Redirect(AccountUrls.ExternalDone);
                    context.HandleResponse();
                    return Task.CompletedTask;
                };
            });
    }

    public static void MapExternalSignIn(this IEndpointRouteBuilder app) => app.MapGet(AccountUrls.External, (string? returnUrl, OpenIdConnectSettings settings) => settings.IsReady
        ? Results.Challenge(new AuthenticationProperties { RedirectUri = $"{AccountUrls.ExternalDone}?returnUrl={Uri.EscapeDataString(AccountUrls.Local(returnUrl))}" }, [Scheme])
        : Results.NotFound());
}

/// <summary>Who came back from the authority, and which account that is.</summary>
public sealed class ExternalDesk(UserManager<AccountRow> users, OpenIdConnectSettings settings, AccountDesk accounts)
{
    /// <summary>The authority's number for whoever came back; null when nobody did.</summary>
    public async Task<string?> Arrived(HttpContext http) =>
        settings.IsReady && await http.AuthenticateAsync(ExternalSignIn.Cookie) is { Succeeded: true, Principal: { } person } ? person.FindFirst("sub")?.Value : null;

    public async Task<Actor?> Find(string subject) => await users.FindByLoginAsync(settings.Provider, subject) is { } account ? Actor.Member(account) : null;

    /// <summary>Lets whoever came back sign in to the actor's own account from now on.</summary>
    public async Task<AccountResult> Link(Actor actor, string subject) => await accounts.Own(actor) is not { } account ? AccountResult.SignedOut
        : accounts.Ended(account, AccountResult.Of(await users.AddLoginAsync(account, new(settings.Provider, subject, settings.Name)), account, actor));
}
