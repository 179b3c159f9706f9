using System.Globalization;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Shares;

namespace ThesisBoard.Features.Offline;

/// <summary>
/// Tells <c>worker.js</c>, which keeps the boards last read on the reader's device, what of it may be kept and until when, and for whom each page was made. The worker
/// keeps nothing of which this says nothing. Behind a password or a number of views nothing is kept: whoever opened the door was let in for hours and not for days.
/// </summary>
internal static class KeptPages
{
    /// <summary>The second, counted as in Unix, after which a kept page is not shown any more.</summary>
    public const string Until = "Keep-Until";

    /// <summary>For whom a page was made: what was kept for another member goes.</summary>
    public const string For = "Keep-For";

    /// <summary>Nobody who is signed in.</summary>
    public const string Anybody = "anybody";

    /// <summary>The cookie by which a reader has said that nothing is to be kept on this device.</summary>
    private const string Choice = "keep", Off = "off";

    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    /// <summary>Stands before what makes pages; what it says is of each request, and never of a page that is made once for many.</summary>
    public static void UseKeptPages(this WebApplication app) => app.Use((http, next) =>
    {
        var isShared = http.Request.Path.StartsWithSegments(ShareUrls.Any);
        http.Response.OnStarting(() =>
        {
            Say(http, isShared);
            return Task.CompletedTask;
        });
        return next(http);
    });

    private static void Say(HttpContext http, bool isShared)
    {
        var response = http.Response;
        response.Headers.Remove(Until);
        var isKept = response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified
            && http.GetEndpoint()?.Metadata.GetMetadata<KeptOfflineAttribute>() is not null;
        if (!isShared && (isKept || response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true))
            response.Headers[For] = Actor.From(http.User).MemberId?.ToString("n") ?? Anybody; // a shared board is the same for all who have its link
        if (isKept && http.Request.Cookies[Choice] != Off && End(http) is { } end)
            response.Headers[Until] = new DateTimeOffset(end, TimeSpan.Zero).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Null where nothing may be kept.</summary>
    private static DateTime? End(HttpContext http)
    {
        var usual = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime + Lasts;
        return http.Features.Get<ShareVisit>()?.Link switch
        {
            { HasDoor: true } => null,
            { ExpiresAt: { } end } when end < usual => end,
            _ => usual,
        };
    }
}
