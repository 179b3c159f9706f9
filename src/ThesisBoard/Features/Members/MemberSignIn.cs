using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

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
            cookie.ExpireTimeSpan = TimeSpan.FromDays(30);
            cookie.SlidingExpiration = true;
            cookie.Events.OnValidatePrincipal = Validate;
            cookie.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
            cookie.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
        });
        builder.Services.AddAuthorization();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddSingleton<SignInLinks>().AddSingleton<Members>().AddHostedService<FirstRun>();
        return builder;
    }

    /// <summary>Sets the cookie.</summary>
    public static Task SignIn(this HttpContext http, Actor member) =>
        http.SignInAsync(Scheme, member.Principal(Scheme), new AuthenticationProperties { IsPersistent = true });

    /// <summary>Takes the cookie away.</summary>
    public static Task SignOut(this HttpContext http) => http.SignOutAsync(Scheme);

    /// <summary>A removed member, or one who signed out everywhere, is nobody; a changed role counts at once.</summary>
    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        var actor = Actor.From(context.Principal);
        var member = await context.HttpContext.RequestServices.GetRequiredService<Members>().Refresh(actor, context.HttpContext.RequestAborted);
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
