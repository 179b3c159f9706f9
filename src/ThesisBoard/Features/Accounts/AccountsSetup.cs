using Microsoft.AspNetCore.Identity;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;

namespace ThesisBoard.Features.Accounts;

/// <summary>Adds accounts: passkeys, passwords, second factors, mailed links. ASP.NET Core Identity keeps and checks them; our own cookie and sessions carry the sign-in.</summary>
public static class AccountsSetup
{
    private const int Tries = 5;
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    /// <exception cref="RefusedToStartException">A setting makes no sense.</exception>
    public static WebApplicationBuilder AddAccounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddIdentityCore<AccountRow>(identity =>
            {
                identity.Password.RequiredLength = PasswordRules.Shortest;
                identity.Password.RequiredUniqueChars = 1;
                identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
                identity.Lockout.MaxFailedAccessAttempts = Tries;
                identity.Lockout.DefaultLockoutTimeSpan = Rest;
            })
            .AddEntityFrameworkStores<BoardDb>()
            .AddDefaultTokenProviders()
            .AddPasswordValidator<PasswordRules>();
        builder.Services.Configure<DataProtectionTokenProviderOptions>(tokens => tokens.TokenLifespan = AccountLetters.Lifetime);
        builder.Services.Configure<IdentityPasskeyOptions>(passkeys => passkeys.UserVerificationRequirement = passkeys.ResidentKeyRequirement = "required"); // so a passkey alone is two factors
        builder.Services.AddScoped<IPasskeyHandler<AccountRow>, PasskeyHandler<AccountRow>>();
        builder.Services.AddScoped<AccountDesk>().AddScoped<SecondFactorDesk>().AddScoped<PasskeyDesk>().AddScoped<SignInDesk>().AddSingleton<StepCookie>().AddSingleton<AccountLetters>().AddSingleton<ConfirmationTokens>();
        builder.AddExternalSignIn();
        return builder;
    }

    public static void MapAccounts(this WebApplication app)
    {
        app.MapPasskeys();
        app.MapExternalSignIn();
    }
}
