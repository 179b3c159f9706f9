using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using ThesisBoard.Data.Rows;

namespace ThesisBoard.Features.Accounts;

/// <summary>
/// What a link that confirms an address carries: account and address, encrypted, for two hours. Identity's own tokens end with every change of how the member
/// signs in, and whoever sets an address sets a password next.
/// </summary>
public sealed class ConfirmationTokens(IDataProtectionProvider protection)
{
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("ThesisBoard.Confirmation").ToTimeLimitedDataProtector();

    internal string Of(AccountRow account) => protector.Protect(Text(account), AccountLetters.Lifetime);

    internal bool Fits(AccountRow account, string token)
    {
        try
        {
            return protector.Unprotect(token) == Text(account);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string Text(AccountRow account) => $"{account.Id:n} {account.Email}";
}
