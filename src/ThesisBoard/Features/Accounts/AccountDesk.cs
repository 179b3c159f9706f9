using Microsoft.AspNetCore.Identity;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Members;
using ThesisBoard.Sources.Mail;

namespace ThesisBoard.Features.Accounts;

/// <summary>What came of a change of one's own account.</summary>
/// <param name="Trouble">Why not, in a sentence; empty when it is done.</param>
/// <param name="Renewed">The actor from now on: a change of how somebody signs in ends all other sign-ins.</param>
public sealed record AccountResult(string Trouble, Actor? Renewed = null)
{
    public bool IsDone => Trouble.Length == 0;

    internal static AccountResult SignedOut { get; } = new("You are signed out. Sign in again, then do this once more.");

    internal static AccountResult Of(IdentityResult result, AccountRow account, Actor actor) => result.Succeeded
        ? new("", Actor.Member(account).In(actor.SessionId))
        : new(string.Join(' ', result.Errors.Select(e => e.Description)));
}

/// <summary>One's own account as its page shows it.</summary>
public sealed record AccountView(string Name, Role Role, string Email, bool IsEmailConfirmed, bool HasPassword, bool HasTwoFactor, int RecoveryCodes, IReadOnlyList<UserPasskeyInfo> Passkeys, bool HasExternal);

/// <summary>Password and e-mail address of one's own account, and the way back in by a mailed link.</summary>
public sealed class AccountDesk(UserManager<AccountRow> users, Members.Members members, AccountLetters letters, ConfirmationTokens confirmations)
{
    public async Task<AccountView?> Read(Actor actor) => await Own(actor) is not { } account ? null : new(
        account.Name, account.Role, account.Email ?? "", account.EmailConfirmed, account.PasswordHash is not null, account.TwoFactorEnabled,
        account.TwoFactorEnabled ? await users.CountRecoveryCodesAsync(account) : 0, [.. await users.GetPasskeysAsync(account)], (await users.GetLoginsAsync(account)).Count > 0);

    /// <summary>Sets the first password, or changes it for who knows the old one.</summary>
    public async Task<AccountResult> SetPassword(Actor actor, string current, string password)
    {
        if (await Own(actor) is not { } account)
            return AccountResult.SignedOut;
        if (string.IsNullOrEmpty(account.Email))
            return new("Give your e-mail address first: it is the name under which a password signs in.");
        if (account.PasswordHash is not null && (await users.IsLockedOutAsync(account) || !await users.CheckPasswordAsync(account, current)))
        {
            await users.AccessFailedAsync(account);
            return new("That is not your password now. Nothing was changed.");
        }

        return Ended(account, AccountResult.Of(
            account.PasswordHash is null ? await users.AddPasswordAsync(account, password) : await users.ChangePasswordAsync(account, current, password), account, actor));
    }

    /// <summary>Notes an address, and mails the link that confirms it. It counts for a way back in only once it is confirmed.</summary>
    public async Task<(AccountResult Result, MailResult? Mail)> SetEmail(Actor actor, string email, CancellationToken ct)
    {
        if (await Own(actor) is not { } account)
            return (AccountResult.SignedOut, null);
        if (!Mailer.IsAddress(email))
            return (new($"“{email}” is no e-mail address."), null);
        if (await users.FindByEmailAsync(email) is { } other && other.Id != account.Id)
            return (new("Another account has this address. Use another one, or sign in there."), null);
        if (account.EmailConfirmed && string.Equals(account.Email, email, StringComparison.OrdinalIgnoreCase))
            return (new("", actor), null);
        var result = Ended(account, AccountResult.Of(await users.SetEmailAsync(account, email), account, actor));
        return result.IsDone ? (result, await letters.SendConfirmation(account, confirmations.Of(account), ct)) : (result, null);
    }

    /// <summary>For whoever opens the mailed link.</summary>
    public async Task<bool> ConfirmEmail(Guid id, string token)
    {
        if (await users.FindByIdAsync($"{id}") is not { } account || !confirmations.Fits(account, token))
            return false;
        account.EmailConfirmed = true;
        return (await users.UpdateAsync(account)).Succeeded;
    }

    /// <summary>Mails a link that sets a new password, to a confirmed address. Nobody learns whether there was one, not even by how long this takes.</summary>
    public async Task Forgot(string email)
    {
        if (await users.FindByEmailAsync(email) is { EmailConfirmed: true } account)
            letters.SendRecoverySoon(account, await users.GeneratePasswordResetTokenAsync(account));
    }

    /// <summary>Sets a new password by the mailed link; it ends every sign-in.</summary>
    public async Task<AccountResult> Recover(Guid id, string token, string password)
    {
        if (await users.FindByIdAsync($"{id}") is not { } account
            || !await users.VerifyUserTokenAsync(account, users.Options.Tokens.PasswordResetTokenProvider, UserManager<AccountRow>.ResetPasswordTokenPurpose, token))
            return new("This link does not work any more. Ask for a new one.");
        var result = Ended(account, AccountResult.Of(await users.ResetPasswordAsync(account, token, password), account, Actor.Anonymous));
        if (result.IsDone)
            await users.SetLockoutEndDateAsync(account, null);
        return result;
    }

    /// <summary>A link that confirms a member's address where no mail is sent, for an owner to pass on; null when the actor may not, or there is nothing to confirm.</summary>
    public async Task<string?> ConfirmationFor(Actor actor, Guid id, CancellationToken ct) =>
        await members.Refresh(actor, ct) is { Everywhere: Role.Owner } && await users.FindByIdAsync($"{id}") is { Email.Length: > 0, EmailConfirmed: false } account
            ? AccountUrls.Confirm(id, confirmations.Of(account))
            : null;

    /// <summary>The actor's own account, if its sign-in still holds.</summary>
    internal async Task<AccountRow?> Own(Actor actor) =>
        await members.Refresh(actor) is { MemberId: { } id } && await users.FindByIdAsync($"{id}") is { } account && account.SecurityStamp == actor.Stamp ? account : null;

    internal AccountResult Ended(AccountRow account, AccountResult result)
    {
        members.Forget(account.Id);
        return result;
    }
}
