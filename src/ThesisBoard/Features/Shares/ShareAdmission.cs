using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace ThesisBoard.Features.Shares;

/// <summary>
/// What a browser keeps of having been let in by one link, for a few hours and for that link's addresses only. It names the state of the link, so it counts no more
/// once the password is changed; a revoked or ended link is asked for no cookie at all.
/// </summary>
internal sealed class ShareAdmission(IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Cookie = "share";
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(8);
    private readonly IDataProtector protector = protection.CreateProtector("ThesisBoard.Shares.Admission");

    public bool Has(HttpContext http, ShareLink link)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 and < 2_000 } text)
            return false;
        try
        {
            var parts = protector.Unprotect(text).Split('~');
            return parts is [var state, var end] && state == State(link)
                && long.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks > clock.GetUtcNow().UtcTicks;
        }
        catch (CryptographicException)
        {
            return false; // made up, or older than the keys
        }
    }

    public void Give(HttpContext http, ShareVisit visit)
    {
        var end = (clock.GetUtcNow() + Lasts).UtcTicks;
        http.Response.Cookies.Append(Cookie, protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{State(visit.Link)}~{end}")), new CookieOptions
        {
            Path = ShareUrls.Share(visit.Token), MaxAge = Lasts, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true,
        });
    }

    private static string State(ShareLink link) => $"{link.Id:n}.{link.RowVersion:n}";
}
