using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Server.Circuits;
using ThesisBoard.Features.Api;
using ThesisBoard.Features.Tokens;

namespace ThesisBoard.Features.Members;

/// <summary>Sign-in of members by cookie.</summary>
public static class MemberSignIn
{
    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <summary>Registers sign-in, members and the first owner's link.</summary>
    public static WebApplicationBuilder AddMembers(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication(Scheme).AddCookie(Scheme, cookie =>
        {
            cookie.Cookie.Name = "thesisboard";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = Sessions.Unused;
            cookie.SlidingExpiration = true;
            cookie.ForwardDefaultSelector = http => http.Request.Path.StartsWithSegments(ApiUrls.Any) ? TokenAuthentication.Name : null; // no cookie counts there
            cookie.Events.OnValidatePrincipal = Validate;
            cookie.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
            cookie.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
        }).AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.Name, null);
        builder.Services.AddAuthorization();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddSingleton<SignInLinks>().AddSingleton<Members>().AddSingleton<Sessions>().AddSingleton<PersonalTokens>().AddSingleton<BoardRoles>().AddSingleton<StreamRights>().AddHostedService<FirstRun>();
        builder.Services.AddScoped<CircuitHandler, CircuitRights>();
        return builder;
    }

    /// <summary>Begins a session in this browser and sets its cookie.</summary>
    public static async Task SignIn(this HttpContext http, Actor member)
    {
        await http.End();
        await http.Renew(await http.RequestServices.GetRequiredService<Sessions>().Start(member, http.Request.Headers.UserAgent.ToString(), http.RequestAborted));
    }

    /// <summary>Sets the cookie of a session anew, as after a change of what the member signs in with.</summary>
    internal static Task Renew(this HttpContext http, Actor member) =>
        http.SignInAsync(Scheme, member.Principal(Scheme), new AuthenticationProperties { IsPersistent = true });

    /// <summary>Ends the session and takes the cookie away.</summary>
    public static async Task SignOut(this HttpContext http)
    {
        await http.End();
        await http.SignOutAsync(Scheme);
    }

    private static async Task End(this HttpContext http)
    {
        if (Actor.From(http.User) is { SessionId: { } session } actor)
            await http.RequestServices.GetRequiredService<Sessions>().End(actor, session, http.RequestAborted);
    }

    /// <summary>A removed member, or one who signed out everywhere, is nobody; a changed role counts at once.</summary>
    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        var actor = Actor.From(context.Principal);
        var member = actor.SessionId is null ? null
            : await context.HttpContext.RequestServices.GetRequiredService<Members>().Refresh(actor, context.HttpContext.RequestAborted);
        if (member is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
        }
        else if (member != actor)
        {
            context.ReplacePrincipal(member.Principal(Scheme));
            context.ShouldRenew = true;
        }
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
