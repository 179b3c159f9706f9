using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Accounts;

/// <summary>The key that an authenticator needs.</summary>
/// <param name="Key">For typing.</param>
/// <param name="Link">For a program on the same device, and for a code to scan.</param>
public sealed record AuthenticatorKey(string Key, string Link);

/// <summary>Codes of an authenticator as the second factor beside a password, and recovery codes for the day on which it is lost.</summary>
public sealed class SecondFactorDesk(UserManager<AccountRow> users, AccountDesk accounts)
{
    private const int Codes = 10;

    /// <summary>The key to set an authenticator up with; made on the first look, and the same until codes are switched on or off.</summary>
    public async Task<AuthenticatorKey?> Key(Actor actor)
    {
        if (await accounts.Own(actor) is not { TwoFactorEnabled: false } account)
            return null;
        if (await users.GetAuthenticatorKeyAsync(account) is not { Length: > 0 } key)
        {
            key = users.GenerateNewAuthenticatorKey();
            await users.SetAuthenticationTokenAsync(account, "[AspNetUserStore]", "AuthenticatorKey", key); // resetting it would sign the member out
        }

        var name = account.Email is { Length: > 0 } email ? email : account.Name;
        return new(
            string.Join(' ', key.ToLowerInvariant().Chunk(4).Select(part => new string(part))),
            QueryHelpers.AddQueryString($"otpauth://totp/{Uri.EscapeDataString($"ThesisBoard:{name}")}", new Dictionary<string, string?> { ["secret"] = key, ["issuer"] = "ThesisBoard" }));
    }

    /// <summary>Switches codes on, for who shows a right one, and gives the recovery codes: told now and never again.</summary>
    public async Task<(AccountResult Result, IReadOnlyList<string> Codes)> SwitchOn(Actor actor, string code)
    {
        if (await accounts.Own(actor) is not { } account)
            return (AccountResult.SignedOut, []);
        if (account.PasswordHash is null)
            return (new("Codes stand beside a password, and you have none. A passkey needs no code."), []);
        if (!await users.VerifyTwoFactorTokenAsync(account, users.Options.Tokens.AuthenticatorTokenProvider, code.Replace(" ", "", StringComparison.Ordinal)))
            return (new("That is not the code that it shows now. Check the clock of the device, then type the next one."), []);
        var codes = (await users.GenerateNewTwoFactorRecoveryCodesAsync(account, Codes))!.ToList();
        return (accounts.Ended(account, AccountResult.Of(await users.SetTwoFactorEnabledAsync(account, true), account, actor)), codes);
    }

    /// <summary>Switches codes off, for who knows the password.</summary>
    public async Task<AccountResult> SwitchOff(Actor actor, string password)
    {
        if (await accounts.Own(actor) is not { } account)
            return AccountResult.SignedOut;
        if (await users.IsLockedOutAsync(account) || !await users.CheckPasswordAsync(account, password))
        {
            await users.AccessFailedAsync(account);
            return new("That is not your password. Codes stay on.");
        }

        await users.SetTwoFactorEnabledAsync(account, false);
        return accounts.Ended(account, AccountResult.Of(await users.ResetAuthenticatorKeyAsync(account), account, actor));
    }
}
