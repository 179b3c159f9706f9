using Microsoft.AspNetCore.Identity;
using ThesisBoard.Data.Rows;

namespace ThesisBoard.Features.Shares;

/// <summary>The password of a link, hashed as Identity hashes those of accounts: slow, salted, and compared in constant time.</summary>
internal static class SharePassword
{
    private static readonly PasswordHasher<ShareRow> Hasher = new();
    private static readonly ShareRow Nobody = new();

    public static string? Hash(string? password) => string.IsNullOrEmpty(password) ? null : Hasher.HashPassword(Nobody, password);

    public static bool Fits(string hash, string? password) =>
        password is { Length: > 0 and <= ShareChoices.LongestPassword } && Hasher.VerifyHashedPassword(Nobody, hash, password) != PasswordVerificationResult.Failed;
}
