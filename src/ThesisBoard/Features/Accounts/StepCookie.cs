using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace ThesisBoard.Features.Accounts;

/// <summary>What one step of a sign-in leaves for the next: encrypted in a cookie for five minutes, for one purpose, taken once.</summary>
public sealed class StepCookie(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public void Put(HttpContext http, string purpose, string text) => http.Response.Cookies.Append(
        Name(purpose), Protector(purpose).Protect(text, Lifetime), Options(http, Lifetime));

    /// <summary>What was left, or null when there is nothing, it is too old, or it is not ours.</summary>
    public string? Read(HttpContext http, string purpose)
    {
        if (http.Request.Cookies[Name(purpose)] is not { Length: > 0 } text)
            return null;
        try
        {
            return Protector(purpose).Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public string? Take(HttpContext http, string purpose)
    {
        http.Response.Cookies.Delete(Name(purpose), Options(http, null));
        return Read(http, purpose);
    }

    private ITimeLimitedDataProtector Protector(string purpose) => protection.CreateProtector("ThesisBoard.Step", purpose).ToTimeLimitedDataProtector();

    private static string Name(string purpose) => $"thesisboard.{purpose}";

    private static CookieOptions Options(HttpContext http, TimeSpan? age) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = AccountUrls.Account, MaxAge = age, IsEssential = true };
}
