using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Accounts;

/// <summary>Passkeys: made for one's own account, and what they sign in. What the browser must answer is kept in a cookie that only this server can read.</summary>
public sealed class PasskeyDesk(UserManager<AccountRow> users, IPasskeyHandler<AccountRow> passkeys, AccountDesk accounts, Members.Members members, StepCookie steps)
{
    private const string New = "passkey-new";
    private const string Old = "passkey";
    private const int Most = 20;
    private const int LongestName = 60;

    /// <summary>What a browser needs to make a passkey; null for who is not signed in.</summary>
    public async Task<string?> CreationOptions(Actor actor, HttpContext http)
    {
        if (await accounts.Own(actor) is not { } account)
            return null;
        var options = await passkeys.MakeCreationOptionsAsync(new() { Id = $"{account.Id}", Name = account.Email is { Length: > 0 } email ? email : account.Name, DisplayName = account.Name }, http);
        steps.Put(http, New, options.AttestationState ?? "");
        return options.CreationOptionsJson;
    }

    /// <summary>What a browser needs to show a passkey, of whatever account it has one of.</summary>
    public async Task<string> RequestOptions(HttpContext http)
    {
        var options = await passkeys.MakeRequestOptionsAsync(null, http);
        steps.Put(http, Old, options.AssertionState ?? "");
        return options.RequestOptionsJson;
    }

    public async Task<AccountResult> Add(Actor actor, HttpContext http, string credential, string name)
    {
        if (await accounts.Own(actor) is not { } account)
            return AccountResult.SignedOut;
        if (steps.Take(http, New) is not { Length: > 0 } state || credential.Length == 0)
            return new("The passkey was not made in time. Try again.");
        if ((await users.GetPasskeysAsync(account)).Count >= Most)
            return new($"An account has at most {Most} passkeys. Remove one that you no longer use.");
        var made = await passkeys.PerformAttestationAsync(new() { HttpContext = http, CredentialJson = credential, AttestationState = state });
        if (!made.Succeeded || made.UserEntity.Id != $"{account.Id}")
            return new("The browser's answer was not right, so no passkey was kept. Try again.");
        made.Passkey.Name = name.Trim() is { Length: > 0 } named ? named[..Math.Min(named.Length, LongestName)] : "Passkey";
        var result = await users.AddOrUpdatePasskeyAsync(account, made.Passkey);
        return accounts.Ended(account, AccountResult.Of(result, account, actor));
    }

    /// <summary>Takes a passkey away; the last way in stays.</summary>
    public async Task<AccountResult> Remove(Actor actor, string id)
    {
        if (await accounts.Own(actor) is not { } account)
            return AccountResult.SignedOut;
        var own = await users.GetPasskeysAsync(account);
        if (own.FirstOrDefault(p => Name(p) == id) is not { } passkey)
            return new("This passkey is gone already.");
        if (own.Count == 1 && account.PasswordHash is null && (await users.GetLoginsAsync(account)).Count == 0)
            return new("This is your only way in. Add another passkey or a password first.");
        return accounts.Ended(account, AccountResult.Of(await users.RemovePasskeyAsync(account, passkey.CredentialId), account, actor));
    }

    /// <summary>Whom a shown passkey belongs to. It is two factors in one: the device, and what unlocks it.</summary>
    public async Task<SignInOutcome> Show(HttpContext http, string credential)
    {
        if (steps.Take(http, Old) is not { Length: > 0 } state || credential.Length == 0)
            return new SignInOutcome.Wrong();
        var shown = await passkeys.PerformAssertionAsync(new() { HttpContext = http, CredentialJson = credential, AssertionState = state });
        if (!shown.Succeeded)
            return new SignInOutcome.Wrong();
        await users.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey); // its counter
        members.Forget(shown.User.Id);
        return new SignInOutcome.Right(Actor.Member(shown.User));
    }

    /// <summary>A passkey's name within a form.</summary>
    internal static string Name(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);
}
