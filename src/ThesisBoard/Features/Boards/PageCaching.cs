using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;

namespace ThesisBoard.Features.Boards;

/// <summary>What the pages have in common that are made once for all readers who see the same.</summary>
internal static class PageCaching
{
    /// <summary>What a version names is settled for one database; between two runs of the program it may have been exchanged.</summary>
    private static readonly string Run = $"{Guid.NewGuid():n}";
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>Keeps the answer for as long as the state stays, for every link to it, and tells a browser that has it.</summary>
    public static void Keep(OutputCacheContext context, string state)
    {
        var of = $"{Run}.{state}";
        context.HttpContext.Response.Headers.ETag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of)).AsSpan(0, 12))}\"";
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.HeaderNames = HeaderNames.AcceptEncoding;
        context.CacheVaryByRules.VaryByValues["state"] = of;
        context.ResponseExpirationTimeSpan = Kept;
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = true;
    }

    /// <summary>Takes off the anti-forgery cookie and "no-store" that the renderer adds, of which a page without forms needs neither.</summary>
    public static void Strip(HttpResponse response)
    {
        response.Headers.Remove(HeaderNames.SetCookie);
        response.Headers.Remove(HeaderNames.Pragma);
        response.Headers.CacheControl = "private, no-cache";
    }

    /// <summary>The reader's own choice; empty when the system decides.</summary>
    public static string Theme(HttpContext http) => http.Request.Cookies["theme"] is "light" or "dark" ? http.Request.Cookies["theme"]! : "";
}
