using Microsoft.AspNetCore.Identity;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Accounts;

/// <summary>What came of a try to sign in.</summary>
public abstract record SignInOutcome
{
    private SignInOutcome()
    {
    }

    /// <summary>The right to sign in is shown.</summary>
    public sealed record Right(Actor Member) : SignInOutcome;

    /// <summary>The password is right, and the account wants a code too.</summary>
    public sealed record NeedsCode(Guid Account) : SignInOutcome;

    /// <summary>It is not, and nobody learns why: a wrong password, an account that rests and one that is not there answer the same.</summary>
    public sealed record Wrong : SignInOutcome;
}

/// <summary>Checks passwords and codes. After five wrong ones in a row an account rests for five minutes; its passkeys and one-time links go on.</summary>
public sealed class SignInDesk(UserManager<AccountRow> users)
{
    private const string Keeper = "ThesisBoard";
    private const string LastCode = "LastCode";
    private static readonly AccountRow Nobody = AccountRow.Create(Guid.Empty, "", Role.Anonymous, default);
    private static readonly string NobodysHash = new PasswordHasher<AccountRow>().HashPassword(Nobody, $"{Guid.NewGuid()}");

    public async Task<SignInOutcome> Password(string email, string password)
    {
        if (password.Length > PasswordRules.Longest)
            return new SignInOutcome.Wrong();
        if (await users.FindByEmailAsync(email) is not { PasswordHash: not null } account || await users.IsLockedOutAsync(account))
        {
            users.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash, password); // takes as long as a wrong one
            return new SignInOutcome.Wrong();
        }

        if (!await users.CheckPasswordAsync(account, password))
            return await Failed(account);
        if (account.TwoFactorEnabled)
            return new SignInOutcome.NeedsCode(account.Id);
        await users.ResetAccessFailedCountAsync(account);
        return new SignInOutcome.Right(Actor.Member(account));
    }

    /// <summary>The second step: a code of the authenticator, each good once, or a recovery code.</summary>
    public async Task<SignInOutcome> Code(Guid id, string typed)
    {
        if (await users.FindByIdAsync($"{id}") is not { TwoFactorEnabled: true } account || await users.IsLockedOutAsync(account))
            return new SignInOutcome.Wrong();
        var code = new string([.. typed.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-')]);
        if (!await IsNewCode(account, code) && !(code.Length > 6 && (await users.RedeemTwoFactorRecoveryCodeAsync(account, code)).Succeeded))
            return await Failed(account);
        await users.ResetAccessFailedCountAsync(account);
        return new SignInOutcome.Right(Actor.Member(account));
    }

    private async Task<bool> IsNewCode(AccountRow account, string code)
    {
        if (code == await users.GetAuthenticationTokenAsync(account, Keeper, LastCode)
            || !await users.VerifyTwoFactorTokenAsync(account, users.Options.Tokens.AuthenticatorTokenProvider, code))
            return false;
        await users.SetAuthenticationTokenAsync(account, Keeper, LastCode, code);
        return true;
    }

    private async Task<SignInOutcome> Failed(AccountRow account)
    {
        await users.AccessFailedAsync(account);
        return new SignInOutcome.Wrong();
    }
}
