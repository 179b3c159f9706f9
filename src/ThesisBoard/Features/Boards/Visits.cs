namespace ThesisBoard.Features.Boards;

/// <summary>A reader's visits to a board, as the request tells of them and as the answer asks the browser to remember.</summary>
internal static class Visits
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(400);

    /// <summary>The last visit on an earlier day; null when none is known.</summary>
    public static Visit? Last(HttpContext http, string slug, Visit now) => VisitCookie.Turn(http.Request.Cookies[VisitCookie.Name(slug)], now).Last;

    /// <summary>Adds the cookie that remembers this visit, where the browser does not hold it already.</summary>
    public static void Remember(HttpContext http, string slug, Visit now)
    {
        var known = http.Request.Cookies[VisitCookie.Name(slug)];
        var (_, value) = VisitCookie.Turn(known, now);
        if (value == known)
            return;
        http.Response.Cookies.Append(VisitCookie.Name(slug), value, new CookieOptions
        {
            Path = BoardUrls.Board(slug), MaxAge = Remembered, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true,
        });
    }
}
