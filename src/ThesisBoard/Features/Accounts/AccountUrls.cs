using Microsoft.AspNetCore.WebUtilities;

namespace ThesisBoard.Features.Accounts;

/// <summary>Every link to the account pages.</summary>
public static class AccountUrls
{
    public const string Account = "/account";
    public const string Forgot = "/account/forgot";
    public const string TwoFactor = "/account/two-factor";
    public const string People = "/account/people";
    public const string External = "/account/external";
    public const string ExternalDone = "/account/external/done";

    /// <summary>Where a passkey's options are asked for, and where it is handed in.</summary>
    public const string PasskeyOptions = "/account/passkeys/options";
    public const string Passkeys = "/account/passkeys";
    public const string SignInPasskeyOptions = "/account/sign-in/passkey/options";
    public const string SignInPasskey = "/account/sign-in/passkey";

    public static string SignIn(string? returnUrl = null) => Back("/account/sign-in", returnUrl);

    public static string Code(string? returnUrl = null) => Back("/account/sign-in/code", returnUrl);

    /// <summary>The account of somebody who just joined a board.</summary>
    public static string Welcome(string slug) => QueryHelpers.AddQueryString(Account, "joined", slug);

    public static string Said(string what) => QueryHelpers.AddQueryString(Account, "said", what);

    public static string Recover(Guid id, string token) => QueryHelpers.AddQueryString("/account/recover", new Dictionary<string, string?> { ["id"] = $"{id:n}", ["token"] = token });

    public static string Confirm(Guid id, string token) => QueryHelpers.AddQueryString("/account/confirm", new Dictionary<string, string?> { ["id"] = $"{id:n}", ["token"] = token });

    /// <summary>A path of this server, or the front page: never an address that leads away, however it is written.</summary>
    public static string Local(string? returnUrl) =>
        returnUrl is ['/', ..] && !returnUrl.StartsWith("//", StringComparison.Ordinal) && !returnUrl.StartsWith("/\\", StringComparison.Ordinal)
        && returnUrl.All(c => c is > ' ' and not '\u007f' and not '\\') ? returnUrl : "/";

    private static string Back(string path, string? returnUrl) => Local(returnUrl) is var local && local == "/" ? path : QueryHelpers.AddQueryString(path, "returnUrl", local);
}
